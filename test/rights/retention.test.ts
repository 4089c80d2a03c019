import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import { runIfDue } from '../../src/rights/keep-retention.ts';
import { type RetentionRun, removeOverdue } from '../../src/rights/remove-overdue.ts';
import { sampleBroadcast } from '../contract/samples.ts';
import { openRightsWorld, type RightsWorld, staff } from './rights-world.ts';

const start = '2026-06-01T09:00:00.000Z';
/** A year after the deadline of the prompts, and a little before. */
const due = new Date('2027-06-12T16:00:00.000Z');
const early = new Date(due.getTime() - 1);
const going = new AbortController().signal;
const nothing = { answers: 0, participations: 0, deliveries: 0, broadcasts: 0, drafts: 0 };

async function held(world: RightsWorld, { id }: Broadcast) {
  const [responses, participations, slices] = await Promise.all([
    world.responses.page(id, 1_000),
    world.participation.page(id, 1_000),
    world.deliveries.slices(id),
  ]);
  const deliveries = await Promise.all(staff.map((person) => world.deliveries.get(id, 'send', person.id)));
  return {
    responses: responses.responses.length,
    participations: participations.participations.length,
    slices: slices.length,
    deliveries: deliveries.filter((stored) => stored !== undefined).length,
  };
}

const gone = { responses: 0, participations: 0, slices: 0, deliveries: 0 };

async function commentTexts(world: RightsWorld, { id }: Broadcast): Promise<readonly (string | undefined)[]> {
  return (await world.results.chunks.get(id, 'q2', 1))?.value.comments.map(({ text }) => text) ?? [];
}

describe('removing what has been kept long enough', () => {
  let world: RightsWorld;

  beforeEach(async () => {
    world = await openRightsWorld(start);
  });

  const runAt = (now: Date, most?: number): Promise<RetentionRun> => {
    world.now = now;
    return removeOverdue(world, going, most);
  };

  it('leaves everything until a year after the prompt closed, to the millisecond', async () => {
    const prompt = await world.prompt('named');
    const before = await held(world, prompt);
    assert.deepEqual(await runAt(early), { ...nothing, finished: true });
    assert.deepEqual(await held(world, prompt), before);
    assert.equal((await world.broadcasts.get(prompt.id))?.value.cleared, undefined);
  });

  for (const privacy of ['named', 'confidential', 'anonymous'] as const) {
    it(`removes answers, texts, participation and deliveries of a ${privacy} prompt, and keeps the figures`, async () => {
      const prompt = await world.prompt(privacy);
      await world.count(prompt);
      const figures = (await world.results.snapshots.get(prompt.id))?.value;
      assert.ok(Object.keys(figures?.figures ?? {}).length > 0);
      assert.ok((await commentTexts(world, prompt)).includes('Rhubarb'));
      const participations = privacy === 'anonymous' ? staff.length : 0;
      assert.deepEqual(await runAt(due), {
        answers: staff.length,
        participations,
        deliveries: staff.length + 1,
        broadcasts: 1,
        drafts: 0,
        finished: true,
      });
      assert.deepEqual(await held(world, prompt), gone);
      const texts = await commentTexts(world, prompt);
      assert.equal(texts.length, staff.length);
      assert.deepEqual(new Set(texts), new Set([undefined]));
      assert.deepEqual((await world.results.snapshots.get(prompt.id))?.value, figures);
      assert.equal((await world.deliveries.progress(prompt.id, 'send')).outcomes.size, 1);
      const asked = { wessex: 1, 'cymru-wales': 1 };
      const stored = (await world.broadcasts.get(prompt.id))?.value;
      assert.deepEqual(stored, { ...prompt, cleared: { since: due.toISOString(), asked, done: true } });
    });
  }

  it('leaves nothing anywhere that names a person who was asked', async () => {
    const prompts = await Promise.all([world.prompt('named'), world.prompt('confidential'), world.prompt('anonymous')]);
    for (const prompt of prompts) await world.count(prompt);
    await runAt(due);
    for (const { id } of prompts) {
      const left = [];
      for (let number = 1; ; number += 1) {
        const batch = await world.results.batches.get(id, number);
        if (batch === undefined) break;
        left.push(batch.value);
      }
      left.push(await world.results.chunks.get(id, 'q2', 1), await world.broadcasts.get(id));
      for (const person of staff) assert.ok(!JSON.stringify(left).includes(person.id));
    }
  });

  it('removes what became of the cards of an update', async () => {
    const update = await world.update();
    world.now = new Date('2027-06-01T08:59:59.999Z');
    assert.equal((await removeOverdue(world, going)).broadcasts, 0);
    assert.equal((await runAt(new Date('2027-06-01T09:00:00.000Z'))).deliveries, staff.length + 1);
    assert.deepEqual(await held(world, update), gone);
  });

  it('removes drafts that were never sent, and nothing else of that age', async () => {
    const draftAt = (createdAt: string, changes: Partial<Broadcast> = {}) =>
      sampleBroadcast({ id: ulid(Date.parse(createdAt)), createdAt, ...changes });
    const approval = { askedAt: start, people: 3 };
    const drafts = [
      draftAt(start),
      draftAt(start, { state: 'cancelled' }),
      draftAt(start, { state: 'awaiting-approval', approval }),
    ];
    const young = draftAt('2026-06-12T16:00:00.001Z');
    for (const draft of [...drafts, young]) await world.broadcasts.create(draft);
    assert.deepEqual(await runAt(due), { ...nothing, drafts: 3, finished: true });
    for (const { id } of drafts) assert.equal(await world.broadcasts.get(id), undefined);
    assert.deepEqual((await world.broadcasts.get(young.id))?.value, young);
  });

  it('goes by the configured time', async () => {
    const prompt = await world.prompt('named');
    world.now = new Date('2026-07-12T15:59:59.999Z');
    assert.equal((await removeOverdue({ ...world, clock: world.clock, retentionMonths: 1 }, going)).broadcasts, 0);
    world.now = new Date('2026-07-12T16:00:00.000Z');
    assert.equal((await removeOverdue({ ...world, clock: world.clock, retentionMonths: 1 }, going)).broadcasts, 1);
    assert.deepEqual(await held(world, prompt), gone);
  });

  it('does nothing the second time', async () => {
    await world.prompt('anonymous');
    await runAt(due);
    assert.deepEqual(await runAt(due), { ...nothing, finished: true });
  });

  it('rests when it has removed enough, and the next runs go on with it', async () => {
    const prompts = [await world.prompt('named'), await world.prompt('anonymous'), await world.prompt('confidential')];
    const runs: RetentionRun[] = [];
    for (let run = await runAt(due, 20); ; run = await runAt(due, 20)) {
      runs.push(run);
      if (run.finished) break;
      assert.ok(runs.length < 10, 'it does not come to an end');
    }
    assert.ok(runs.length > 1);
    const sum = (name: 'answers' | 'participations' | 'deliveries' | 'broadcasts') =>
      runs.reduce((total, run) => total + run[name], 0);
    assert.deepEqual(
      [sum('answers'), sum('participations'), sum('deliveries'), sum('broadcasts')],
      [36, 12, 3 * (staff.length + 1), 3],
    );
    for (const prompt of prompts) assert.deepEqual(await held(world, prompt), gone);
  });

  it('stops between two pages, and the next run goes on with it', async () => {
    const prompt = await world.prompt('named');
    const stopping = new AbortController();
    const { removeSome } = world.responses;
    const responses: RightsWorld['responses'] = {
      ...world.responses,
      removeSome: (...about) => {
        stopping.abort();
        return removeSome(...about);
      },
    };
    world.now = due;
    const run = await removeOverdue({ ...world, clock: world.clock, responses }, stopping.signal);
    assert.deepEqual([run.answers, run.deliveries, run.finished], [staff.length, 0, false]);
    const cleared = (await world.broadcasts.get(prompt.id))?.value.cleared;
    assert.deepEqual([cleared?.since, cleared?.done], [due.toISOString(), undefined]);
    assert.equal((await runAt(due)).finished, true);
    assert.deepEqual(await held(world, prompt), gone);
  });

  for (const store of ['responses', 'participation', 'deliveries', 'results'] as const) {
    it(`loses nothing to a crash at the ${store}, and the next run completes it`, async () => {
      const prompt = await world.prompt('anonymous');
      await world.count(prompt);
      const crash = async () => Promise.reject(new Error('crash'));
      const broken = {
        responses: { responses: { ...world.responses, removeSome: crash } },
        participation: { participation: { ...world.participation, removeSome: crash } },
        deliveries: { deliveries: { ...world.deliveries, removePeople: crash } },
        results: { results: { ...world.results, chunks: { ...world.results.chunks, replace: crash } } },
      }[store];
      world.now = due;
      await assert.rejects(removeOverdue({ ...world, clock: world.clock, ...broken }, going), /crash/);
      assert.equal((await runAt(due)).finished, true);
      assert.deepEqual(await held(world, prompt), gone);
      assert.deepEqual(new Set(await commentTexts(world, prompt)), new Set([undefined]));
    });
  }

  it('does no harm when several senders run it at once, and counts each thing once', async () => {
    for (const privacy of ['named', 'confidential', 'anonymous'] as const) await world.prompt(privacy);
    world.now = due;
    const runs = await Promise.all(Array.from({ length: 4 }, () => removeOverdue(world, going)));
    assert.equal(
      runs.reduce((total, { answers }) => total + answers, 0),
      36,
    );
    assert.equal((await runAt(due)).finished, true);
  });
});

describe('the day’s run', () => {
  let world: RightsWorld;

  beforeEach(async () => {
    world = await openRightsWorld(start);
    world.now = due;
  });

  const recorded = () => world.audit.listMonth('2027-06');

  it('is written down with what it removed, and by nobody’s name', async () => {
    world.now = new Date(start);
    await world.prompt('anonymous');
    world.now = due;
    await runIfDue(world, going);
    const [event, ...others] = await recorded();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [event?.what, event?.who, event?.about, event?.at],
      ['retention.ran', 'product', 'retention', due.toISOString()],
    );
    const counts = { answers: 12, participations: 12, deliveries: 13, broadcasts: 1, drafts: 0, finished: 1 };
    assert.deepEqual(event?.facts, counts);
  });

  it('is made once a day, whoever looks and however often', async () => {
    assert.notEqual(await runIfDue(world, going), undefined);
    assert.equal(await runIfDue(world, going), undefined);
    world.now = new Date('2027-06-12T23:59:59.999Z');
    assert.equal(await runIfDue(world, going), undefined);
    world.now = new Date('2027-06-13T00:00:00.000Z');
    assert.notEqual(await runIfDue(world, going), undefined);
    assert.equal((await recorded()).length, 2);
  });

  it('is made again on the same day when it was not finished', async () => {
    world.now = new Date(start);
    await world.prompt('named');
    world.now = due;
    const stopped = new AbortController();
    stopped.abort();
    assert.equal((await runIfDue(world, stopped.signal))?.finished, false);
    assert.equal((await runIfDue(world, going))?.finished, true);
    assert.deepEqual((await recorded()).map(({ facts }) => facts.finished).toSorted(), [0, 1]);
  });
});
