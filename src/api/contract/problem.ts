import { z } from 'zod';

/** What a request that failed is answered with: Problem Details, RFC 9457, as `application/problem+json`. */
export const problem = z.object({
  title: z.string(),
  status: z.int(),
  /** For machines, such as `VersionStale`; for people there is `detail`. */
  code: z.string(),
  /** What went wrong and what to do, in the language of `Accept-Language`. */
  detail: z.string().optional(),
  /** Under which the log says more. */
  correlationId: z.string(),
  /** With `RequestMalformed`: the part of the request that could not be read. */
  field: z.string().optional(),
  /** With `VersionStale`: what it is now, as the GET of it answers. */
  current: z.unknown().optional(),
});

export type ProblemJson = z.infer<typeof problem>;
