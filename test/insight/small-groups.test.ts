import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { showableGroups, smallestGroup } from '../../src/insight/small-groups.ts';

type Sizes = ReadonlyMap<string, number>;

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const someSizes: fc.Arbitrary<Sizes> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })), { maxLength: letters.length })
  .map((sizes) => new Map(sizes.map((size, index) => [letters[index] ?? '', size])));

const sum = (sizes: Iterable<number>) => [...sizes].reduce((total, size) => total + size, 0);

/** Groups that are not shown although somebody answered from them. */
function hiddenOf(sizes: Sizes): readonly (readonly [string, number])[] {
  const { groups } = showableGroups(sizes);
  return [...sizes].filter(([group, size]) => size > 0 && !groups.has(group));
}

function sameShown(one: Sizes, other: Sizes): boolean {
  const [first, second] = [showableGroups(one), showableGroups(other)];
  return first.total === second.total && isDeepStrictEqual(first.groups, second.groups);
}

describe('showable groups', () => {
  it('show the total of ten answers or more, and nothing of fewer', () => {
    fc.assert(
      fc.property(someSizes, (sizes) => {
        const { total, groups } = showableGroups(sizes);
        assert.equal(total, sum(sizes.values()) >= smallestGroup);
        if (!total) assert.equal(groups.size, 0);
      }),
    );
  });

  it('are never smaller than ten', () => {
    fc.assert(
      fc.property(someSizes, (sizes) => {
        for (const group of showableGroups(sizes).groups) assert.ok((sizes.get(group) ?? 0) >= smallestGroup);
      }),
    );
  });

  it('leave of the total nothing, or ten people of two groups at least', () => {
    fc.assert(
      fc.property(someSizes, (sizes) => {
        const { total, groups } = showableGroups(sizes);
        if (!total) return;
        const left = sum(sizes.values()) - sum([...groups].map((group) => sizes.get(group) ?? 0));
        if (left > 0) assert.ok(left >= smallestGroup && hiddenOf(sizes).length >= 2, `${left} are left`);
      }),
    );
  });

  it('tell the size of no hidden group, even to somebody who knows the rule', () => {
    fc.assert(
      fc.property(someSizes, (sizes) => {
        if (!showableGroups(sizes).total) return;
        const hidden = hiddenOf(sizes);
        for (const [group, size] of hidden) {
          const others = hidden
            .filter(([other]) => other !== group)
            .flatMap(([other, otherSize]) =>
              Array.from(
                { length: size + otherSize + 1 },
                (_, moved) => new Map([...sizes, [group, moved], [other, size + otherSize - moved]]),
              ),
            );
          const possible = others.filter((each) => sameShown(each, sizes)).map((each) => each.get(group));
          assert.ok(new Set(possible).size >= 2, `${group} can only be ${size}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('hide no large group without need', () => {
    fc.assert(
      fc.property(someSizes, (sizes) => {
        if (!showableGroups(sizes).total) return;
        const hidden = hiddenOf(sizes).toSorted(([, one], [, other]) => one - other);
        const [largest, ...rest] = hidden.toReversed();
        if (largest === undefined || largest[1] < smallestGroup) return;
        const people = sum(rest.map(([, size]) => size));
        assert.ok(people > 0 && (people < smallestGroup || rest.length < 2), 'without it the others would be safe');
      }),
    );
  });

  for (const [what, sizes, shown] of [
    ['all of ten or more', { a: 10, b: 25 }, ['a', 'b']],
    ['a large group beside one from which nobody answered', { a: 12, b: 0 }, ['a']],
    ['the large beside two small groups of ten together', { a: 12, b: 4, c: 6 }, ['a']],
    ['not the next smallest beside one small group', { a: 30, b: 12, c: 4 }, ['a']],
    ['not the next smallest beside two small groups of nine together', { a: 30, b: 12, c: 4, d: 5 }, ['a']],
    ['nothing where two groups are left and one is small', { a: 30, b: 4 }, []],
    ['nothing of nothing', {}, []],
  ] as const) {
    it(`are ${what}`, () => {
      const { groups } = showableGroups(new Map(Object.entries(sizes)));
      assert.deepEqual([...groups].toSorted(), shown);
    });
  }
});
