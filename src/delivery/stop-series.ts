import type { Broadcast } from '../broadcasts/broadcast.ts';
import { changeBroadcast } from '../broadcasts/change-broadcast.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import { type ControlPorts, changeControlled } from './controlled-change.ts';

/**
 * Ends a series: nothing follows, whichever of its prompts this is asked on, since the first says so for all. Throws what
 * {@link changeControlled} throws, and NotRecurring for a broadcast that belongs to no series.
 */
export async function stopSeries(ports: ControlPorts, by: Person, id: string): Promise<Broadcast> {
  const broadcast = await changeControlled(ports, by, id, 'series.stopped', stopped);
  const first = broadcast.series?.id;
  if (first !== undefined && first !== id) await changeBroadcast(ports.broadcasts, first, stopped);
  return broadcast;
}

function stopped(broadcast: Broadcast): Broadcast {
  const { series } = broadcast;
  if (series === undefined) throw new ProductError('NotRecurring');
  return series.stopped === true ? broadcast : { ...broadcast, series: { ...series, stopped: true } };
}
