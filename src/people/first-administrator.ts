import { changeStored } from '../storage/versioned.ts';
import type { Clock } from '../time/clock.ts';
import type { PeopleStore } from './people-store.ts';
import { isAdministrator, type Person } from './person.ts';

/** Where somebody is counted until the directory says otherwise. */
const area = 'hq';

/**
 * Makes one person an administrator, known to the directory or not: a new directory has nobody who could fill it. Does
 * nothing when they are one.
 */
export async function ensureAdministrator(people: PeopleStore, clock: Clock, id: string): Promise<void> {
  const duties = { leads: [], roadmapOwner: false, administrator: true };
  const reach = { state: 'unreachable', reason: 'not-installed' } as const;
  const recordedAt = clock.now().toISOString();
  const { created } = await people.create({ id, area, language: 'en', duties, reach, recordedAt });
  if (created) return;
  await changeStored(
    () => people.get(id),
    people.replace,
    (person): Person | undefined =>
      isAdministrator(person) ? undefined : { ...person, duties: { ...person.duties, administrator: true } },
  );
}
