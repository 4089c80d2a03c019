import type { Broadcast } from '../broadcasts/broadcast.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import { askedByArea } from '../delivery/asked-by-area.ts';
import { forgetAllComments } from '../insight/forget-comments.ts';
import type { Removed } from '../storage/versioned.ts';
import type { RightsPorts } from './rights-ports.ts';

/** What is removed of a broadcast once its time is over, and how much of it. */
export interface Removals {
  readonly answers: number;
  readonly participations: number;
  readonly deliveries: number;
}

export const noRemovals: Removals = { answers: 0, participations: 0, deliveries: 0 };

type ClearPorts = Pick<RightsPorts, 'broadcasts' | 'deliveries' | 'responses' | 'participation' | 'results' | 'clock'>;

const pageSize = 500;

/**
 * Removes what is held of the people whom a broadcast went to: their answers, what they wrote, who took part, and what
 * became of each card. The broadcast, the figures and the numbers of those reached stay. It can be stopped after each
 * page and begun again; `removed` is told of each page. Returns whether all is gone.
 */
export async function clearBroadcast(
  ports: ClearPorts,
  broadcast: Broadcast,
  goOn: () => boolean,
  removed: (part: Partial<Removals>) => void,
): Promise<boolean> {
  const { id } = broadcast;
  await beginClearing(ports, broadcast);
  const emptied =
    (await inPages(
      goOn,
      () => ports.responses.removeSome(id, pageSize),
      (answers) => removed({ answers }),
    )) &&
    (await inPages(
      goOn,
      () => ports.participation.removeSome(id, pageSize),
      (participations) => removed({ participations }),
    )) &&
    (await inPages(
      goOn,
      () => ports.deliveries.removePeople(id, pageSize),
      (deliveries) => removed({ deliveries }),
    ));
  if (!emptied) return false;
  await forgetAllComments(ports.results, id);
  await mark(ports, id, (cleared) => cleared && { ...cleared, done: true });
  return true;
}

/** From now on nothing is sent any more. How many were asked in each area can only be counted before. */
async function beginClearing(ports: ClearPorts, { id, plan, cleared }: Broadcast): Promise<void> {
  if (cleared !== undefined) return;
  const since = ports.clock.now().toISOString();
  const asked = Object.fromEntries(await askedByArea(ports.deliveries, id, plan?.slices ?? 0));
  await mark(ports, id, (standing) => (standing === undefined ? { since, asked } : undefined));
}

/** False when it was stopped before the end. */
async function inPages(
  goOn: () => boolean,
  removePage: () => Promise<Removed>,
  told: (removed: number) => void,
): Promise<boolean> {
  for (;;) {
    if (!goOn()) return false;
    const { removed, more } = await removePage();
    told(removed);
    if (!more) return true;
  }
}

async function mark(
  { broadcasts }: ClearPorts,
  id: string,
  decide: (cleared: Broadcast['cleared']) => Broadcast['cleared'],
): Promise<void> {
  await changeBroadcast(broadcasts, id, (broadcast) => {
    const cleared = decide(broadcast.cleared);
    return cleared === undefined ? undefined : { ...broadcast, cleared };
  });
}
