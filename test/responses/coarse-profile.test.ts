import assert from 'node:assert/strict';
import fc from 'fast-check';
import { staffRoles } from '../../src/people/person.ts';
import { coarseProfiles, fewestAlike, type Traits } from '../../src/responses/coarse-profile.ts';
import type { Profile } from '../../src/responses/response.ts';

const areas = ['wessex', 'cymru-wales', 'north-east', 'hq'] as const;

const traits: fc.Arbitrary<Traits> = fc.record(
  {
    area: fc.constantFrom(...areas),
    language: fc.constantFrom('en', 'en', 'en', 'cy'),
    role: fc.constantFrom(...staffRoles),
    site: fc.constantFrom('Cardiff', 'Mold', 'Swansea', 'main office'),
  },
  { requiredKeys: ['area', 'language'], noNullPrototype: true },
);

/** Some kinds of people, each of them several times, as audiences are. */
const audiences = fc
  .array(fc.tuple(traits, fc.integer({ min: 1, max: 30 })), { maxLength: 25 })
  .map((kinds) => kinds.flatMap(([kind, count]) => Array.from({ length: count }, () => kind)));

function sizes(profiles: readonly Profile[]): readonly number[] {
  const text = (profile: Profile) => JSON.stringify(Object.entries(profile).toSorted());
  return [...Map.groupBy(profiles, text).values()].map((same) => same.length);
}

function people(count: number, who: Traits): Traits[] {
  return Array.from({ length: count }, () => who);
}

describe('what stands beside an anonymous answer', () => {
  it('is given to at least ten people of any audience alike', () => {
    fc.assert(
      fc.property(audiences, (audience) => {
        const profiles = audience.map(coarseProfiles(audience));
        if (audience.length < fewestAlike) assert.ok(profiles.every((profile) => Object.keys(profile).length === 0));
        else for (const size of sizes(profiles)) assert.ok(size >= fewestAlike, `only ${size} have the same`);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is true of everybody, and the same whatever the order of the audience', () => {
    fc.assert(
      fc.property(audiences, (audience) => {
        const [forwards, backwards] = [coarseProfiles(audience), coarseProfiles(audience.toReversed())];
        for (const person of audience) {
          assert.deepEqual(forwards(person), backwards(person));
          assert.deepEqual({ ...person, ...forwards(person) }, person);
        }
      }),
    );
  });

  it('is the area and the role where ten share them', () => {
    const lawyers = { area: 'wessex', language: 'en', role: 'legal' } as const;
    const others = { area: 'wessex', language: 'en', role: 'digital' } as const;
    const profiles = coarseProfiles([...people(10, lawyers), ...people(10, others)]);
    assert.deepEqual(profiles(lawyers), lawyers);
    assert.deepEqual(profiles(others), others);
  });

  it('is less for the few, and for so many more that they are ten', () => {
    const wessex = { area: 'wessex', language: 'en' } as const;
    const wales = { area: 'cymru-wales', language: 'en' } as const;
    const hq = { area: 'hq', language: 'en' } as const;
    const profiles = coarseProfiles([...people(30, wessex), ...people(12, wales), ...people(1, hq)]);
    assert.deepEqual(profiles(wessex), wessex);
    assert.deepEqual([profiles(wales), profiles(hq)], [{ language: 'en' }, { language: 'en' }]);
  });

  it('keeps a role that ten share although their areas are too small', () => {
    const audience = areas.flatMap((area) => people(4, { area, language: 'en', role: 'legal' }));
    const profiles = coarseProfiles(audience);
    for (const person of audience) assert.deepEqual(profiles(person), { language: 'en', role: 'legal' });
  });

  it('is nothing of somebody who was not in the audience', () => {
    const profiles = coarseProfiles(people(20, { area: 'hq', language: 'en' }));
    assert.deepEqual(profiles({ area: 'wessex', language: 'en' }), {});
  });
});
