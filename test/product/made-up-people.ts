import { listAreas } from '../../src/people/areas.ts';
import type { Person } from '../../src/people/person.ts';

const recordedAt = '2026-01-05T09:00:00.000Z';

/** The id of the made-up person with this number. */
export function personId(number: number): string {
  return `0a0a0a0a-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A member of staff whom cards cannot reach yet; `changes` says what is special about them. */
export function madeUpPerson(number: number, changes: Partial<Person> = {}): Person {
  return {
    id: personId(number),
    name: `Person ${number}`,
    area: 'wessex',
    role: 'legal',
    language: 'en',
    duties: { leads: [], roadmapOwner: false },
    reach: { state: 'unreachable', reason: 'not-installed' },
    recordedAt,
    ...changes,
  };
}

/** People spread evenly over the 14 areas, numbered from `first`. */
export function madeUpStaff(count: number, first = 1): readonly Person[] {
  const areas = listAreas().all.filter(({ kind }) => kind === 'area');
  return Array.from({ length: count }, (_, index) =>
    madeUpPerson(first + index, {
      area: areas[index % areas.length]?.slug ?? 'wessex',
      language: index % areas.length === 0 && index % 2 === 0 ? 'cy' : 'en',
    }),
  );
}
