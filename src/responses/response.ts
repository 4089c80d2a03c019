import type { ItemTag, RowAnswer } from '../broadcasts/question.ts';
import type { Language } from '../language/texts.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { StaffRole } from '../people/person.ts';

/** What one person answered to one question. */
export type AnswerValue =
  | { readonly kind: 'one-choice'; readonly option: string }
  | { readonly kind: 'several-choices'; readonly options: readonly string[] }
  | { readonly kind: 'scale' /** 1 to 5 */; readonly value: number }
  | { readonly kind: 'rows'; readonly rows: Readonly<Record<string, RowAnswer>> }
  | { readonly kind: 'free-text'; readonly text: string }
  | { readonly kind: 'tagged-items'; readonly tags: Readonly<Record<string, ItemTag>> };

/** By question id; a question that was left empty is not in it. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** One person's answer to one prompt; area, site and role are those of the time of sending. */
export interface Response {
  readonly broadcastId: string;
  readonly personId: string;
  readonly answers: Answers;
  /** 1 for the first answer; each change adds one. */
  readonly revision: number;
  readonly area: AreaSlug;
  readonly site?: string;
  readonly role?: StaffRole;
  readonly language: Language;
  /** ISO 8601. */
  readonly answeredAt: string;
}
