import { ulid } from 'ulid';
import { ProductError } from '../errors/product-error.ts';
import { changeSeen } from '../storage/change-seen.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { Clock } from '../time/clock.ts';
import type { AreaList } from './areas.ts';
import type { PeopleAudit } from './people-audit.ts';
import type { PeopleStore } from './people-store.ts';
import { type Duties, isAdministrator, type Person } from './person.ts';

export interface DutiesPorts {
  readonly people: PeopleStore;
  readonly audit: PeopleAudit;
  readonly areas: AreaList;
  readonly clock: Clock;
}

/**
 * Says what a person may do from now on, over the version that the administrator saw. Throws AdministratorsOnly,
 * AreaUnknown, PersonUnknown, VersionStale, and OwnDuties when an administrator would take their own role away: so there
 * is always one.
 */
export async function changeDuties(
  ports: DutiesPorts,
  by: Person,
  personId: string,
  wanted: Required<Duties>,
  seen: string,
): Promise<Versioned<Person>> {
  if (!isAdministrator(by)) throw new ProductError('AdministratorsOnly');
  if (by.id === personId && !wanted.administrator) throw new ProductError('OwnDuties');
  for (const area of wanted.leads) {
    if (ports.areas.find(area) === undefined) throw new ProductError('AreaUnknown', { area });
  }
  const stored = await ports.people.get(personId);
  if (stored === undefined) throw new ProductError('PersonUnknown');
  const duties = inOrder(wanted, ports.areas);
  const changed = await changeSeen(stored, seen, ports.people.replace, { ...stored.value, duties });
  if (changed !== stored) await writeDown(ports, by, personId, duties);
  return changed;
}

/** Each area once, in display order, and no role that is not there: the same duties are always written alike. */
function inOrder({ leads, roadmapOwner, administrator }: Required<Duties>, areas: AreaList): Duties {
  return {
    leads: areas.all.map(({ slug }) => slug).filter((slug) => leads.includes(slug)),
    roadmapOwner,
    ...(administrator ? { administrator } : {}),
  };
}

async function writeDown({ audit, clock }: DutiesPorts, by: Person, about: string, duties: Duties): Promise<void> {
  const now = clock.now();
  await audit.append({
    id: ulid(now.getTime()),
    who: by.id,
    what: 'duties.changed',
    about,
    facts: {
      leads: duties.leads.join(' '),
      roadmapOwner: String(duties.roadmapOwner),
      administrator: String(duties.administrator === true),
    },
    at: now.toISOString(),
  });
}
