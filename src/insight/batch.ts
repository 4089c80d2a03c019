import type { AnswerValue, Profile } from '../responses/response.ts';
import type { Figures } from './figures.ts';

/**
 * What was counted at one time. It is written down before anything is published or marked, so that whoever finds it
 * unfinished, after a crash or beside another, goes on with the same.
 */
export interface Batch {
  readonly broadcastId: string;
  /** From 1; the snapshot's version once it is in it. */
  readonly number: number;
  /** ISO 8601 */
  readonly at: string;
  readonly moves: readonly Move[];
  /** Whose answers these are, in random order; gone once the batch is published and every response is marked. */
  readonly members?: readonly BatchMember[];
}

/** How the figures of those with one label move in one question, or in having answered at all. */
export interface Move {
  /** The id of a question, or `respondents`. */
  readonly question: string;
  readonly label: Profile;
  readonly by: Figures;
  /** How many comments it adds to which chunk. */
  readonly comments?: readonly { readonly chunk: number; readonly count: number }[];
}

export interface BatchMember {
  readonly respondentId: string;
  /** By question, or `respondents`. */
  readonly entries: Readonly<Record<string, BatchEntry>>;
}

export interface BatchEntry {
  /** The place of its move among the batch's moves. */
  readonly move: number;
  /** The figures do without it from now on. */
  readonly leaves?: true;
  /** The answer as it is counted from now on. */
  readonly value?: AnswerValue;
  /** The id of the comment that is published. */
  readonly comment?: string;
}
