import { z } from 'zod';
import { languages } from '../../language/texts.ts';
import { type Duties, type Person, staffRoles } from '../../people/person.ts';
import peopleData from './people.json' with { type: 'json' };

const time = z.iso.time({ precision: -1 });
const workingTime = z.strictObject({
  pattern: z.array(z.strictObject({ day: z.int().min(1).max(7), from: time, to: time })).exactOptional(),
  away: z.array(z.strictObject({ from: z.iso.date(), to: z.iso.date() })).exactOptional(),
});

const directory = z.record(
  z.string(),
  z.array(
    z.strictObject({
      /** Never given to somebody else: ids are made of it. */
      number: z.int().min(1),
      name: z.string().min(1),
      site: z.string().min(1),
      role: z.enum(staffRoles),
      language: z.enum(languages),
      workingTime: workingTime.exactOptional(),
    }),
  ),
);

const dutiesByNumber: ReadonlyMap<number, Duties> = new Map([
  [1, { leads: [], roadmapOwner: true, administrator: true }],
  [2, { leads: ['wessex'], roadmapOwner: false }],
  [3, { leads: ['cymru-wales'], roadmapOwner: false }],
]);

const people: readonly Person[] = Object.entries(directory.parse(peopleData))
  .flatMap(([area, members]): Person[] =>
    members.map(({ number, ...details }) => ({
      id: samplePersonId(number),
      area,
      ...details,
      duties: dutiesByNumber.get(number) ?? { leads: [], roadmapOwner: false },
      reach: { state: 'unreachable', reason: 'not-installed' },
      recordedAt: '2026-09-01T08:00:00.000Z',
    })),
  )
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The people as whom one can sign in to the Playground. */
export const playgroundPeople = {
  roadmapOwner: personOf(1),
  leadOfWessex: personOf(2),
  leadOfCymruWales: personOf(3),
  staffOfWessex: personOf(4),
  /** Reads Welsh. */
  staffOfCymruWales: personOf(5),
} as const satisfies Readonly<Record<string, Person>>;

/** Made-up people of every area and unit, in the order of their ids; none of them can be reached yet. */
export function samplePeople(): readonly Person[] {
  return people;
}

/** The object id of a sample person, who is known by number in the sample data. */
export function samplePersonId(number: number): string {
  return `5b0f2c6e-7d14-4c3a-9e21-${String(number).padStart(12, '0')}`;
}

function personOf(number: number): Person {
  const person = people.find(({ id }) => id === samplePersonId(number));
  if (person === undefined) throw new RangeError(`no sample person has the number ${number}`);
  return person;
}
