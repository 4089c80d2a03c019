import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isProductError } from '../../src/errors/product-error.ts';
import { recordAnonymous, withdrawAnonymous } from '../../src/responses/anonymous-answer.ts';
import { claimOf, respondentIdOf } from '../../src/responses/card-key.ts';
import type { Answers } from '../../src/responses/response.ts';
import { createMemoryParticipationStore } from '../fakes/memory-participation-store.ts';
import { createMemoryResponseStore } from '../fakes/memory-response-store.ts';

class Died extends Error {}

type Ports = Parameters<typeof recordAnonymous>[0];

interface Act {
  readonly kind: 'answer' | 'withdraw';
  readonly key: string;
  /** The process dies before this call to a store; never when 0. */
  readonly diesAt: number;
  /** Whether the response was counted before, so that it is withdrawn rather than removed. */
  readonly value: number;
}

const [broadcastId, personId] = ['01GV3K8HTJ0000000000000000', 'one person'];
const keys = ['first-card-first-card--', 'other-card-other-card--'] as const;

const acts = (mayDie: boolean) =>
  fc.array(
    fc.record<Act>({
      kind: fc.constantFrom('answer', 'answer', 'withdraw'),
      key: fc.constantFrom(...keys),
      diesAt: mayDie ? fc.integer({ min: 0, max: 8 }) : fc.constant(0),
      value: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 2, maxLength: 6 },
  );

/** The stores as one process calls them: each call waits for its turn among those of others, and the process may die. */
function calledBy(ports: Ports, scheduler: fc.Scheduler, diesAt: number): Ports {
  let calls = 0;
  const inTurn = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const call: unknown = Reflect.get(target, name);
        if (typeof call !== 'function') return call;
        return async (...given: unknown[]) => {
          calls += 1;
          if (calls === diesAt) throw new Died();
          await scheduler.schedule(Promise.resolve());
          return Reflect.apply(call, target, given);
        };
      },
    });
  return { responses: inTurn(ports.responses), participation: inTurn(ports.participation) };
}

function answers(value: number): Answers {
  return { q1: { kind: 'scale', value } };
}

/** The code of the error, or undefined when it was done or the process died. */
async function perform(ports: Ports, { kind, key, value }: Pick<Act, 'kind' | 'key' | 'value'>): Promise<string> {
  const card = { broadcastId, personId, key };
  try {
    if (kind === 'withdraw') await withdrawAnonymous(ports, card);
    else await recordAnonymous(ports, card, { answers: answers(value), profile: {} });
    return 'done';
  } catch (error) {
    if (error instanceof Died) return 'died';
    if (isProductError(error)) return error.code;
    throw error;
  }
}

async function standing({ responses, participation }: Ports) {
  const { responses: all } = await responses.page(broadcastId, 100);
  return {
    live: all.filter(({ withdrawn }) => withdrawn !== true),
    claim: (await participation.get(broadcastId, personId))?.claim,
  };
}

describe('one person and an anonymous prompt, from two cards at once', () => {
  let ports: Ports;

  /** Half of the time the first card has an answer already, which is counted. */
  async function run(scheduler: fc.Scheduler, list: readonly Act[], isCounted: boolean) {
    ports = { responses: createMemoryResponseStore(), participation: createMemoryParticipationStore() };
    if (isCounted) {
      await perform(ports, { kind: 'answer', key: keys[0], value: 3 });
      const stored = await ports.responses.get(broadcastId, respondentIdOf(keys[0]));
      assert.ok(stored !== undefined);
      const counted = { batch: 1, answers: answers(3), groups: {} };
      await ports.responses.replace({ ...stored.value, counted }, stored.etag);
    }
    const running = list.map((act) => perform(calledBy(ports, scheduler, act.diesAt), act));
    return scheduler.waitFor(Promise.all(running));
  }

  it('have one answer, with its participation, or neither', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), acts(false), fc.boolean(), async (scheduler, list, isCounted) => {
        await run(scheduler, list, isCounted);
        const { live, claim } = await standing(ports);
        assert.ok(live.length <= 1);
        const key = keys.find((each) => claimOf(each) === claim);
        assert.deepEqual(
          live.map(({ respondentId }) => respondentId),
          key === undefined ? [] : [respondentIdOf(key)],
        );
        if (isCounted)
          assert.ok(await ports.responses.get(broadcastId, respondentIdOf(keys[0])), 'what was counted stays');
      }),
      { numRuns: 2_000 },
    );
  });

  it('have one answer after the same action again, whatever was cut off in the middle', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), acts(true), fc.boolean(), async (scheduler, list, isCounted) => {
        await run(scheduler, list, isCounted);
        for (const again of list) await perform(ports, again);
        const outcomes = await Promise.all(keys.map((key) => perform(ports, { kind: 'answer', key, value: 5 })));
        assert.deepEqual(outcomes.toSorted(), ['AlreadyAnswered', 'done']);
        const { live, claim } = await standing(ports);
        const [key = ''] = keys.filter((_, index) => outcomes[index] === 'done');
        assert.equal(claim, claimOf(key));
        assert.deepEqual(
          live.map((response) => [response.respondentId, response.answers]),
          [[respondentIdOf(key), answers(5)]],
        );
      }),
      { numRuns: 2_000 },
    );
  });
});
