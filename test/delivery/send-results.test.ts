import assert from 'node:assert/strict';
import type { Broadcast, PromptContent } from '../../src/broadcasts/broadcast.ts';
import { recallBroadcast } from '../../src/delivery/control-broadcast.ts';
import type { DeliveryPorts, ResultsCards } from '../../src/delivery/delivery-ports.ts';
import { keepResults, shareResults } from '../../src/delivery/keep-results.ts';
import { sumOutcomes } from '../../src/delivery/outcome.ts';
import { planBroadcast } from '../../src/delivery/plan-broadcast.ts';
import { sendDueResults } from '../../src/delivery/send-results.ts';
import { sweepUnfinished } from '../../src/delivery/sweep.ts';
import { workSlice } from '../../src/delivery/work-slice.ts';
import { isProductError } from '../../src/errors/product-error.ts';
import { londonZone } from '../../src/time/deadline.ts';
import { author, confirmUpdate, createSmallWorld, reachablePerson, type SmallWorld } from './small-world.ts';

const { signal } = new AbortController();
const staff = Array.from({ length: 60 }, (_, index) => reachablePerson(2 * (index + 1)));
const answering = new Set(staff.filter((_, index) => index % 3 === 0).map(({ id }) => id));
const hourMs = 3_600_000;

/** The small world starts on 23 November at 9am. */
const content: PromptContent = {
  kind: 'prompt',
  title: { en: 'A title' },
  body: { en: 'A text' },
  privacy: 'confidential',
  questions: [],
  deadline: { date: '2026-11-23', time: '17:00', zone: londonZone },
};

interface Asked {
  readonly world: SmallWorld;
  readonly id: string;
  /** What there is to tell. */
  results: ResultsCards;
  readonly ports: DeliveryPorts;
}

const drawn: ResultsCards = { kind: 'drawn', cardFor: async () => ({ type: 'results' }) };

/** A prompt that everybody got, and a third of them answered. */
async function asked(): Promise<Asked> {
  const world = createSmallWorld();
  const { id } = await confirmUpdate(world, staff);
  await change(world, id, { content });
  const self: Asked = {
    world,
    id,
    results: drawn,
    ports: {
      ...world.ports,
      resultsCards: async () => self.results,
      answered: async (_, personId) => answering.has(personId),
    },
  };
  await drain(self);
  return self;
}

async function change(world: SmallWorld, id: string, changes: Partial<Broadcast>): Promise<void> {
  const stored = (await world.ports.broadcasts.get(id)) ?? assert.fail('no broadcast');
  await world.ports.broadcasts.replace({ ...stored.value, ...changes }, stored.etag);
}

async function drain({ ports, world }: Asked): Promise<void> {
  for (;;) {
    const [item] = await world.ports.queue.receive(1, 30);
    if (item === undefined) return;
    const { work } = item;
    if (work.kind !== 'slice') {
      await planBroadcast(ports, work.broadcastId, signal);
      await item.done();
      continue;
    }
    const result = await workSlice(ports, work.broadcastId, work.run, work.slice, signal);
    if (result.kind !== 'wait') await item.done();
    else await item.extend(Math.ceil((result.untilMs - ports.clock.now().getTime()) / 1_000));
  }
}

async function sendDue({ world, id }: Asked, ready = true): Promise<number> {
  const { value } = (await world.ports.broadcasts.get(id)) ?? assert.fail('no broadcast');
  return sendDueResults({ ...world.control, resultsReady: async () => ready }, [value]);
}

const outcomeOf = async ({ world, id }: Asked) =>
  sumOutcomes((await world.ports.deliveries.progress(id, 'results')).outcomes.values());
const runsOf = async ({ world, id }: Asked) => (await world.ports.broadcasts.get(id))?.value.laterRuns ?? [];

describe('sending results to those who answered', () => {
  it('starts once, whoever asks and however often, and tells nobody else', async () => {
    const prompt = await asked();
    assert.equal(await sendDue(prompt), 0, 'open');
    prompt.world.moveOn(9 * hourMs);
    assert.equal(await sendDue(prompt, false), 0, 'not counted');
    const started = await Promise.all([sendDue(prompt), sendDue(prompt), sendDue(prompt)]);
    assert.deepEqual(started.toSorted(), [0, 0, 1]);
    await drain(prompt);
    const { sent, skipped, reasons } = await outcomeOf(prompt);
    assert.deepEqual({ sent, skipped, reasons }, { sent: 20, skipped: 40, reasons: { 'not-answered': 40 } });
    for (const { id } of staff) assert.equal(prompt.world.cards.get(id), answering.has(id) ? 2 : 1);
    assert.ok((await runsOf(prompt)).every(({ finishedAt }) => finishedAt !== undefined));
    assert.equal(await sendDue(prompt), 0);
    assert.equal(prompt.world.audited.filter(({ what }) => what === 'results.sent').length, 1);
  });

  it('goes on when the process died before anything was queued', async () => {
    const prompt = await asked();
    prompt.world.moveOn(9 * hourMs);
    const enqueue = () => Promise.reject(new Error('The process died'));
    const dying = {
      ...prompt.world.control,
      queue: { ...prompt.world.control.queue, enqueue },
      resultsReady: async () => true,
    };
    const stored = await prompt.world.ports.broadcasts.get(prompt.id);
    await assert.rejects(sendDueResults(dying, [stored?.value ?? assert.fail()]), /died/);
    prompt.world.moveOn(100_000);
    await sweepUnfinished(prompt.ports);
    await drain(prompt);
    assert.equal((await outcomeOf(prompt)).sent, 20);
  });

  const standing: Readonly<Record<string, Partial<Broadcast>>> = {
    'was cancelled': { state: 'cancelled' },
    'is still being sent': { state: 'sending' },
    'is paused': { state: 'paused' },
    'is kept from them by its author': { resultsKept: true },
    'was taken back': { laterRuns: [{ id: 'recall', requestedBy: author.id, requestedAt: '2026-11-23T10:00:00Z' }] },
    'is no longer held of whom it went to': { cleared: { since: '2026-11-23T10:00:00Z', asked: { wessex: 60 } } },
  };
  for (const [why, changes] of Object.entries(standing)) {
    it(`sends nothing where the prompt ${why}`, async () => {
      const prompt = await asked();
      prompt.world.moveOn(9 * hourMs);
      await change(prompt.world, prompt.id, changes);
      assert.equal(await sendDue(prompt), 0);
    });
  }

  it('sends nothing more than a week late', async () => {
    const prompt = await asked();
    prompt.world.moveOn((8 + 7 * 24 - 1) * hourMs);
    const { value } = (await prompt.world.ports.broadcasts.get(prompt.id)) ?? assert.fail();
    prompt.world.moveOn(hourMs + 60_000);
    assert.equal(await sendDueResults({ ...prompt.world.control, resultsReady: async () => true }, [value]), 0);
  });

  it('waits while the prompt is open again, and sends each card once', async () => {
    const prompt = await asked();
    prompt.world.moveOn(9 * hourMs);
    await sendDue(prompt);
    await change(prompt.world, prompt.id, {
      content: { ...content, deadline: { ...content.deadline, date: '2026-11-25' } },
    });
    await drain(prompt);
    assert.equal((await outcomeOf(prompt)).sent, 0);
    prompt.results = { kind: 'not-yet' };
    for (let hour = 0; hour < 49; hour += 1) {
      prompt.world.moveOn(hourMs);
      await drain(prompt);
    }
    assert.equal((await outcomeOf(prompt)).sent, 0);
    prompt.results = drawn;
    prompt.world.moveOn(hourMs);
    await drain(prompt);
    assert.equal((await outcomeOf(prompt)).sent, 20);
    assert.equal(prompt.world.ports.queue.poison.length, 0);
    assert.equal(await sendDue(prompt), 0);
    for (const { id } of staff) assert.equal(prompt.world.cards.get(id), answering.has(id) ? 2 : 1);
  });

  it('tells nobody anything when too few are left who answered', async () => {
    const prompt = await asked();
    prompt.world.moveOn(9 * hourMs);
    await sendDue(prompt);
    prompt.results = { kind: 'too-few' };
    await drain(prompt);
    assert.deepEqual((await outcomeOf(prompt)).reasons, { 'too-few-answered': 60 });
  });

  it('ends when the prompt is taken back, and the cards that went out become the notice', async () => {
    const prompt = await asked();
    prompt.world.moveOn(9 * hourMs);
    await sendDue(prompt);
    await drain(prompt);
    const updated: string[] = [];
    const update: DeliveryPorts['sender']['update'] = async (message) => {
      updated.push(message.activityId);
      return { kind: 'sent', message };
    };
    await recallBroadcast(prompt.world.control, author, prompt.id);
    prompt.world.moveOn(60_000);
    await drain({ ...prompt, ports: { ...prompt.ports, sender: { ...prompt.ports.sender, update } } });
    assert.equal(updated.length, staff.length + answering.size);
    assert.equal(new Set(updated).size, updated.length);
  });
});

describe('keeping results from those who answer', () => {
  it('is for its author while the prompt is open, and can be taken back', async () => {
    const prompt = await asked();
    const { control } = prompt.world;
    const kept = async () => (await prompt.world.ports.broadcasts.get(prompt.id))?.value.resultsKept;
    for (const _twice of [1, 2]) await keepResults(control, author, prompt.id);
    assert.equal(await kept(), true);
    await shareResults(control, author, prompt.id);
    assert.equal(await kept(), undefined);
    assert.deepEqual(
      prompt.world.audited.map(({ what }) => what).filter((what) => what.startsWith('results')),
      ['results.kept', 'results.shared'],
    );
    const other = staff[0] ?? assert.fail();
    const refused = (code: 'NotYourBroadcast' | 'PromptClosed') => (error: unknown) => isProductError(error, code);
    await assert.rejects(keepResults(control, other, prompt.id), refused('NotYourBroadcast'));
    prompt.world.moveOn(9 * hourMs);
    await assert.rejects(keepResults(control, author, prompt.id), refused('PromptClosed'));
    await assert.rejects(shareResults(control, author, prompt.id), refused('PromptClosed'));
  });

  it('ends what is still to be sent once the prompt was opened again', async () => {
    const prompt = await asked();
    prompt.world.moveOn(9 * hourMs);
    await sendDue(prompt);
    await change(prompt.world, prompt.id, {
      content: { ...content, deadline: { ...content.deadline, date: '2026-11-25' } },
    });
    await keepResults(prompt.world.control, author, prompt.id);
    prompt.world.moveOn(60 * hourMs);
    await sweepUnfinished(prompt.ports);
    await drain(prompt);
    assert.equal((await outcomeOf(prompt)).sent, 0);
    assert.equal(
      [...prompt.world.cards.values()].every((count) => count === 1),
      true,
    );
  });
});
