import { z } from 'zod';
import { broadcastStates, longestRefusal, privacyPromises, recurrences } from '../../broadcasts/broadcast.ts';
import type { ContentProblem } from '../../broadcasts/content-problems.ts';
import { reasons } from '../../delivery/delivery.ts';
import type { ControlName as PossibleControl } from '../../delivery/possible-controls.ts';
import { staffRoles } from '../../people/person.ts';
import { audience, content, sendingWish } from './content.ts';
import { areaSlug, broadcastId, count, cursor, etag, instant, limit, personId, runId } from './ids.ts';
import { outcome } from './progress.ts';
import { texts } from './texts.ts';

/** What an author writes and to whom; the body of a new draft and of a change of one. */
export const draft = z.strictObject({
  content,
  audience,
  /** How often a prompt is asked; as it was when left out, once when it is new. */
  every: z.enum([...recurrences, 'once']).exactOptional(),
});

export const broadcastQuery = z.strictObject({
  /** Words that the title holds, in either language. */
  search: z.string().max(200).optional(),
  /** One state, or several with commas between. */
  state: z.string().max(100).optional(),
  kind: z.enum(['update', 'prompt']).optional(),
  /** Only those that the caller wrote. */
  mine: z.enum(['true', 'false']).optional(),
  cursor: cursor.optional(),
  limit: limit.optional(),
});

/** One line of the list. */
export const broadcastSummary = z.object({
  id: broadcastId,
  kind: z.enum(['update', 'prompt']),
  title: texts,
  state: z.enum(broadcastStates),
  audience,
  /** Whether the caller wrote it. */
  mine: z.boolean(),
  createdAt: instant,
  confirmedAt: instant.optional(),
  startsAt: instant.optional(),
  sentAt: instant.optional(),
  /** How many people it was confirmed for; while it awaits approval, how many its author agreed to. */
  people: count.optional(),
  /** When its author asked for approval; only while it awaits that. */
  askedAt: instant.optional(),
  pausedBecause: z.string().optional(),
  recalled: z.boolean(),
  privacy: z.enum(privacyPromises).optional(),
  /** When a prompt stops taking answers. */
  closesAt: instant.optional(),
  closed: z.boolean().optional(),
});

/** Newest first. A page may be short, or empty, and still have a next one. */
export const broadcastList = z.object({ broadcasts: z.array(broadcastSummary), next: cursor.optional() });

export const schedule = z.object({
  startAt: instant,
  hours: z.enum(['usual', 'permitted']),
  latestBy: instant.optional(),
  urgentBecause: z.string().optional(),
});

export const laterRun = z.object({
  id: runId,
  requestedAt: instant,
  startAt: instant.optional(),
  finishedAt: instant.optional(),
  stoppedBecause: z.string().optional(),
});

/** What may be done to a broadcast now. */
export const controls = z.enum([
  'edit',
  'discard',
  'confirm',
  'pause',
  'resume',
  'cancel',
  'resend',
  'remind',
  'correct',
  'recall',
  'extend',
  'close',
  'stop-series',
  'approve',
  'send-back',
  'take-back',
] as const satisfies readonly PossibleControl[]);

/** A broadcast with all that its page shows. */
export const broadcast = broadcastSummary.extend({
  etag,
  content,
  /** The name of whoever wrote it, where the directory has one. */
  authorName: z.string().optional(),
  wish: sendingWish.optional(),
  schedule: schedule.optional(),
  resentAt: instant.optional(),
  laterRuns: z.array(laterRun),
  series: z
    .object({
      id: broadcastId,
      number: z.int().min(1),
      every: z.enum(recurrences),
      stopped: z.boolean(),
    })
    .optional(),
  /** What its author asked of the roadmap owners, for how many people, and who approved it when. */
  approval: z
    .object({
      askedAt: instant,
      people: count,
      approvedAt: instant.optional(),
      /** Where the directory has one. */
      approverName: z.string().optional(),
    })
    .optional(),
  /** Why a roadmap owner sent a draft back; until its author confirms it again. */
  sentBack: z.object({ at: instant, because: z.string(), byName: z.string().optional() }).optional(),
  /** Of the first pass; absent until it is confirmed. */
  progress: z.object({ recipients: count, waiting: count, outcome }).optional(),
  may: z.array(controls),
});

const contentProblems = [
  'missing',
  'too-long',
  'welsh-missing',
  'too-few-options',
  'too-many-options',
  'options-unequal',
  'too-many-questions',
  'date-wrong',
  'date-past',
  'audience-empty',
] as const satisfies readonly ContentProblem[];

/** What stands in the way of sending: the field, such as `title.cy` or `q1.options.en`, and what to do. */
export const contentProblem = z.object({
  field: z.string(),
  problem: z.enum(contentProblems),
  /** In the caller's language. */
  text: z.string(),
});

/** What an author sees before confirming, and a roadmap owner before approving. */
export const preview = z.object({
  broadcast,
  etag,
  problems: z.array(contentProblem),
  people: count,
  reachable: count,
  /** When it will go out if it is confirmed now. */
  schedule,
  startsNow: z.boolean(),
  /** How many get it later, because they had a prompt in the week before. */
  promptedLately: count,
  /** Whether confirming asks the roadmap owners for approval instead of sending: it is for more than the author's areas. */
  needsApproval: z.boolean(),
});

export const audienceCount = z.object({
  people: count,
  reachable: count,
  /** Whether a roadmap owner has to approve what the caller sends to them. */
  needsApproval: z.boolean(),
});

/** The text, the time of going out and the number of people that the author, or whoever approves, saw and agrees to. */
export const confirmation = z.strictObject({ etag, people: count });

/** Why a roadmap owner does not approve what an author wants to send. */
export const refusal = z.strictObject({ because: z.string().trim().min(1).max(longestRefusal) });

/** A broadcast after it was confirmed, approved or controlled. */
export const controlled = z.object({ broadcast });

export const sentToMe = z.object({ sent: z.literal(true) });

/** The real card, as staff get it. */
export const cardQuery = z.strictObject({ language: z.enum(['en', 'cy']).optional() });
export const cardWanted = z.strictObject({ content, language: z.enum(['en', 'cy']) });
export const card = z.object({
  /** An adaptive card. */
  card: z.record(z.string(), z.unknown()),
  /** In bytes, as Teams counts them, and how many a card may have. */
  bytes: count,
  largest: count,
});

export const notReachedQuery = z.strictObject({ cursor: cursor.optional(), limit: limit.optional() });
export const notReachedList = z.object({
  /** Everybody who was not reached, on all pages together. */
  total: count,
  people: z.array(
    z.object({
      personId,
      name: z.string().optional(),
      area: areaSlug,
      site: z.string().optional(),
      role: z.enum(staffRoles).optional(),
      state: z.enum(['unreachable', 'failed']),
      reason: z.enum(reasons).optional(),
      attempts: count,
      at: instant.optional(),
    }),
  ),
  next: cursor.optional(),
});

/** What became of the recipients of the first pass, area by area. */
export const areaStates = z.object({
  areas: z.array(
    z.object({
      area: areaSlug,
      recipients: count,
      sent: count,
      unreachable: count,
      failed: count,
      cancelled: count,
      skipped: count,
      waiting: count,
    }),
  ),
});

export type Draft = z.infer<typeof draft>;
export type BroadcastQuery = z.input<typeof broadcastQuery>;
export type BroadcastSummary = z.infer<typeof broadcastSummary>;
export type BroadcastList = z.infer<typeof broadcastList>;
export type BroadcastJson = z.infer<typeof broadcast>;
export type ControlName = z.infer<typeof controls>;
export type ContentProblemJson = z.infer<typeof contentProblem>;
export type PreviewJson = z.infer<typeof preview>;
export type AudienceCount = z.infer<typeof audienceCount>;
export type Confirmation = z.infer<typeof confirmation>;
export type Refusal = z.infer<typeof refusal>;
export type Controlled = z.infer<typeof controlled>;
export type CardJson = z.infer<typeof card>;
export type CardWanted = z.infer<typeof cardWanted>;
export type NotReachedList = z.infer<typeof notReachedList>;
export type AreaStates = z.infer<typeof areaStates>;
