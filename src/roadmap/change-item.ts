import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import { ProductError } from '../errors/product-error.ts';
import type { AreaList } from '../people/areas.ts';
import type { Person } from '../people/person.ts';
import { changeSeen } from '../storage/change-seen.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { Clock } from '../time/clock.ts';
import { type ItemText, textOf } from './item-history.ts';
import type { RoadmapAudit, RoadmapEvent } from './roadmap-audit.ts';
import type { RoadmapItem } from './roadmap-item.ts';
import type { RoadmapStore } from './roadmap-store.ts';

export interface ChangeItemPorts {
  readonly roadmap: RoadmapStore;
  readonly audit: RoadmapAudit;
  readonly areas: AreaList;
  readonly clock: Clock;
}

/**
 * Adds an item under a name of its own. Adding the same once more is adding it once. Throws RoadmapOwnerOnly, AreaUnknown,
 * and ItemExists when another item has that name.
 */
export async function addItem(
  ports: ChangeItemPorts,
  by: Person,
  id: string,
  text: ItemText,
): Promise<Versioned<RoadmapItem>> {
  requireOwner(by);
  requireAreas(ports.areas, text);
  const changedAt = ports.clock.now().toISOString();
  const { created, stored } = await ports.roadmap.create({ ...text, id, version: 1, changedAt });
  if (!created && !isDeepStrictEqual(textOf(stored.value), text)) throw new ProductError('ItemExists');
  if (created) await writeDown(ports, by, 'item.added', stored.value);
  return stored;
}

/**
 * Writes the next version of an item over the one that the owner saw; what says that already is left alone. Throws
 * RoadmapOwnerOnly, AreaUnknown, ItemUnknown and VersionStale.
 */
export async function changeItem(
  ports: ChangeItemPorts,
  by: Person,
  id: string,
  text: ItemText,
  seen: string,
): Promise<Versioned<RoadmapItem>> {
  requireOwner(by);
  requireAreas(ports.areas, text);
  const stored = await ports.roadmap.get(id);
  if (stored === undefined) throw new ProductError('ItemUnknown');
  if (isDeepStrictEqual(textOf(stored.value), text)) return stored;
  const changedAt = ports.clock.now().toISOString();
  const next: RoadmapItem = { ...text, id, version: stored.value.version + 1, changedAt };
  const changed = await changeSeen(stored, seen, ports.roadmap.replace, next);
  await writeDown(ports, by, 'item.changed', changed.value);
  return changed;
}

function requireOwner({ duties }: Person): void {
  if (!duties.roadmapOwner) throw new ProductError('RoadmapOwnerOnly');
}

function requireAreas(known: AreaList, { areas = [] }: ItemText): void {
  for (const area of areas) if (known.find(area) === undefined) throw new ProductError('AreaUnknown', { area });
}

async function writeDown(
  { audit, clock }: ChangeItemPorts,
  by: Person,
  what: RoadmapEvent,
  { id, version }: RoadmapItem,
): Promise<void> {
  const now = clock.now();
  await audit.append({
    id: ulid(now.getTime()),
    who: by.id,
    what,
    about: id,
    facts: { version },
    at: now.toISOString(),
  });
}
