import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  cancelBroadcast,
  correctBroadcast,
  pauseBroadcast,
  recallBroadcast,
  resendToFailures,
  resumeBroadcast,
} from '../../src/delivery/control-broadcast.ts';
import type { Delivery, RunId } from '../../src/delivery/delivery.ts';
import { finished, sumOutcomes } from '../../src/delivery/outcome.ts';
import { sweepUnfinished } from '../../src/delivery/sweep.ts';
import { isProductError } from '../../src/errors/product-error.ts';
import { createRandom, type Random } from '../simulator/random.ts';
import { createMortal, workOnce } from './mortal.ts';
import {
  type Answered,
  author,
  confirmUpdate,
  createSmallWorld,
  reachablePerson,
  type SmallWorld,
} from './small-world.ts';

const controls = {
  pause: pauseBroadcast,
  resume: resumeBroadcast,
  cancel: cancelBroadcast,
  resend: resendToFailures,
  recall: recallBroadcast,
  correct: (ports: SmallWorld['control'], by: typeof author, id: string) =>
    correctBroadcast(ports, by, id, { title: { en: 'Corrected' }, body: { en: 'A text' } }),
};

type Step =
  | { readonly kind: 'work'; readonly hands: readonly number[] }
  | { readonly kind: 'control'; readonly what: keyof typeof controls; readonly lives: number }
  | { readonly kind: 'move-on'; readonly ms: number }
  | { readonly kind: 'sweep' | 'lose-message' | 'double-message' | 'plan' | 'join' };

/** How many calls to the world outside a process makes before it dies; mostly more than its work needs. */
const lives = fc.oneof(fc.integer({ min: 0, max: 250 }), fc.constant(Number.POSITIVE_INFINITY));

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('work' as const),
        hands: fc.array(lives, { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('control' as const),
        what: fc.constantFrom(...(Object.keys(controls) as (keyof typeof controls)[])),
        lives: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(Number.POSITIVE_INFINITY)),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('move-on' as const), ms: fc.constantFrom(900, 3_000, 31_000, 100_000) }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom('sweep', 'lose-message', 'double-message', 'plan', 'join' as const),
      }),
    },
  ),
  { maxLength: 25 },
) as fc.Arbitrary<readonly Step[]>;

const people = 70;

/** What goes wrong with a tenth of the posts; of those that may have arrived, half have. */
function answerByChance(random: Random): Answered | undefined {
  const chance = random();
  const arrived = random() < 0.5;
  if (chance < 0.04) return { result: { kind: 'retry', why: 'uncertain' }, arrived };
  if (chance < 0.06) return { result: { kind: 'retry', why: 'throttled', retryAfterMs: 5_000 }, arrived: false };
  if (chance < 0.08) return { result: { kind: 'unreachable', reason: 'blocked' }, arrived: false };
  if (chance < 0.09) return { result: { kind: 'failed', reason: 'refused' }, arrived: false };
  if (chance < 0.095) return { result: { kind: 'stop', reason: 'bot-disabled' }, arrived: false };
  if (chance < 0.1) return { result: { kind: 'unreachable', reason: 'chat-gone' }, arrived: false };
  return undefined;
}

async function take(step: Step, world: SmallWorld, id: string, random: Random): Promise<void> {
  const { ports, control } = world;
  switch (step.kind) {
    case 'work': {
      const hands = step.hands.map((callsToLive) => createMortal(ports, random, callsToLive));
      await Promise.all(hands.map((hand) => Promise.race([workOnce(hand), hand.dead])));
      return;
    }
    case 'control': {
      const hand = createMortal(ports, random, step.lives);
      const mortal = { ...control, ...hand.ports };
      const done = controls[step.what](mortal, author, id).catch((error: unknown) => {
        if (!isProductError(error)) throw error;
      });
      await Promise.race([done, hand.dead]);
      return;
    }
    case 'move-on':
      return world.moveOn(step.ms);
    case 'sweep':
      return void (await sweepUnfinished(ports));
    case 'plan':
      return ports.queue.enqueue({ kind: 'plan', broadcastId: id });
    case 'join': {
      const newcomer = reachablePerson(1 + Math.floor(random() * 2 * people));
      return void (await ports.people.create(newcomer));
    }
    case 'lose-message':
    case 'double-message': {
      const [item] = await ports.queue.receive(1, 1);
      if (step.kind === 'lose-message') await item?.done();
      else if (item !== undefined) await ports.queue.enqueue(item.work);
    }
  }
}

/** Everything healthy again: works until nothing is left to do. */
async function finish(world: SmallWorld, id: string, random: Random): Promise<void> {
  const { ports, control } = world;
  world.answer = () => undefined;
  let quiet = 0;
  for (let round = 1; round <= 60 && quiet < 3; round += 1) {
    const broadcast = (await ports.broadcasts.get(id))?.value;
    if (broadcast?.state === 'paused') await resumeBroadcast(control, author, id);
    while (await workOnce(createMortal(ports, random, Number.POSITIVE_INFINITY)));
    world.moveOn(100_000);
    quiet = (await sweepUnfinished(ports)) === 0 && ports.queue.waiting === 0 ? quiet + 1 : 0;
  }
  assert.equal(quiet, 3, 'there is always something left to do');
}

async function check({ ports, cards }: SmallWorld, id: string, before: readonly string[]): Promise<void> {
  const broadcast = (await ports.broadcasts.get(id))?.value;
  assert.ok(broadcast?.state === 'sent' || broadcast?.state === 'cancelled', `it is ${broadcast?.state}`);
  assert.equal(broadcast.plan?.complete, true);
  const slices = await ports.deliveries.slices(id);
  const audience = slices.flatMap(({ recipients }) => recipients.map(({ personId }) => personId));
  assert.equal(new Set(audience).size, audience.length, 'nobody is in two slices');
  for (const person of before) assert.ok(audience.includes(person), `${person} is missing`);
  assert.equal(broadcast.plan?.recipients, audience.length);
  const ended = (broadcast.laterRuns ?? []).filter(({ id: run }) => isNewest(run, broadcast.laterRuns ?? []));
  for (const run of ['send', ...ended.map((each) => each.id)] as RunId[]) {
    const outcome = sumOutcomes((await ports.deliveries.progress(id, run)).outcomes.values());
    const found: Delivery[] = [];
    for (const person of audience) {
      const stored = await ports.deliveries.get(id, run, person);
      assert.ok(stored !== undefined, `${person} is missing from ${run}`);
      found.push(stored.value);
    }
    assert.equal(finished(outcome), audience.length, `the counts of ${run} add up`);
    for (const state of ['sent', 'unreachable', 'failed', 'cancelled', 'skipped'] as const) {
      assert.equal(outcome[state], found.filter((each) => each.state === state).length, `${state} in ${run}`);
    }
    if (run !== 'send') continue;
    for (const { personId, state, uncertain = 0 } of found) {
      const got = cards.get(personId) ?? 0;
      assert.ok(got <= (state === 'sent' ? 1 : 0) + uncertain, `${personId}: ${got} cards, ${state}, ${uncertain}`);
      assert.ok(got > 0 || state !== 'sent', `${personId} counts as sent and got nothing`);
    }
  }
}

/** A correction can give way to a newer one or to a recall; only what nothing took the place of must be complete. */
function isNewest(run: RunId, runs: readonly { readonly id: RunId }[]): boolean {
  return runs.at(-1)?.id === run;
}

async function play(taken: readonly Step[], seed: number, answer: (random: Random) => Answered | undefined) {
  const random = createRandom(seed);
  const world = createSmallWorld();
  world.answer = () => answer(random);
  const staff = Array.from({ length: people }, (_, index) => reachablePerson(2 * index + 1 + (index % 2)));
  const { id } = await confirmUpdate(world, staff);
  for (const step of taken) await take(step, world, id, random);
  await finish(world, id, random);
  await check(
    world,
    id,
    staff.map((person) => person.id),
  );
  return sumOutcomes((await world.ports.deliveries.progress(id, 'send')).outcomes.values());
}

/** The same without anything that leaves a doubt. */
function withoutDoubt(step: Step): Step {
  const forever = Number.POSITIVE_INFINITY;
  if (step.kind === 'work') return { ...step, hands: step.hands.map(() => forever) };
  return step.kind === 'control' ? { ...step, lives: forever } : step;
}

describe('delivery, whatever happens in whatever order', function () {
  this.timeout(120_000);
  const numRuns = 150;

  it('brings everybody to exactly one end, and counts every card', async () => {
    const property = fc.asyncProperty(steps, fc.integer(), async (taken, seed) => {
      await play(taken, seed, answerByChance);
    });
    await fc.assert(property, { numRuns });
  });

  it('gives nobody a second card where nothing is in doubt', async () => {
    const property = fc.asyncProperty(steps, fc.integer(), async (taken, seed) => {
      const certain = (random: Random) => {
        const answered = answerByChance(random);
        const isDoubtful = answered?.result.kind === 'retry' && answered.result.why === 'uncertain';
        return isDoubtful ? undefined : answered;
      };
      assert.equal((await play(taken.map(withoutDoubt), seed, certain)).possiblyTwice, 0);
    });
    await fc.assert(property, { numRuns });
  });
});
