import { z } from 'zod';
import { privacyPromises } from '../../broadcasts/broadcast.ts';
import { promptContent } from './content.ts';
import { areaSlug, broadcastId, commentId, count, cursor, instant, questionId } from './ids.ts';
import { texts } from './texts.ts';

const counts = z.record(z.string(), count);

/** What a group answered to one question. Counts are of people; option, row and item ids are those of the question. */
export const questionTally = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('one-choice'), answered: count, counts }),
  z.object({ kind: z.literal('several-choices'), answered: count, counts }),
  z.object({
    kind: z.literal('scale'),
    answered: count,
    /** By value, '1' to '5'. */
    counts,
    mean: z.number().optional(),
    /** The standard deviation. */
    spread: z.number().optional(),
  }),
  /** By row id, then `yes`, `partly` or `no`. */
  z.object({ kind: z.literal('rows'), answered: count, rows: z.record(z.string(), counts) }),
  z.object({
    kind: z.literal('tagged-items'),
    answered: count,
    /** By item id, then `exciting`, `problematic` or `both`. */
    items: z.record(z.string(), counts),
    /** By item id: how many find it only exciting, less those who find it only problematic. */
    net: z.record(z.string(), z.int()),
  }),
  z.object({ kind: z.literal('free-text'), answered: count }),
]);

/** The answers of one group of people. */
export const groupTally = z.object({
  /** Those counted as having answered at all. */
  respondents: count,
  /** By question id; every question is in it. 0 `answered` means nobody, or too few to show. */
  questions: z.record(z.string(), questionTally),
});

/** A group told apart by role, place, language or site; what is too small for that counts in the group only. */
export const breakdown = z.object({
  dimension: z.enum(['role', 'place', 'language', 'site']),
  /** The largest first. `value` is a role, a working place, a language or the name of a site. */
  groups: z.array(z.object({ value: z.string(), tally: groupTally })),
});

/** A group whose figures are shown, or the fact that it is too small to show. */
export const shownGroup = z.discriminatedUnion('shown', [
  z.object({ shown: z.literal(true), tally: groupTally, by: z.array(breakdown) }),
  z.object({ shown: z.literal(false) }),
]);

/** A part of a text, in characters counted from 0: from `from` up to and without `to`. */
const textPart = z.strictObject({ from: count, to: count });

/** What to hide of a comment; all of it when there are no parts. */
export const redaction = z.strictObject({ parts: z.array(textPart).max(100).exactOptional() });

export const comment = z.object({
  id: commentId,
  /** As it may be shared: what is hidden is blacked out; empty when all of it is. */
  text: z.string(),
  /** Set when parts of it are hidden, or all of it. */
  redacted: z.object({ at: instant, parts: z.array(textPart).optional() }).optional(),
  /** Who wrote it; only in a named prompt. */
  name: z.string().optional(),
  /** Absent when too few commented in the area to tell it. */
  area: areaSlug.optional(),
});

export const commentPage = z.object({ comments: z.array(comment), next: cursor.optional() });

export const resultsQuery = z.strictObject({
  /** Whose comments and trend to show; everybody's when absent, where the caller may see everybody. */
  area: areaSlug.optional(),
});

export const results = z.object({
  broadcastId,
  prompt: promptContent,
  closesAt: instant,
  closed: z.boolean(),
  /** People it was addressed to, and how many of them got it: of all areas, whoever asks. */
  asked: count,
  reached: count,
  /** Figures move in batches: when they last did and when they next may. */
  figures: z.object({ movedAt: instant.optional(), nextAt: instant.optional(), final: z.boolean() }),
  /** Whether the caller sees every area that was asked; the total is shown to nobody else. */
  everyArea: z.boolean(),
  total: shownGroup,
  /** 0 to 1; absent when the total is not shown. */
  responseRate: z.number().min(0).max(1).optional(),
  /** The areas asked that the caller may see, in display order. */
  areas: z.array(z.object({ area: areaSlug, group: shownGroup })),
  /** "14 areas asked, 11 shown, 3 too small". */
  areasShown: count,
  areasTooSmall: count,
  /** The area that `comments` and `trend` are of; absent when they are of everybody. */
  area: areaSlug.optional(),
  /** By the id of each free-text question: the first comments; `listComments` gives the rest. */
  comments: z.record(z.string(), commentPage),
  /** The earlier prompts of the series, the oldest first. */
  trend: z.array(
    z.object({ broadcastId, number: z.int().min(1), closedAt: instant, reached: count, tally: groupTally }),
  ),
});

/** One line of the list of prompts whose results the caller may read. */
export const resultsSummary = z.object({
  broadcastId,
  title: texts,
  closesAt: instant,
  closed: z.boolean(),
  privacy: z.enum(privacyPromises),
});
export const resultsList = z.object({ prompts: z.array(resultsSummary) });

export const commentQuery = z.strictObject({
  question: questionId,
  area: areaSlug.optional(),
  /** Those that are hidden as a whole, too, so that it can be undone; without their text. */
  hidden: z.enum(['true', 'false']).optional(),
  cursor: cursor.optional(),
});

export type QuestionTallyJson = z.infer<typeof questionTally>;
export type GroupTallyJson = z.infer<typeof groupTally>;
export type BreakdownJson = z.infer<typeof breakdown>;
export type ShownGroup = z.infer<typeof shownGroup>;
export type ResultsJson = z.infer<typeof results>;
export type ResultsList = z.infer<typeof resultsList>;
export type CommentJson = z.infer<typeof comment>;
export type Redaction = z.infer<typeof redaction>;
export type CommentPage = z.infer<typeof commentPage>;
