import { longest, most } from '../broadcasts/content-problems.ts';
import { offeredTexts, type Question, questionKinds } from '../broadcasts/question.ts';
import type { Language } from '../language/texts.ts';
import type { CardElement } from './adaptive-card.ts';
import { sendButton } from './buttons.ts';
import type { TextKey, Words } from './card-texts.ts';
import { withProblem } from './compose-inputs.ts';
import { oneLine, shortened } from './plain-text.ts';
import { type Problems, problemLine } from './problems.ts';
import { group, hint, strong } from './text-blocks.ts';

/** Room for every choice at its longest, each on a line of its own. */
const choicesLength = most.options * (longest.option + 1);

/** So many questions can be filled in at once; of more, one at a time, so that the form stays usable. */
export const questionsOpenAtOnce = 3;

interface OwnQuestions {
  readonly broadcastId: string;
  readonly questions: readonly Question[];
  readonly problems: Problems | undefined;
  /** The number of the question that is open; the last when absent. */
  readonly open: number | undefined;
}

/** The questions that the author writes: to be filled in, or in a list from which each can be opened. */
export function ownQuestions(view: OwnQuestions, words: Words): readonly CardElement[] {
  const { questions, problems } = view;
  const asked: readonly (Question | undefined)[] = questions.length === 0 ? [undefined] : questions;
  const open = Math.min(view.open ?? asked.length, asked.length);
  const isOpen = (number: number) => asked.length <= questionsOpenAtOnce || number === open;
  return [
    hint(words.t('composeForm.optionsHint')),
    ...asked.flatMap((question, index) => {
      const number = index + 1;
      if (!isOpen(number)) return question === undefined ? [] : [closedQuestion(view, question, number, words)];
      return [...openQuestion(number, question, problems, words), ...questionButtons(view, number, words)];
    }),
  ];
}

/** A question that needs no filling in is there to be read. */
function openQuestion(
  number: number,
  question: Question | undefined,
  problems: Problems | undefined,
  words: Words,
): readonly CardElement[] {
  const fixed = question?.kind === 'one-choice' && question.asks !== undefined;
  if (!fixed) return ownQuestionInputs(number, question, problems, words);
  return [
    strong(words.t('composeForm.question', { number }), { spacing: 'Large', separator: number > 1 }),
    ...templateQuestions([question], words),
    hint(words.t('composeForm.asksPlace')),
  ];
}

/** One line for a question that is not open; it opens when it is selected. */
function closedQuestion(
  { broadcastId, problems }: OwnQuestions,
  question: Question,
  number: number,
  words: Words,
): CardElement {
  const text = shortened(oneLine(words.of(question.text)), 100) || words.t('composeForm.questionEmpty');
  const wrong = Object.keys(problems ?? {}).some((field) => field.startsWith(`${question.id}.`));
  const open = words.t('composeForm.openQuestion', { number });
  return group(
    [
      strong(words.t('composeForm.questionLine', { number, text }), { color: 'Accent', spacing: 'None' }),
      hint(words.t(`questionKind.${question.kind}`), { spacing: 'None' }),
      ...problemLine(wrong ? words.t('composeForm.questionWrong') : undefined, words),
    ],
    {
      spacing: 'Medium',
      separator: true,
      selectAction: sendButton('compose.open-question', open, { broadcastId, question: number }),
    },
  );
}

function questionButtons(
  { broadcastId, questions }: OwnQuestions,
  number: number,
  words: Words,
): readonly CardElement[] {
  const data = { broadcastId, question: number };
  const up = sendButton('compose.move-question', words.t('composeForm.moveQuestion', { number }), data);
  const remove = sendButton('compose.remove-question', words.t('composeForm.removeQuestion', { number }), data);
  const actions = [...(number > 1 ? [up] : []), ...(questions.length > 1 ? [remove] : [])];
  return actions.length === 0 ? [] : [{ type: 'ActionSet', spacing: 'Small', actions }];
}

/** The inputs `q<number>.…` of a question that the author writes. */
function ownQuestionInputs(
  number: number,
  question: Question | undefined,
  problems: Problems | undefined,
  words: Words,
): readonly CardElement[] {
  const id = `q${number}`;
  const label = (key: TextKey) => words.t(key, { number });
  const required = (key: TextKey) => words.t('common.required', { label: label(key) });
  const lines = (field: string, key: TextKey, language: Language) =>
    textInput(`${id}.options.${field}`, label(key), choicesLength, linesOf(question, language));
  const inputs: readonly (readonly [id: string, input: CardElement])[] = [
    [
      `${id}.kind`,
      {
        type: 'Input.ChoiceSet',
        id: `${id}.kind`,
        label: required('composeForm.questionKind'),
        value: question?.kind ?? 'one-choice',
        choices: questionKinds.map((kind) => ({ title: words.t(`questionKind.${kind}`), value: kind })),
      },
    ],
    [
      `${id}.text.en`,
      textInput(`${id}.text.en`, required('composeForm.questionEn'), longest.question, question?.text.en),
    ],
    [`${id}.text.cy`, textInput(`${id}.text.cy`, label('composeForm.questionCy'), longest.question, question?.text.cy)],
    [`${id}.options.en`, lines('en', 'composeForm.optionsEn', 'en')],
    [`${id}.options.cy`, lines('cy', 'composeForm.optionsCy', 'cy')],
  ];
  return [
    strong(label('composeForm.question'), { spacing: 'Large', separator: number > 1 }),
    ...inputs.map(([inputId, input]) => withProblem(inputId, problems, words, input)),
    {
      type: 'Input.Toggle',
      id: `${id}.required`,
      title: label('composeForm.questionRequired'),
      label: label('composeForm.questionRequiredLabel'),
      value: String(question?.required ?? true),
      wrap: true,
    },
  ];
}

/** Questions that come from a template, to be read and not changed. */
export function templateQuestions(questions: readonly Question[], words: Words): readonly CardElement[] {
  return questions.map((question) =>
    group(
      [
        strong(
          question.required ? words.t('common.required', { label: words.of(question.text) }) : words.of(question.text),
          { spacing: 'None' },
        ),
        hint(words.t(`questionKind.${question.kind}`), { spacing: 'None' }),
        ...choiceLine(question, words),
      ],
      { spacing: 'Medium' },
    ),
  );
}

function choiceLine(question: Question, words: Words): readonly CardElement[] {
  const choices = offeredTexts(question).map(words.of);
  return choices.length === 0 ? [] : [hint(choices.join(' · '), { spacing: 'None' })];
}

function linesOf(question: Question | undefined, language: Language): string {
  const lines = question === undefined ? [] : offeredTexts(question).map((text) => text[language] ?? '');
  return lines.some((line) => line !== '') ? lines.join('\n') : '';
}

function textInput(id: string, label: string, maxLength: number, value: string | undefined): CardElement {
  return { type: 'Input.Text', id, label, isMultiline: true, maxLength, ...(value ? { value } : {}) };
}
