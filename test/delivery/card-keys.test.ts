import assert from 'node:assert/strict';
import type { Broadcast, PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import type { RunId } from '../../src/delivery/delivery.ts';
import type { DeliveryPorts } from '../../src/delivery/delivery-ports.ts';
import { type Task, taskOf } from '../../src/delivery/run-task.ts';
import { cardKeyPlaceholder, newCardKey, withCardKey } from '../../src/responses/card-key.ts';
import { sampleBroadcast, sampleDelivery, sampleSlice } from '../contract/samples.ts';
import { createSmallWorld } from './small-world.ts';

const recipients = Array.from({ length: 10 }, (_, index) => sampleSlice('01', index).recipients).flat();

function promptOf(privacy: PrivacyPromise): Broadcast {
  return sampleBroadcast({
    state: 'sending',
    content: {
      kind: 'prompt',
      title: { en: 'A title' },
      body: { en: 'A text' },
      privacy,
      questions: [],
      deadline: { date: '2026-12-10', time: '17:00', zone: 'Europe/London' },
    },
    laterRuns: [{ id: 'remind-1', requestedBy: 'the author', requestedAt: '2026-11-23T09:00:00.000Z' }],
  });
}

/** Everybody has the first card; the first of them has answered it. */
async function deliveryOf(broadcast: Broadcast) {
  const { ports } = createSmallWorld();
  const drawn: string[] = [];
  const draw = (what: string) => async () => {
    drawn.push(what);
    return { what, actions: [{ data: { key: cardKeyPlaceholder } }], body: [{ type: 'TextBlock' }] };
  };
  for (const { personId } of recipients) {
    const message = { serviceUrl: 'https://teams.example/', conversationId: personId, activityId: '1' };
    await ports.deliveries.create(sampleDelivery({ broadcastId: broadcast.id, personId, state: 'sent', message }));
  }
  const all: DeliveryPorts = {
    ...ports,
    cards: { ...ports.cards, broadcastCard: draw('card'), reminderCard: draw('reminder') },
    keyed: (card) => withCardKey(card, newCardKey()),
    answered: async (_id, personId) => personId === recipients[0]?.personId,
  };
  return { drawn, tasks: (run: RunId) => Promise.all(recipients.map(taskOf(all, broadcast, run))) };
}

function keysOf(tasks: readonly Task[]): readonly unknown[] {
  return tasks.flatMap((task) => {
    if (!('card' in task)) return [];
    const { actions } = task.card as { actions: readonly { data: { key: unknown } }[] };
    return actions.map(({ data }) => data.key);
  });
}

describe('the cards of an anonymous prompt, as they are posted', () => {
  it('have a key of their own each, in every pass, and are drawn once a language', async () => {
    const { drawn, tasks } = await deliveryOf(promptOf('anonymous'));
    const [sent, again] = [keysOf(await tasks('send')), keysOf(await tasks('send'))];
    const reminded = keysOf(await tasks('remind-1'));
    const corrected = keysOf(await tasks('correct-2'));
    assert.deepEqual([sent.length, again.length, reminded.length, corrected.length], [20, 20, 19, 19]);
    const all = [...sent, ...again, ...reminded, ...corrected];
    for (const key of all) assert.match(String(key), /^[A-Za-z0-9_-]{22}$/);
    assert.equal(new Set([...all, cardKeyPlaceholder]).size, all.length + 1);
    assert.equal(drawn.length, 2 * 4);
  });

  it('leave those alone who have answered', async () => {
    const { tasks } = await deliveryOf(promptOf('anonymous'));
    for (const run of ['remind-1', 'correct-2'] as const) {
      assert.deepEqual((await tasks(run))[0], { kind: 'skip', reason: 'answered' });
    }
  });
});

describe('the cards of other prompts', () => {
  for (const privacy of ['named', 'confidential'] as const) {
    it(`are one card for all who read the same language, where the prompt is ${privacy}`, async () => {
      const { tasks } = await deliveryOf(promptOf(privacy));
      const cards = (await tasks('send')).map((task) => ('card' in task ? task.card : undefined));
      assert.equal(new Set(cards).size, 2);
    });
  }
});
