import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formGroups } from '../../src/insight/form-groups.ts';
import { dimensions, type Profile } from '../../src/responses/response.ts';

type Member = { readonly id: number; readonly profile: Profile };

const some = <T>(...values: readonly T[]) => fc.constantFrom(...values, undefined);
const profiles = fc.array(
  fc
    .record({
      area: some('a', 'a', 'a', 'b', 'c'),
      role: some('legal', 'digital'),
      place: some('home'),
      site: some('x', 'y'),
    })
    .map((whole) => Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Profile),
  { maxLength: 90, size: 'max' },
);
const numbered = (all: readonly Profile[]) => all.map((profile, id): Member => ({ id, profile }));

describe('Forming groups', () => {
  const people = (count: number, profile: Profile) => Array.from({ length: count }, () => profile);
  const formed = (all: readonly Profile[], more = false, smallest = 10) =>
    formGroups(numbered(all), { smallest, more }).map(({ label, members }) => [label, members.length]);

  it('makes groups of ten or more that share nobody, and says of each only what all but those added have in common', () => {
    fc.assert(
      fc.property(profiles, fc.boolean(), (all, more) => {
        const groups = formGroups(numbered(all), { smallest: 10, more });
        const members = groups.flatMap((group) => group.members.map(({ id }) => id));
        assert.equal(new Set(members).size, members.length);
        for (const { label, members: ofGroup } of groups) {
          assert.ok(ofGroup.length >= 10);
          for (const dimension of dimensions) {
            if (label[dimension] === undefined) continue;
            for (const { profile } of ofGroup) assert.equal(profile[dimension], label[dimension]);
          }
        }
        if (!more) assert.equal(members.length, all.length < 10 ? 0 : all.length);
        if (more) assert.ok(members.length === 0 || all.length - members.length >= 10);
      }),
      { numRuns: 300 },
    );
  });

  it('counts everybody by themselves in a named prompt', () => {
    fc.assert(
      fc.property(profiles, fc.boolean(), (all, more) => {
        const groups = formGroups(numbered(all), { smallest: 1, more });
        assert.equal(groups.flatMap(({ members }) => members).length, all.length);
        for (const { label, members } of groups) for (const { profile } of members) assert.deepEqual(profile, label);
      }),
      { numRuns: 100 },
    );
  });

  it('tells apart whatever is large enough, dimension by dimension', () => {
    const all = [
      ...people(12, { area: 'a', role: 'legal' }),
      ...people(11, { area: 'a', role: 'digital' }),
      ...people(10, { area: 'b', role: 'legal' }),
    ];
    assert.deepEqual(formed(all), [
      [{ area: 'a', role: 'legal' }, 12],
      [{ area: 'a', role: 'digital' }, 11],
      [{ area: 'b', role: 'legal' }, 10],
    ]);
  });

  it('adds to those who are too few from the largest class, as long as that keeps ten', () => {
    const all = [...people(18, { area: 'a' }), ...people(3, { area: 'c' }), ...people(12, { area: 'b' })];
    assert.deepEqual(formed(all), [
      [{ area: 'a' }, 11],
      [{ area: 'b' }, 12],
      [{}, 10],
    ]);
  });

  it('adds the whole of the smallest class where nobody has people to spare', () => {
    const all = [...people(13, { area: 'a' }), ...people(3, { area: 'c' }), ...people(12, { area: 'b' })];
    assert.deepEqual(formed(all), [
      [{ area: 'a' }, 13],
      [{}, 15],
    ]);
  });

  it('lets those of small areas wait while more may answer, and ten at least', () => {
    const many = [...people(25, { area: 'a' }), ...people(9, { area: 'b' }), ...people(3, { area: 'c' })];
    assert.deepEqual(formed(many, true), [[{ area: 'a' }, 25]]);
    assert.deepEqual(formed(people(25, { area: 'a' }), true), [[{ area: 'a' }, 15]]);
    assert.deepEqual(formed(people(19, { area: 'a' }), true), []);
    assert.deepEqual(formed(people(19, { area: 'a' })), [[{ area: 'a' }, 19]]);
  });

  it('counts people of whom no area is known as an area of their own', () => {
    const all = [...people(30, {}), ...people(12, { area: 'a' })];
    assert.deepEqual(formed(all, true), [
      [{ area: 'a' }, 12],
      [{}, 20],
    ]);
  });

  it('takes those who come first, so that whoever orders people at random takes them at random', () => {
    const all = numbered([...people(18, { area: 'a' }), ...people(3, { area: 'c' })]);
    const [, rest] = formGroups(all, { smallest: 10, more: false });
    assert.deepEqual(
      rest?.members.map(({ id }) => id).toSorted((one, other) => one - other),
      [0, 1, 2, 3, 4, 5, 6, 18, 19, 20],
    );
  });
});
