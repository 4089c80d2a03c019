import type { ZodType } from 'zod';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { readConfirmed } from '../broadcasts/read-broadcast.ts';
import type { RunId } from '../delivery/delivery.ts';
import { ProductError } from '../errors/product-error.ts';
import type { SignedInRequest } from '../http/route.ts';
import type { Person } from '../people/person.ts';
import type { ApiServices } from './api-services.ts';
import { broadcastId, runId } from './contract.ts';

export interface AskedBroadcast {
  readonly person: Person;
  readonly broadcast: Broadcast;
  /** The pass that is asked for, if one is. */
  readonly run: RunId | undefined;
}

/**
 * The broadcast that a request of its author or a roadmap owner is about. Throws RequestMalformed, NotYourBroadcast
 * (also to people whom the directory does not know), BroadcastUnknown, BroadcastNotSent and PassUnknown.
 */
export async function askedBroadcast(
  { people, broadcasts }: Pick<ApiServices, 'people' | 'broadcasts'>,
  { caller, params, query }: SignedInRequest,
): Promise<AskedBroadcast> {
  const id = parsed('id', broadcastId, params.id);
  const wanted = new URLSearchParams(query).get('run');
  const run = wanted === null ? undefined : parsed('run', runId, wanted);
  const stored = await people.get(caller.personId);
  if (stored === undefined) throw new ProductError('NotYourBroadcast');
  const broadcast = await readConfirmed(broadcasts, stored.value, id);
  if (run !== undefined && !hasRun(broadcast, run)) throw new ProductError('PassUnknown');
  return { person: stored.value, broadcast, run };
}

function hasRun({ laterRuns = [] }: Broadcast, run: RunId): boolean {
  return run === 'send' || laterRuns.some(({ id }) => id === run);
}

function parsed<T>(field: string, schema: ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new ProductError('RequestMalformed', { field });
  return result.data;
}
