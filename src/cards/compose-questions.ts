import { longest, most } from '../broadcasts/content-problems.ts';
import { offeredTexts, type Question, questionKinds } from '../broadcasts/question.ts';
import type { Language } from '../language/texts.ts';
import type { CardElement } from './adaptive-card.ts';
import type { TextKey, Words } from './card-texts.ts';
import { withProblem } from './compose-inputs.ts';
import type { Problems } from './problems.ts';
import { group, hint, strong } from './text-blocks.ts';

/** Room for every choice at its longest, each on a line of its own. */
const choicesLength = most.options * (longest.option + 1);

/** The inputs `q<number>.…` of a question that the author writes. */
export function ownQuestionInputs(
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
