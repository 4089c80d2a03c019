import type { ItemTag, RowAnswer, WorkingPlace } from '../broadcasts/question.ts';
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

/**
 * What is known of a respondent beside the answers, as it was when the prompt was sent. For an anonymous prompt only so
 * much as at least ten people of its audience have in common.
 */
export interface Profile {
  readonly area?: AreaSlug;
  readonly role?: StaffRole;
  /** Where they work mostly; only where the prompt asks that. */
  readonly place?: WorkingPlace;
  readonly language?: Language;
  readonly site?: string;
}

/** By what results can be told apart. */
export const dimensions = ['area', 'role', 'place', 'language', 'site'] as const satisfies readonly (keyof Profile)[];
export type Dimension = (typeof dimensions)[number];

/** One person's answer to one prompt. */
export interface Response {
  readonly broadcastId: string;
  /**
   * The person's Entra object id; in an anonymous prompt an id that follows from the key of the card in the person's
   * chat and from nothing that is stored.
   */
  readonly respondentId: string;
  readonly answers: Answers;
  /** 1 for the first answer; each change adds one. */
  readonly revision: number;
  readonly profile: Profile;
  /** ISO 8601; absent in an anonymous prompt. */
  readonly answeredAt?: string;
  /** The person took the answer back after it was counted: `answers` is empty, and this goes once the figures do without. */
  readonly withdrawn?: true;
  /** What the published figures hold of this response; absent until it was counted. */
  readonly counted?: Counted;
}

/** Whether the person erased what they answered after it was counted, and has answered nothing since. */
export function isErased({ withdrawn, counted }: Response): boolean {
  return withdrawn === true && counted?.closed === true;
}

/** What the published figures hold of one response. */
export interface Counted {
  /** The number of the batch in which it was last counted. */
  readonly batch: number;
  /** The answers that were counted, question by question. A written answer is kept here without its text. */
  readonly answers: Answers;
  /**
   * By question, and under `respondents` for having answered at all: as what it was counted, which is never more than at
   * least ten people of the batch have in common.
   */
  readonly groups: Readonly<Record<string, Profile>>;
  /** By free-text question: the published comment. It shows the text as it was at the revision named. */
  readonly comments?: Readonly<Record<string, { readonly id: string; readonly revision: number }>>;
  /**
   * It is no longer known as what it was counted, so the figures hold for good what they hold, whatever becomes of the
   * response: `answers` and `groups` are empty.
   */
  readonly closed?: true;
}

/** What stands in the place of a question where people are counted who answered any. */
export const respondents = 'respondents';
