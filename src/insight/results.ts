import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { AreaSlug } from '../people/areas.ts';
import { type Dimension, dimensions } from '../responses/response.ts';
import type { GroupTally } from './tally.ts';

/**
 * What a person may see of the answers to a prompt: every area for its author and a roadmap owner, their own areas for
 * other leads. All figures are of the latest snapshot; see `form-groups.ts` for whom they hold.
 */
export interface Results {
  readonly broadcastId: string;
  readonly prompt: PromptContent;
  readonly closed: boolean;
  /** People the prompt was addressed to, and how many of them got it: of all areas, whoever reads. */
  readonly asked: number;
  readonly reached: number;
  /** When the figures last moved and when they move next. */
  readonly figures: FiguresAt;
  /** Whether the reader sees every area that was asked; the total is shown to nobody else. */
  readonly everyArea: boolean;
  readonly total: ShownGroup;
  /** Those whom the total counts as having answered, of those reached: 0 to 1. Absent when the total is not shown. */
  readonly responseRate?: number;
  /** The areas asked that the reader may see, in display order. */
  readonly areas: readonly { readonly area: AreaSlug; readonly group: ShownGroup }[];
  /** "14 areas asked, 11 shown, 3 too small". */
  readonly areasShown: number;
  readonly areasTooSmall: number;
  /** The area that `comments` and `trend` are of; absent when they are of everybody. */
  readonly area?: AreaSlug;
  /** By the id of each free-text question: the first comments; `readComments` gives the rest. */
  readonly comments: Readonly<Record<string, CommentPage>>;
  /** The earlier prompts of the series, the oldest first; empty when there are none. */
  readonly trend: readonly TrendPoint[];
}

/** A group whose figures are shown, or the fact that it is too small to show. */
export type ShownGroup =
  | { readonly shown: true; readonly tally: GroupTally; readonly by: readonly Breakdown[] }
  | { readonly shown: false };

/** Everything but the area, by which a total and an area are broken down. */
export type BreakdownDimension = Exclude<Dimension, 'area'>;
export const breakdownDimensions = dimensions.filter((dimension) => dimension !== 'area');

/** A group told apart by role, place, language or site; what is too small for that counts in the group only. */
export interface Breakdown {
  readonly dimension: BreakdownDimension;
  /** At least one, the largest first. `value` is a role, a working place, a language or the name of a site. */
  readonly groups: readonly { readonly value: string; readonly tally: GroupTally }[];
}

export interface FiguresAt {
  /** When they last moved, ISO 8601; absent while nothing has been counted. */
  readonly movedAt?: string;
  /** When they may move next, ISO 8601; absent in a named prompt, whose figures follow the answers, and once final. */
  readonly nextAt?: string;
  /** The prompt has closed, and all has been counted that ever will be. */
  readonly final: boolean;
}

export interface Comment {
  /** Names it among all comments on a prompt; says nothing about who wrote it. */
  readonly id: string;
  /** As it may be shared. */
  readonly text: string;
  /** Absent when too few commented in the area to tell it. */
  readonly area?: AreaSlug;
  /** Who wrote it; only in a named prompt. */
  readonly personId?: string;
  /** Parts of it are hidden, or all of it; a comment hidden as a whole is shown to nobody who did not ask for it. */
  readonly redacted?: Redaction;
}

export interface CommentPage {
  readonly comments: readonly Comment[];
  /** Names the next page; absent when there is none. */
  readonly next?: string;
}

/** What was hidden of a comment, by whom (Entra object id) and when (ISO 8601). */
export interface Redaction {
  readonly by: string;
  readonly at: string;
  /** In characters of the whole text; all of it when absent. */
  readonly parts?: readonly TextPart[];
}

/** From the character `from`, counted from 0, up to and without the character `to`. */
export interface TextPart {
  readonly from: number;
  readonly to: number;
}

/** One earlier prompt of the same series, of the same group of people. */
export interface TrendPoint {
  readonly broadcastId: string;
  /** Its number in the series. */
  readonly number: number;
  /** When it closed, ISO 8601. */
  readonly closedAt: string;
  /** People of all areas who got it. */
  readonly reached: number;
  readonly tally: GroupTally;
}
