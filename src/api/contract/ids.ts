import { z } from 'zod';
import type { RunId } from '../../delivery/delivery.ts';

/** The id of a broadcast: a ULID, https://github.com/ulid/spec. */
export const broadcastId = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);

/** The Entra object id of a person, in lower case. */
export const personId = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

/** The id of a roadmap item: lower-case letters, digits and hyphens. `index` is kept for the store. */
export const itemId = z.string().regex(/^(?!index$)[a-z0-9][a-z0-9-]{0,63}$/);

/** The slug of an area or unit; whether there is such an area is for the use case to say. */
export const areaSlug = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** The id of a question within a prompt. */
export const questionId = z.string().regex(/^q[1-9]\d?$/);

/** The id of a comment among the results of a prompt. */
export const commentId = z.string().regex(/^[A-Za-z0-9_-]{1,128}$/);

/** The name of a pass over the audience. */
export const runId = z
  .string()
  .regex(/^(send|recall|results|remind-[1-9]\d{0,3}|correct-[1-9]\d{0,3})$/)
  .transform((id) => id as RunId);

/** What names exactly one version of something, as it stands in the `ETag` header and goes into `If-Match`. */
export const etag = z.string().min(1).max(200);

/** Names the next page; to be given back as it came. */
export const cursor = z.string().min(1).max(500);

/** How many entries a page has; at most 100. */
export const limit = z.coerce.number().int().min(1).max(100);

/** A count of people or things. */
export const count = z.int().min(0);

/** An instant, ISO 8601 in UTC. */
export const instant = z.iso.datetime();
