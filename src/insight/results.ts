import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { GroupTally } from './tally.ts';

/** A group whose answers are shown, or the fact that it is too small to show. */
export type ShownGroup = { readonly shown: true; readonly tally: GroupTally } | { readonly shown: false };

/** What a lead may see of a prompt: their own areas, or every area for a roadmap owner. */
export interface Results {
  readonly broadcastId: string;
  readonly prompt: PromptContent;
  readonly closed: boolean;
  /** People the prompt was addressed to, and how many of them got it. */
  readonly asked: number;
  readonly reached: number;
  /** Whether the reader sees every area that was asked; the total is shown to nobody else. */
  readonly everyArea: boolean;
  readonly total: ShownGroup;
  /** The areas asked, in display order. */
  readonly areas: readonly { readonly area: AreaSlug; readonly group: ShownGroup }[];
  /** "14 areas asked, 11 shown, 3 too small". */
  readonly areasShown: number;
  readonly areasTooSmall: number;
}
