import assert from 'node:assert/strict';
import { planBroadcast, sliceSize } from '../../src/delivery/plan-broadcast.ts';
import { notReached, type ReportLine, reportLines } from '../../src/delivery/report.ts';
import { releasePrompt, reservePrompt } from '../../src/delivery/reserve-prompt.ts';
import type { Person } from '../../src/people/person.ts';
import { sampleDelivery } from '../contract/samples.ts';
import { madeUpPerson, personId } from '../product/made-up-people.ts';
import { createRandom } from '../simulator/random.ts';
import { createMortal } from './mortal.ts';
import { confirmUpdate, createSmallWorld, reachablePerson, type SmallWorld } from './small-world.ts';

const { signal } = new AbortController();

async function audienceOf({ ports }: SmallWorld, id: string): Promise<readonly string[]> {
  const slices = await ports.deliveries.slices(id);
  return slices.flatMap(({ recipients }) => recipients.map((recipient) => recipient.personId));
}

describe('laying out an audience', () => {
  const staff = Array.from({ length: 2_300 }, (_, index) => reachablePerson(index + 1));
  const everybody = staff.map(({ id }) => id);

  it('reads it page by page, and puts everybody in one slice, in order', async () => {
    const world = createSmallWorld();
    const { id } = await confirmUpdate(world, staff);
    const sizes: number[] = [];
    const people: SmallWorld['ports']['people'] = {
      ...world.ports.people,
      page: async (...asked) => {
        const page = await world.ports.people.page(...asked);
        sizes.push(page.people.length);
        return page;
      },
    };
    await planBroadcast({ ...world.ports, people }, id, signal);
    assert.deepEqual(sizes, [1_000, 1_000, 300]);
    assert.deepEqual(await audienceOf(world, id), everybody);
    const plan = (await world.ports.broadcasts.get(id))?.value.plan;
    assert.deepEqual(plan, { slices: everybody.length / sliceSize, recipients: everybody.length, complete: true });
  });

  it('comes to the same when two do it at once and each dies again and again', async () => {
    const world = createSmallWorld();
    const { id } = await confirmUpdate(world, staff);
    const random = createRandom(3);
    for (let life = 1; (await world.ports.broadcasts.get(id))?.value.plan?.complete !== true; life += 1) {
      assert.ok(life < 1_000, 'it never ends');
      const planners = [40, 90].map((most) => createMortal(world.ports, random, Math.floor(random() * most)));
      await Promise.all(planners.map(({ ports, dead }) => Promise.race([planBroadcast(ports, id, signal), dead])));
    }
    assert.deepEqual(await audienceOf(world, id), everybody);
  });

  it('keeps those whom an earlier planner saw and who have left since', async () => {
    const world = createSmallWorld();
    const { id } = await confirmUpdate(world, staff.slice(0, 60));
    const page = async (present: readonly Person[]) => ({ people: present });
    const seeing = (present: readonly Person[]) => ({
      ...world.ports,
      people: { ...world.ports.people, page: () => page(present) },
    });
    const before = { ...seeing(staff.slice(0, 60)), broadcasts: { ...world.ports.broadcasts, replace: dies } };
    await assert.rejects(planBroadcast(before, id, signal), /killed/);
    await planBroadcast(seeing(staff.slice(0, 40)), id, signal);
    assert.deepEqual(await audienceOf(world, id), everybody.slice(0, 60));
    assert.equal((await world.ports.broadcasts.get(id))?.value.plan?.recipients, 60);
  });
});

async function dies(): Promise<never> {
  throw new Error('killed');
}

describe('one prompt a week', () => {
  const days = (count: number) => new Date(Date.parse('2026-11-23T09:00:00Z') + count * 86_400_000);

  it('is noted with the person, and found again by whoever plans again', async () => {
    const world = createSmallWorld();
    const person = madeUpPerson(1);
    const first = await confirmUpdate(world, [person]);
    world.moveOn(1_000);
    const second = await confirmUpdate(world, []);
    assert.deepEqual(await reservePrompt(world.ports, first, person, days(0)), days(0));
    assert.deepEqual(await reservePrompt(world.ports, second, person, days(2)), days(7));
    assert.deepEqual(await reservePrompt(world.ports, second, person, days(3)), days(7));
    await releasePrompt(world.ports, first.id, person.id);
    assert.deepEqual((await world.ports.people.get(person.id))?.value.prompted?.broadcastId, second.id);
    await releasePrompt(world.ports, second.id, person.id);
    assert.equal((await world.ports.people.get(person.id))?.value.prompted, undefined);
  });
});

describe('the report', () => {
  it('names everybody once, also those to whom nothing has happened, and why some were not reached', async () => {
    const world = createSmallWorld();
    const { ports } = world;
    const { id } = await confirmUpdate(
      world,
      Array.from({ length: 120 }, (_, index) => reachablePerson(index + 1)),
    );
    await planBroadcast(ports, id, signal);
    const blocked = [55, 57, 60].map(personId);
    for (const number of Array.from({ length: 50 }, (_, index) => index + 51)) {
      const state = blocked.includes(personId(number)) ? 'unreachable' : 'sent';
      const reason = state === 'sent' ? {} : ({ reason: 'blocked' } as const);
      await ports.deliveries.create(sampleDelivery({ broadcastId: id, personId: personId(number), state, ...reason }));
    }
    const counts = { sent: 47, unreachable: 3, failed: 0, cancelled: 0, skipped: 0, possiblyTwice: 0, reasons: {} };
    await ports.deliveries.recordOutcome(id, 'send', 2, counts, ports.clock.now().toISOString());
    const lines: ReportLine[] = [];
    for await (const line of reportLines(ports.deliveries, id)) lines.push(line);
    assert.deepEqual(
      lines.map((line) => line.personId),
      await audienceOf(world, id),
    );
    assert.equal(lines.filter(({ state }) => state === 'planned').length, 70);
    const { total, people } = await notReached(ports.deliveries, id, 2);
    assert.equal(total, 3);
    assert.deepEqual(
      people.map((each) => [each.personId, each.reason]),
      blocked.slice(0, 2).map((each) => [each, 'blocked']),
    );
  });
});
