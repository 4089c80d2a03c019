import assert from 'node:assert/strict';
import { asking } from '../../src/broadcasts/approval.ts';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import { followAgreement, tellOfSendingBack } from '../../src/delivery/follow-agreement.ts';
import { tellOfApproval } from '../../src/delivery/tell-of-approval.ts';
import type { Person } from '../../src/people/person.ts';
import { sampleBroadcast } from '../contract/samples.ts';
import { author, chatOf, createSmallWorld, reachablePerson, type SmallWorld } from './small-world.ts';

const owning = (number: number): Person => ({
  ...reachablePerson(number),
  duties: { leads: [], roadmapOwner: true },
});
/** The third has no chat with the bot. */
const [first, second, third] = [owning(20), owning(22), owning(23)];
const now = new Date('2026-11-23T10:00:00Z');
const at = now.toISOString();
const draft = sampleBroadcast({ author: author.id, audience: { areas: 'all' }, state: 'draft' });
const awaiting = asking(draft, 4, now);

async function begin(broadcast: Broadcast) {
  const world = createSmallWorld();
  const lead: Person = { ...author, reach: { state: 'reachable', chat: chatOf(author.id) } };
  for (const person of [lead, first, second, third, reachablePerson(4)]) await world.ports.people.create(person);
  const { stored } = await world.ports.broadcasts.create(broadcast);
  return { world, stored };
}

/** Does all the work that waits, and gives back to whom cards went. */
async function drain({ ports, cards }: SmallWorld): Promise<readonly string[]> {
  for (;;) {
    const [item] = await ports.queue.receive(1, 30);
    if (item === undefined) break;
    if (item.work.kind === 'tell') {
      const told = await tellOfApproval(ports, item.work);
      if (told.kind === 'wait') {
        await item.extend(Math.ceil((told.untilMs - ports.clock.now().getTime()) / 1_000));
        continue;
      }
    }
    await item.done();
  }
  return [...cards].flatMap(([id, count]) => Array<string>(count).fill(id)).toSorted();
}

describe('news of an approval', () => {
  it('go to every roadmap owner whom a card reaches, once', async () => {
    const { world } = await begin(awaiting);
    await followAgreement(world.ports, { broadcast: awaiting, fresh: true });
    await followAgreement(world.ports, { broadcast: awaiting, fresh: false });
    assert.deepEqual(await drain(world), [first.id, second.id]);
  });

  it('go to the author when it was given or refused, once', async () => {
    const given: Broadcast = {
      ...awaiting,
      state: 'sending',
      confirmed: { at, audienceSize: 4 },
      approval: { askedAt: at, people: 4, given: { by: first.id, at } },
    };
    const refused: Broadcast = { ...draft, sentBack: { by: first.id, at, because: 'Too long.' } };
    for (const fresh of [true, false]) {
      const approval = await begin(given);
      await followAgreement(approval.world.ports, { broadcast: given, fresh });
      assert.deepEqual(await drain(approval.world), fresh ? [author.id] : []);
      const refusal = await begin(refused);
      await tellOfSendingBack(refusal.world.ports, { draft: refusal.stored, fresh });
      assert.deepEqual(await drain(refusal.world), fresh ? [author.id] : []);
    }
  });

  for (const [what, broadcast] of [
    ['was taken back', draft],
    ['was asked for again later', { ...awaiting, approval: { askedAt: '2026-11-23T11:00:00.000Z', people: 4 } }],
    ['was given meanwhile', { ...awaiting, state: 'sending' }],
  ] as const) {
    it(`are none any more when it ${what}`, async () => {
      const { world } = await begin(broadcast as Broadcast);
      await world.ports.queue.enqueue({ kind: 'tell', broadcastId: draft.id, news: 'asked', at });
      await world.ports.queue.enqueue({ kind: 'tell', broadcastId: draft.id, news: 'asked', at, to: first.id });
      assert.deepEqual(await drain(world), []);
    });
  }

  it('come later when Teams asks for that', async () => {
    const { world } = await begin(awaiting);
    let refusals = 2;
    world.answer = () => {
      refusals -= 1;
      return refusals < 0
        ? undefined
        : { result: { kind: 'retry', why: 'throttled', retryAfterMs: 20_000 }, arrived: false };
    };
    await followAgreement(world.ports, { broadcast: awaiting, fresh: true });
    assert.deepEqual(await drain(world), []);
    world.moveOn(20_000);
    assert.deepEqual(await drain(world), [first.id, second.id]);
  });
});
