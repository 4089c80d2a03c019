import { z } from 'zod';
import { broadcastStates } from '../../broadcasts/broadcast.ts';
import { reasons } from '../../delivery/delivery.ts';
import { broadcastId, count, instant, runId } from './ids.ts';

/** How many recipients ended in which state, and why those not sent to were not. */
export const outcome = z.object({
  sent: count,
  unreachable: count,
  failed: count,
  cancelled: count,
  skipped: count,
  /** Among those sent: people who may have got the card twice. */
  possiblyTwice: count,
  reasons: z.partialRecord(z.enum(reasons), count),
});

/** Which pass: the newest one when absent, for the report the first one. */
export const progressQuery = z.strictObject({ run: runId.optional() });

/** One event of the progress of a broadcast. The outcome's counts and `waiting` add up to `recipients`. */
export const progressEvent = z.object({
  broadcastId,
  run: runId,
  state: z.enum(broadcastStates),
  recipients: count,
  waiting: count,
  outcome,
  /** Recipients dealt with a second; absent while too little has been seen. */
  perSecond: z.number().min(0).optional(),
  /** Absent when it cannot be said. */
  secondsLeft: count.optional(),
  /** When the first card goes out; only before that. */
  startsAt: instant.optional(),
  /** Why Teams refuses it as a whole. */
  pausedBecause: z.string().optional(),
  at: instant,
  /** The pass is over, and no event follows. A stream that ends without it is to be asked for again. */
  final: z.boolean(),
});

export type ProgressEvent = z.infer<typeof progressEvent>;
export type OutcomeJson = z.infer<typeof outcome>;
