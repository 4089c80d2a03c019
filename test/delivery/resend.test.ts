import assert from 'node:assert/strict';
import { resendToFailures, resumeBroadcast } from '../../src/delivery/control-broadcast.ts';
import { planBroadcast } from '../../src/delivery/plan-broadcast.ts';
import { sweepUnfinished } from '../../src/delivery/sweep.ts';
import { workSlice } from '../../src/delivery/work-slice.ts';
import { author, confirmUpdate, createSmallWorld, reachablePerson, type SmallWorld } from './small-world.ts';

const { signal } = new AbortController();
const staff = Array.from({ length: 120 }, (_, index) => reachablePerson(2 * (index + 1)));

/** Does all the work that waits. */
async function drain({ ports }: SmallWorld): Promise<void> {
  for (;;) {
    const [item] = await ports.queue.receive(1, 30);
    if (item === undefined) return;
    const { work } = item;
    if (work.kind === 'plan') await planBroadcast(ports, work.broadcastId, signal);
    if (work.kind === 'slice') await workSlice(ports, work.broadcastId, work.run, work.slice, signal);
    await item.done();
  }
}

async function failed(world: SmallWorld): Promise<string> {
  world.answer = () => ({ result: { kind: 'unreachable', reason: 'blocked' }, arrived: false });
  const { id } = await confirmUpdate(world, staff);
  await drain(world);
  assert.equal(world.cards.size, 0);
  world.answer = () => undefined;
  world.moveOn(1_000);
  return id;
}

const stateOf = async ({ ports }: SmallWorld, id: string) => (await ports.broadcasts.get(id))?.value.state;

describe('trying those again who were not reached', () => {
  for (const dies of [1, 2, 3]) {
    it(`goes on when the process dies at step ${dies} of it`, async () => {
      const world = createSmallWorld();
      const id = await failed(world);
      let steps = 0;
      const forgetOutcome: SmallWorld['ports']['deliveries']['forgetOutcome'] = async (...asked) => {
        steps += 1;
        if (steps === dies) throw new Error('The process died');
        await world.ports.deliveries.forgetOutcome(...asked);
      };
      const dying = { ...world.control, deliveries: { ...world.ports.deliveries, forgetOutcome } };
      await assert.rejects(resendToFailures(dying, author, id), /died/);

      for (const _sweep of [1, 2]) {
        world.moveOn(100_000);
        await sweepUnfinished(world.ports);
        await drain(world);
      }
      assert.equal(await stateOf(world, id), 'sent');
      assert.deepEqual(new Set(world.cards.values()), new Set([1]));
      assert.equal(world.cards.size, staff.length);
    });
  }
});

describe('going on after a pause', () => {
  it('queues every pass that is under way', async () => {
    const world = createSmallWorld();
    const { id } = await confirmUpdate(world, staff);
    await drain(world);
    const sent = await world.ports.broadcasts.get(id);
    assert.ok(sent);
    const at = world.ports.clock.now().toISOString();
    const later = { id: 'correct-1', requestedBy: author.id, requestedAt: at } as const;
    await world.ports.broadcasts.replace({ ...sent.value, state: 'paused', laterRuns: [later] }, sent.etag);
    await resumeBroadcast(world.control, author, id);
    await drain(world);
    const resumed = await world.ports.broadcasts.get(id);
    assert.equal(resumed?.value.state, 'sent');
    assert.ok(resumed.value.laterRuns?.[0]?.finishedAt);
  });
});
