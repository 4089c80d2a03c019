import type { Texts } from '../language/texts.ts';

/** An answer that can be picked. Ids hold no comma, because Teams joins several picked ids with commas. */
export interface Option {
  readonly id: string;
  readonly text: Texts;
}

interface QuestionBase {
  /** `q1`, `q2` … in the order asked. */
  readonly id: string;
  readonly text: Texts;
  readonly required: boolean;
}

export const workingPlaces = ['home', 'office', 'court'] as const;
export type WorkingPlace = (typeof workingPlaces)[number];

export interface OneChoiceQuestion extends QuestionBase {
  readonly kind: 'one-choice';
  readonly options: readonly Option[];
  /** The question asks where a person mostly works: options with the id of a working place are that place. */
  readonly asks?: 'working-place';
}

export interface SeveralChoicesQuestion extends QuestionBase {
  readonly kind: 'several-choices';
  readonly options: readonly Option[];
}

/** A 5-point scale; 1 is `lowest`, 5 is `highest`. */
export interface ScaleQuestion extends QuestionBase {
  readonly kind: 'scale';
  readonly lowest: Texts;
  readonly highest: Texts;
}

export const rowAnswers = ['yes', 'partly', 'no'] as const;
export type RowAnswer = (typeof rowAnswers)[number];

/** Several statements, each answered yes, partly or no. */
export interface RowsQuestion extends QuestionBase {
  readonly kind: 'rows';
  readonly rows: readonly Option[];
}

/** In characters. A card holds ten such answers twice, with all else that is on it. */
export const longestAnswer = 1_000;

export interface FreeTextQuestion extends QuestionBase {
  readonly kind: 'free-text';
  /** In characters, at most {@link longestAnswer}. */
  readonly maxLength: number;
}

export const itemTags = ['exciting', 'problematic', 'both'] as const;
export type ItemTag = (typeof itemTags)[number];

/** Ideas, each of which may be tagged as exciting, problematic or both. */
export interface TaggedItemsQuestion extends QuestionBase {
  readonly kind: 'tagged-items';
  readonly items: readonly Option[];
}

export type Question =
  | OneChoiceQuestion
  | SeveralChoicesQuestion
  | ScaleQuestion
  | RowsQuestion
  | FreeTextQuestion
  | TaggedItemsQuestion;

export type QuestionKind = Question['kind'];
export const questionKinds = [
  'one-choice',
  'several-choices',
  'scale',
  'rows',
  'free-text',
  'tagged-items',
] as const satisfies readonly QuestionKind[];

/** The texts that a question offers to pick from, in the order shown; a scale offers its two ends. */
export function offeredTexts(question: Question): readonly Texts[] {
  const texts = (options: readonly Option[]) => options.map(({ text }) => text);
  switch (question.kind) {
    case 'one-choice':
    case 'several-choices':
      return texts(question.options);
    case 'rows':
      return texts(question.rows);
    case 'tagged-items':
      return texts(question.items);
    case 'scale':
      return [question.lowest, question.highest];
    case 'free-text':
      return [];
  }
}
