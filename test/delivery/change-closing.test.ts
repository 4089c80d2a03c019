import assert from 'node:assert/strict';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import type { Prompt } from '../../src/broadcasts/broadcast-state.ts';
import { closesAt } from '../../src/broadcasts/closing.ts';
import { closePrompt, closingMs, extendPrompt } from '../../src/delivery/change-closing.ts';
import { remindOfPrompt } from '../../src/delivery/control-broadcast.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { author, createSmallWorld, type SmallWorld } from './small-world.ts';

const id = '01JD3E9R6Y0000000000000000';
const sentAt = '2026-11-20T10:00:00.000Z';
const until = { date: '2026-11-27', time: '17:00' };
const longer = { date: '2026-12-04', time: '17:00' };

async function having(changes: Partial<Broadcast> = {}): Promise<SmallWorld> {
  const world = createSmallWorld();
  const prompt: Prompt = {
    id,
    author: author.id,
    audience: { areas: ['wessex'] },
    state: 'sent',
    createdAt: sentAt,
    confirmed: { at: sentAt, audienceSize: 60 },
    plan: { slices: 2, recipients: 60, complete: true },
    content: {
      kind: 'prompt',
      title: { en: 'Title' },
      body: { en: 'Body' },
      privacy: 'confidential',
      questions: [],
      deadline: { ...until, zone: 'Europe/London' },
    },
  };
  await world.ports.broadcasts.create({ ...prompt, ...changes });
  return world;
}

async function stored({ ports }: SmallWorld): Promise<Prompt> {
  const broadcast = (await ports.broadcasts.get(id))?.value;
  assert.ok(broadcast?.content.kind === 'prompt');
  return { ...broadcast, content: broadcast.content };
}

const now = ({ ports }: SmallWorld) => ports.clock.now().getTime();

describe('extending a prompt', () => {
  it('moves the deadline, starts a correction of the cards, and is written down once', async () => {
    const world = await having();
    await extendPrompt(world.control, author, id, longer);
    const again = await extendPrompt(world.control, author, id, longer);
    const prompt = await stored(world);
    assert.deepEqual(prompt.content.deadline, { ...longer, zone: 'Europe/London' });
    assert.deepEqual(again, prompt);
    assert.deepEqual(
      prompt.laterRuns?.map((run) => run.id),
      ['correct-1'],
    );
    assert.equal(world.ports.queue.waiting, 2, 'a message for each slice');
    assert.deepEqual(
      world.audited.map(({ who, what, about, facts }) => ({ who, what, about, facts })),
      [{ who: author.id, what: 'prompt.extended', about: id, facts: { closesAt: '2026-12-04T17:00:00.000Z' } }],
    );
  });

  it('opens one that has closed, by its deadline or early', async () => {
    for (const changes of [{}, { closedEarlyAt: '2026-11-20T12:00:00.000Z' }]) {
      const world = await having(changes);
      world.moveOn(10 * 24 * 60 * 60_000);
      await extendPrompt(world.control, author, id, longer);
      const prompt = await stored(world);
      assert.equal(prompt.closedEarlyAt, undefined);
      assert.equal(closesAt(prompt).toISOString(), '2026-12-04T17:00:00.000Z');
    }
  });

  it('does not open an anonymous one that has closed, and changes nothing then', async () => {
    for (const changes of [{}, { closedEarlyAt: '2026-11-20T12:00:00.000Z' }]) {
      const world = await having(changes);
      const { value, etag } = (await world.ports.broadcasts.get(id)) ?? assert.fail('no prompt');
      assert.ok(value.content.kind === 'prompt');
      await world.ports.broadcasts.replace({ ...value, content: { ...value.content, privacy: 'anonymous' } }, etag);
      world.moveOn(10 * 24 * 60 * 60_000);
      const before = await stored(world);
      await assert.rejects(extendPrompt(world.control, author, id, longer), { code: 'AnonymousStaysClosed' });
      assert.deepEqual(await stored(world), before);
      assert.deepEqual(world.audited, []);
    }
  });

  it('waits for the cards in flight while it is being sent, and needs no correction before', async () => {
    const sending = await having({ state: 'sending' });
    await extendPrompt(sending.control, author, id, longer);
    assert.equal(Date.parse((await stored(sending)).laterRuns?.[0]?.startAt ?? ''), now(sending) + 20_000);
    const scheduled = await having({ state: 'scheduled' });
    await extendPrompt(scheduled.control, author, id, longer);
    const prompt = await stored(scheduled);
    assert.deepEqual([prompt.content.deadline.date, prompt.laterRuns], [longer.date, undefined]);
  });

  it('ends a correction that is under way, whose cards would show the old deadline', async () => {
    const world = await having();
    await extendPrompt(world.control, author, id, longer);
    await extendPrompt(world.control, author, id, { ...longer, time: '18:00' });
    const [first, second] = (await stored(world)).laterRuns ?? [];
    assert.ok(first?.finishedAt !== undefined);
    assert.deepEqual([second?.id, second?.finishedAt], ['correct-2', undefined]);
  });

  it('is refused for a time that is no later, and changes nothing then', async () => {
    const world = await having();
    const before = await stored(world);
    for (const wrong of [
      { date: '2026-11-26', time: '17:00' },
      { date: 'x', time: 'y' },
    ]) {
      await assert.rejects(extendPrompt(world.control, author, id, wrong), { code: 'DeadlineWrong' });
    }
    assert.deepEqual(await stored(world), before);
    assert.deepEqual(world.audited, []);
  });
});

describe('closing a prompt early', () => {
  it('closes it five seconds from now, so that no process takes an answer after that, and is written down once', async () => {
    const world = await having();
    const closes = new Date(now(world) + closingMs).toISOString();
    await closePrompt(world.control, author, id);
    world.moveOn(2_000);
    await closePrompt(world.control, author, id);
    const prompt = await stored(world);
    assert.equal(prompt.closedEarlyAt, closes);
    assert.deepEqual(
      prompt.laterRuns?.map((run) => [run.id, run.startAt]),
      [['correct-1', closes]],
    );
    assert.deepEqual(
      world.audited.map(({ what, facts }) => [what, facts]),
      [['prompt.closed', { closesAt: closes }]],
    );
  });

  it('changes nothing of one whose deadline has passed', async () => {
    const world = await having();
    world.moveOn(10 * 24 * 60 * 60_000);
    const before = await stored(world);
    await closePrompt(world.control, author, id);
    assert.deepEqual(await stored(world), before);
  });

  it('ends its reminders', async () => {
    const world = await having();
    await closePrompt(world.control, author, id);
    world.moveOn(closingMs);
    await assert.rejects(remindOfPrompt(world.control, author, id), { code: 'PromptClosed' });
  });
});

describe('changing when a prompt closes', () => {
  const ways = {
    extend: (world: SmallWorld, by = author) => extendPrompt(world.control, by, id, longer),
    close: (world: SmallWorld, by = author) => closePrompt(world.control, by, id),
  };
  for (const [name, way] of Object.entries(ways)) {
    it(`is refused to others than its author, and for what is no prompt that stands: ${name}`, async () => {
      const update = { kind: 'update', title: { en: '' }, body: { en: '' } } as const;
      const recall = { id: 'recall', requestedBy: author.id, requestedAt: sentAt } as const;
      const { confirmed, ...draft } = await stored(await having());
      assert.ok(confirmed !== undefined);
      await assert.rejects(way(await having(), madeUpPerson(1)), { code: 'NotYourBroadcast' });
      await assert.rejects(way(await having({ content: update })), { code: 'PromptUnknown' });
      await assert.rejects(way(await having({ laterRuns: [recall] })), { code: 'BroadcastRecalled' });
      await assert.rejects(way(createSmallWorld()), { code: 'BroadcastUnknown' });
      for (const [state, code] of [
        ['draft', 'BroadcastNotSent'],
        ['cancelled', 'BroadcastUnknown'],
      ] as const) {
        const world = createSmallWorld();
        await world.ports.broadcasts.create({ ...draft, state });
        await assert.rejects(way(world), { code });
      }
    });
  }

  it('cannot close what nobody was asked yet', async () => {
    await assert.rejects(ways.close(await having({ state: 'scheduled' })), { code: 'BroadcastNotSent' });
  });
});
