import assert from 'node:assert/strict';
import { openRuns } from '../../src/delivery/sweep.ts';
import { workSlice } from '../../src/delivery/work-slice.ts';
import { sampleBroadcast } from '../contract/samples.ts';
import { confirmUpdate, createSmallWorld, reachablePerson } from '../delivery/small-world.ts';

const under = {
  state: 'sending',
  plan: { slices: 2, recipients: 60, complete: true },
  laterRuns: [{ id: 'correct-1', requestedBy: 'lead', requestedAt: '2026-06-01T09:00:00.000Z' }],
} as const;

describe('a broadcast of which nobody is held any more', () => {
  it('has no pass that should go on', () => {
    assert.deepEqual(openRuns(sampleBroadcast(under)), ['send', 'correct-1']);
    const cleared = { since: '2027-06-01T09:00:00.000Z', asked: {} };
    assert.deepEqual(openRuns(sampleBroadcast({ ...under, cleared })), []);
    assert.deepEqual(openRuns(sampleBroadcast({ ...under, cleared: { ...cleared, done: true } })), []);
  });

  it('is sent to nobody, not even by a message that comes late', async () => {
    const world = createSmallWorld();
    const { broadcasts, deliveries } = world.ports;
    const people = [reachablePerson(2), reachablePerson(4)];
    const broadcast = await confirmUpdate(world, people);
    const recipients = people.map(({ id, area, language }) => ({ personId: id, area, language }));
    await deliveries.createSlice({ broadcastId: broadcast.id, number: 1, recipients });
    const stored = await broadcasts.get(broadcast.id);
    assert.ok(stored !== undefined);
    const cleared = { since: '2027-06-01T09:00:00.000Z', asked: {} };
    await broadcasts.replace({ ...stored.value, cleared }, stored.etag);
    for (const slice of [1, 2]) {
      const result = await workSlice(world.ports, broadcast.id, 'send', slice, new AbortController().signal);
      assert.deepEqual(result, { kind: 'done' });
    }
    assert.equal(world.cards.size, 0);
  });
});
