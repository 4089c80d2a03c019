import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alive, fairShare, type Neighbours, nextShare, observe } from '../../../src/delivery/pace/share.ts';
import type { SenderClaim } from '../../../src/delivery/pace-store.ts';

const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 80 });

describe('the fair share', () => {
  it('is all for one alone', () => {
    assert.equal(fairShare(50, 'one', []), 50);
    assert.equal(fairShare(0.5, 'one', []), 0.5);
  });

  it('is 17, 17 and 16 of 50 for three, whoever works it out', () => {
    const all = ['c', 'a', 'b'];
    assert.deepEqual(
      ['a', 'b', 'c'].map((own) => fairShare(50, own, all)),
      [17, 17, 16],
    );
  });

  it('adds up to the limit, in whole calls where there are enough', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 200 }), (all, limit) => {
        const shares = all.map((own) => fairShare(limit, own, all));
        const sum = shares.reduce((total, share) => total + share, 0);
        assert.ok(Math.abs(sum - limit) < 1e-9);
        assert.ok(Math.max(...shares) - Math.min(...shares) <= 1);
        if (limit >= all.length) assert.ok(shares.every(Number.isInteger));
      }),
    );
  });
});

describe('the next share', () => {
  const neighbours = (...claims: number[]): Neighbours =>
    new Map(claims.map((perSecond, index) => [`other ${index}`, { beat: 1, perSecond, silentMs: 0 }]));

  it('is lowered at once, whatever the others claim', () => {
    assert.equal(nextShare(50, { fair: 25, claimed: 50 }, 50, neighbours(50)), 25);
  });

  it('is raised to what the others leave free, and not above what was claimed', () => {
    assert.equal(nextShare(0, { fair: 25, claimed: 25 }, 50, neighbours(50)), 0);
    assert.equal(nextShare(0, { fair: 25, claimed: 25 }, 50, neighbours(30)), 20);
    assert.equal(nextShare(17, { fair: 25, claimed: 17 }, 50, neighbours(17)), 17);
  });

  it('never sums up to more than the limit, in whatever order senders claim, look, come and go', () => {
    const step = fc.record({ sender: fc.nat(4), what: fc.constantFrom('claim', 'look', 'leave') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.integer({ min: 5, max: 60 }), (steps, limit) => {
        const claims = new Map<string, number>();
        const shares = new Map<string, number>();
        const seen = new Map<string, Neighbours>();
        for (const { sender, what } of steps) {
          const id = `sender ${sender}`;
          const others = seen.get(id) ?? new Map();
          if (what === 'claim') {
            const fair = fairShare(limit, id, others.keys());
            shares.set(id, Math.min(shares.get(id) ?? 0, fair));
            claims.set(id, fair);
          } else if (what === 'look' && claims.has(id)) {
            const stored = [...claims].map(([senderId, perSecond]) => ({ senderId, beat: 1, perSecond }));
            const looked = observe(others, stored, id, 0);
            seen.set(id, looked);
            const wanted = { fair: fairShare(limit, id, looked.keys()), claimed: claims.get(id) ?? 0 };
            shares.set(id, nextShare(shares.get(id) ?? 0, wanted, limit, looked));
          } else if (what === 'leave') {
            shares.delete(id);
            claims.delete(id);
          }
          const sum = [...shares.values()].reduce((total, share) => total + share, 0);
          assert.ok(sum <= limit + 1e-9, `${sum} of ${limit}`);
        }
      }),
    );
  });
});

describe('a neighbour', () => {
  const claim = (beat: number): SenderClaim => ({ senderId: 'other', beat, perSecond: 25 });

  it('is silent for as long as its beat stays the same', () => {
    let known: Neighbours = new Map();
    for (const beat of [7, 7, 7]) known = observe(known, [claim(beat)], 'own', 1_000);
    assert.equal(known.get('other')?.silentMs, 2_000);
    assert.equal(alive(known, 2_000).size, 0);
    assert.equal(alive(known, 2_001).size, 1);
    known = observe(known, [claim(3)], 'own', 1_000);
    assert.equal(known.get('other')?.silentMs, 0);
  });

  it('is gone with its claim, and never the sender itself', () => {
    const known = observe(new Map(), [claim(1), { ...claim(2), senderId: 'own' }], 'own', 1_000);
    assert.deepEqual([...known.keys()], ['other']);
    assert.equal(observe(known, [], 'own', 1_000).size, 0);
  });
});
