import type { Coverage, ImportReport, PersonDetail, PersonSummary } from '../../src/api/contract/people.ts';
import { listAreas } from '../../src/people/areas.ts';

const sitesOf: Readonly<Record<string, readonly string[]>> = {
  'cymru-wales': ['Cardiff', 'Mold', 'Swansea'],
  wessex: ['Eastleigh', 'Portsmouth'],
  'south-west': ['Bristol', 'Exeter', 'Truro'],
};

/** A directory of some 7,600 people. */
export function bigCoverage(): Coverage {
  const areas = listAreas().all.map(({ slug: area }, index) => {
    const names = ['', ...(sitesOf[area] ?? ['Main office'])];
    const sites = names.map((site, place) => {
      const people = site === '' ? 12 + index : 120 + ((index * 37 + place * 53) % 160);
      return { site, people, reachable: Math.round(people * (0.55 + ((index * 7 + place * 3) % 45) / 100)) };
    });
    return { area, ...sumOf(sites), sites };
  });
  return { ...sumOf(areas), areas };
}

function sumOf(all: readonly { readonly people: number; readonly reachable: number }[]) {
  return all.reduce(
    (sum, { people, reachable }) => ({ people: sum.people + people, reachable: sum.reachable + reachable }),
    { people: 0, reachable: 0 },
  );
}

function idOf(number: number): string {
  return `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

const givenNames = ['Aled', 'Bethan', 'Carys', 'David', 'Elin', 'Farah', 'Gareth', 'Hannah'] as const;
const familyNames = ['Price', 'Khan', 'Jones', 'Okafor', 'Smith'] as const;

/** People of the directory, some of them with duties, some without a name, some not to be reached. */
export const somePeople: readonly PersonSummary[] = Array.from({ length: 60 }, (_, index) => ({
  id: idOf(index),
  ...(index % 17 === 5 ? {} : { name: `${givenNames[index % 8]} ${familyNames[index % 5]}` }),
  area: index % 3 === 0 ? 'wessex' : 'cymru-wales',
  ...(index % 4 === 3 ? {} : { site: index % 3 === 0 ? 'Eastleigh' : 'Cardiff' }),
  role: (['legal', 'operational-delivery', 'digital', 'corporate'] as const)[index % 4] ?? 'legal',
  language: index % 6 === 1 ? 'cy' : 'en',
  duties: {
    leads: index === 0 ? ['wessex', 'south-east'] : [],
    roadmapOwner: index === 1,
    administrator: index === 1,
  },
  reachable: index % 5 !== 2,
  ...(index % 5 === 2 ? { unreachableBecause: 'uninstalled' as const } : {}),
}));

export function personDetail(id: string, change: Partial<PersonSummary> = {}, etag = '"1"'): PersonDetail {
  const person = somePeople.find((each) => each.id === id);
  if (person === undefined) throw new Error(`There is no ${id}.`);
  return { person: { ...person, ...change }, etag };
}

/** What a directory file would do. */
export function importReport(change: Partial<ImportReport> = {}): ImportReport {
  return {
    digest: 'a-digest',
    rows: 7_612,
    added: 41,
    changed: 2,
    unchanged: 7_569,
    problems: [],
    problemCount: 0,
    changes: [
      {
        id: idOf(900),
        name: 'Mair Evans',
        new: true,
        fields: [
          { field: 'name', after: 'Mair Evans' },
          { field: 'area', after: 'cymru-wales' },
        ],
      },
      {
        id: idOf(3),
        name: 'David Okafor',
        new: false,
        fields: [
          { field: 'area', before: 'wessex', after: 'south-east' },
          { field: 'role', before: 'corporate', after: 'digital' },
        ],
      },
    ],
    missing: [{ id: idOf(7), name: 'Hannah Jones', area: 'cymru-wales' }],
    missingCount: 26,
    ...change,
  };
}
