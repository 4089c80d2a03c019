import type { QuestionJson } from '../../api/contract/content.ts';
import type { QuestionKind } from '../../broadcasts/question.ts';

export type OptionJson = Extract<QuestionJson, { kind: 'one-choice' }>['options'][number];

/** Long enough for a considered answer, in characters. */
const longAnswer = 1_000;

/** A question that nobody has written yet; ids are given by {@link numbered}. */
export function emptyQuestion(kind: QuestionKind = 'one-choice'): QuestionJson {
  return ofKind({ id: 'q1', text: { en: '' }, required: true }, kind, []);
}

/** Whether it is the question where people work, which stays as the bank has it, since results are told apart by it. */
export function asksPlace(question: QuestionJson): boolean {
  return question.kind === 'one-choice' && question.asks !== undefined;
}

/** The same question as another kind, with the answers to choose from where both kinds have them. */
export function withKind(question: QuestionJson, kind: QuestionKind): QuestionJson {
  const { id, text, required } = question;
  return ofKind({ id, text, required }, kind, optionsOf(question) ?? []);
}

/** The answers to choose from, the statements or the ideas of a question; undefined where there are none. */
export function optionsOf(question: QuestionJson): readonly OptionJson[] | undefined {
  switch (question.kind) {
    case 'one-choice':
    case 'several-choices':
      return question.options;
    case 'rows':
      return question.rows;
    case 'tagged-items':
      return question.items;
    case 'scale':
    case 'free-text':
      return undefined;
  }
}

export function withOptions(question: QuestionJson, options: readonly OptionJson[]): QuestionJson {
  switch (question.kind) {
    case 'one-choice':
    case 'several-choices':
      return { ...question, options: [...options] };
    case 'rows':
      return { ...question, rows: [...options] };
    case 'tagged-items':
      return { ...question, items: [...options] };
    case 'scale':
    case 'free-text':
      return question;
  }
}

/** One more answer to choose from, under an id that none of the others has. */
export function withOneMore(options: readonly OptionJson[]): readonly OptionJson[] {
  const taken = new Set(options.map(({ id }) => id));
  let number = options.length + 1;
  while (taken.has(`o${number}`)) number += 1;
  return [...options, { id: `o${number}`, text: { en: '' } }];
}

/** Questions under the ids that belong to their order. */
export function numbered(questions: readonly QuestionJson[]): QuestionJson[] {
  return questions.map((question, index) => ({ ...question, id: `q${index + 1}` }));
}

/** The questions with one of them a place further up or down. */
export function moved(questions: readonly QuestionJson[], index: number, by: -1 | 1): QuestionJson[] {
  const question = questions[index];
  const target = index + by;
  if (question === undefined || target < 0 || target >= questions.length) return [...questions];
  return numbered(questions.toSpliced(index, 1).toSpliced(target, 0, question));
}

function ofKind(
  asked: Pick<QuestionJson, 'id' | 'text' | 'required'>,
  kind: QuestionKind,
  options: readonly OptionJson[],
): QuestionJson {
  const some = options.length > 0 ? [...options] : [...withOneMore(withOneMore([]))];
  switch (kind) {
    case 'one-choice':
    case 'several-choices':
      return { ...asked, kind, options: some };
    case 'rows':
      return { ...asked, kind, rows: some };
    case 'tagged-items':
      return { ...asked, kind, items: some };
    case 'scale':
      return { ...asked, kind, lowest: { en: '' }, highest: { en: '' } };
    case 'free-text':
      return { ...asked, kind, maxLength: longAnswer };
  }
}
