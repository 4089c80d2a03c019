import { listBroadcasts as list } from '../../broadcasts/list-broadcasts.ts';
import { readBroadcast } from '../../broadcasts/read-broadcast.ts';
import { broadcastId } from '../contract/ids.ts';
import type { Handler } from '../handler.ts';
import { summaryJson } from '../json/broadcast-json.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import { readStates } from '../read-states.ts';
import { shownBroadcast } from '../shown-broadcast.ts';

/** Unless more or fewer are asked for. */
const usualLimit = 25;

export const listBroadcasts: Handler<'listBroadcasts'> = async (services, { person, query }) => {
  const { search, state, kind, mine, cursor, limit = usualLimit } = query;
  const filter = { search, kind, states: readStates(state), mine: mine === 'true' };
  const page = await list(services, person, filter, limit, readCursor(cursor, broadcastId));
  const now = services.clock.now();
  return {
    broadcasts: page.broadcasts.map((broadcast) => summaryJson(broadcast, person, now)),
    next: writeCursor(page.next),
  };
};

export const getBroadcast: Handler<'getBroadcast'> = async (services, { person, params }) =>
  shownBroadcast(services, await readBroadcast(services.broadcasts, person, params.broadcastId), person);
