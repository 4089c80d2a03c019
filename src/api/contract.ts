import { z } from 'zod';
import { broadcastStates } from '../broadcasts/broadcast.ts';
import { type RunId, reasons } from '../delivery/delivery.ts';

/** The id of a broadcast: a ULID, https://github.com/ulid/spec. */
export const broadcastId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

/** The name of a pass over the audience. */
export const runId = z
  .string()
  .regex(/^(send|recall|remind-[1-9]\d{0,3}|correct-[1-9]\d{0,3})$/)
  .transform((id) => id as RunId);

const count = z.int().min(0);

/** One event of the progress of a broadcast. The outcome's counts and `waiting` add up to `recipients`. */
export const progressEvent = z.object({
  broadcastId,
  run: runId,
  state: z.enum(broadcastStates),
  recipients: count,
  waiting: count,
  outcome: z.object({
    sent: count,
    unreachable: count,
    failed: count,
    cancelled: count,
    skipped: count,
    possiblyTwice: count,
    reasons: z.partialRecord(z.enum(reasons), count),
  }),
  /** Recipients dealt with a second; absent while too little has been seen. */
  perSecond: z.number().min(0).optional(),
  /** Absent when it cannot be said. */
  secondsLeft: count.optional(),
  /** When the first card goes out; only before that. */
  startsAt: z.iso.datetime().optional(),
  /** Why Teams refuses it as a whole. */
  pausedBecause: z.string().optional(),
  at: z.iso.datetime(),
  /** The pass is over, and no event follows. A stream that ends without it is to be asked for again. */
  final: z.boolean(),
});

export type ProgressEvent = z.infer<typeof progressEvent>;
