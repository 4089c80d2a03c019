import { z } from 'zod';
import { readConfirmed } from '../../broadcasts/read-broadcast.ts';
import { readAreaStates } from '../../delivery/area-states.ts';
import { notReached } from '../../delivery/report.ts';
import { ProductError } from '../../errors/product-error.ts';
import type { Handler } from '../handler.ts';
import { missedJson } from '../json/missed-json.ts';
import { namesOf } from '../names-of.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';

/** Unless more or fewer are asked for. */
const usualLimit = 25;

const place = z.strictObject({ slice: z.int().min(1), taken: z.int().min(0) });

export const listNotReached: Handler<'listNotReached'> = async (services, { person, params, query }) => {
  const { id, cleared } = await readConfirmed(services.broadcasts, person, params.broadcastId);
  if (cleared !== undefined) throw new ProductError('RecordsRemoved');
  const { cursor, limit = usualLimit } = query;
  const { total, people, next } = await notReached(services.deliveries, id, limit, readCursor(cursor, place));
  const names = await namesOf(services.people, people);
  return { total, people: people.map((line) => missedJson(line, names)), next: writeCursor(next) };
};

export const getAreaStates: Handler<'getAreaStates'> = async ({ broadcasts, deliveries }, { person, params }) => {
  const { id, cleared } = await readConfirmed(broadcasts, person, params.broadcastId);
  if (cleared !== undefined) throw new ProductError('RecordsRemoved');
  return { areas: await readAreaStates(deliveries, id) };
};
