import { z } from 'zod';
import { broadcastSummary } from './broadcasts.ts';
import { areaSlug, broadcastId, count, instant } from './ids.ts';
import { texts } from './texts.ts';

/** How many people of an area answered one prompt, of those asked there. */
export const ratePoint = z.object({
  broadcastId,
  title: texts,
  closesAt: instant,
  asked: count,
  /** Absent when too few to show. */
  respondents: count.optional(),
  /** 0 to 1; absent when it cannot be shown. */
  rate: z.number().min(0).max(1).optional(),
});

/** What needs the caller now, and how the areas that they may see answer. */
export const home = z.object({
  /** Prompts that close within three days, the next one first. */
  closingSoon: z.array(broadcastSummary),
  /** Broadcasts that go out now or are scheduled. */
  underWay: z.array(broadcastSummary),
  /** Broadcasts that Teams refused as a whole, or that did not reach everybody, of the last two weeks. */
  troubled: z.array(z.object({ broadcast: broadcastSummary, notReached: count })),
  /**
   * What awaits approval, the longest waiting first: for a roadmap owner all of it, for others what they asked for
   * themselves (`mine`).
   */
  awaitingApproval: z.array(
    broadcastSummary.extend({
      /** The name of whoever asks, where the directory has one. */
      authorName: z.string().optional(),
    }),
  ),
  /** The caller's own drafts, newest first. */
  drafts: z.array(broadcastSummary),
  /** Areas in display order, each with its prompts from the oldest to the newest. */
  rates: z.array(z.object({ area: areaSlug, points: z.array(ratePoint) })),
});

export type RatePoint = z.infer<typeof ratePoint>;
export type Home = z.infer<typeof home>;
