import {
  type FreeTextQuestion,
  itemTags,
  type Option,
  type Question,
  type RowsQuestion,
  rowAnswers,
  type ScaleQuestion,
  type TaggedItemsQuestion,
} from '../broadcasts/question.ts';
import type { AnswerValue } from '../responses/response.ts';
import type { CardElement } from './adaptive-card.ts';
import { inputsOfAnswers } from './answer-inputs.ts';
import type { Words } from './card-texts.ts';
import { oneLine, plainText } from './plain-text.ts';
import { strong } from './text-blocks.ts';

/** Counts as not answered, like an input left empty; a choice needs a value that is not empty. */
const noView = ' ';

interface Asking {
  readonly words: Words;
  /** What the person answered before. */
  readonly answer?: AnswerValue | undefined;
  /** Set in a preview: keeps the ids apart from those of the card around it, and requires nothing. */
  readonly previewId?: string;
  /** Whether the client lets the person go on without an answer that is required; the server tells them then. */
  readonly lenient?: boolean;
}

/** The inputs of one question, named by the question's id, or by `<question>.<row or item>`. */
export function questionInputs(question: Question, asking: Asking): readonly CardElement[] {
  switch (question.kind) {
    case 'one-choice':
    case 'several-choices':
      return [choiceInput(question, question.options, asking)];
    case 'scale':
      return [choiceInput(question, scaleOptions(question, asking.words), asking)];
    case 'free-text':
      return [textInput(question, asking)];
    case 'rows':
      return rowInputs(question, asking);
    case 'tagged-items':
      return tagInputs(question, asking);
  }
}

/** A choice of a scale: "1 – Not at all", "2" … "5 – Very". */
export function scaleOptions({ lowest, highest }: ScaleQuestion, words: Words): readonly Option[] {
  const option = (value: number, label?: string): Option => {
    const text = label === undefined ? String(value) : words.t('prompt.scaleEnd', { value, label });
    return { id: String(value), text: { en: text, cy: text } };
  };
  return [option(1, words.of(lowest)), option(2), option(3), option(4), option(5, words.of(highest))];
}

type SingleInput = Extract<Question, { kind: 'one-choice' | 'several-choices' | 'scale' }>;

function choiceInput(question: SingleInput, options: readonly Option[], asking: Asking): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: inputId(question.id, asking),
    label: label(question, asking.words),
    style: 'expanded',
    wrap: true,
    isMultiSelect: question.kind === 'several-choices',
    choices: options.map(({ id, text }) => ({ title: plainText(oneLine(asking.words.of(text))), value: id })),
    ...required(question, asking),
    ...filledIn(question, question.id, asking),
  };
}

function textInput(question: FreeTextQuestion, asking: Asking): CardElement {
  return {
    type: 'Input.Text',
    id: inputId(question.id, asking),
    label: label(question, asking.words),
    isMultiline: true,
    maxLength: question.maxLength,
    ...required(question, asking),
    ...filledIn(question, question.id, asking),
  };
}

function rowInputs(question: RowsQuestion, asking: Asking): readonly CardElement[] {
  const { words } = asking;
  const choices = rowAnswers.map((value) => ({ title: words.t(`answer.${value}`), value }));
  const inputs = question.rows.map(({ id, text }) => ({
    type: 'Input.ChoiceSet',
    id: inputId(`${question.id}.${id}`, asking),
    label: label({ text, required: question.required }, words),
    style: 'expanded',
    choices,
    ...required(question, asking),
    ...filledIn(question, `${question.id}.${id}`, asking),
  }));
  return [strong(words.of(question.text), { spacing: 'Small' }), ...inputs];
}

function tagInputs(question: TaggedItemsQuestion, asking: Asking): readonly CardElement[] {
  const { words } = asking;
  const choices = [
    { title: words.t('answer.none'), value: noView },
    ...itemTags.map((value) => ({ title: words.t(`answer.${value}`), value })),
  ];
  const inputs = question.items.map(({ id, text }) => ({
    type: 'Input.ChoiceSet',
    id: inputId(`${question.id}.${id}`, asking),
    label: oneLine(words.of(text)),
    placeholder: words.t('answer.none'),
    choices,
    ...filledIn(question, `${question.id}.${id}`, asking),
  }));
  return [strong(label(question, words), { spacing: 'Small' }), ...inputs];
}

function label({ text, required }: Pick<Question, 'text' | 'required'>, words: Words): string {
  const written = oneLine(words.of(text));
  return required ? words.t('common.required', { label: written }) : written;
}

/** What the person answered before, in the input to which it belongs. */
function filledIn(question: Question, name: string, { answer }: Asking): { readonly value?: string } {
  if (answer?.kind !== question.kind) return {};
  const value = inputsOfAnswers([question], { [question.id]: answer })[name];
  return value === undefined ? {} : { value };
}

function required(question: Question, { words, previewId, lenient }: Asking): object {
  if (!question.required || previewId !== undefined || lenient === true) return {};
  return { isRequired: true, errorMessage: words.t(`answerProblem.missing.${question.kind}`) };
}

function inputId(id: string, { previewId }: Asking): string {
  return previewId === undefined ? id : `${previewId}.${id}`;
}
