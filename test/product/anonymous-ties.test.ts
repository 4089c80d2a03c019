import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { QueueServiceClient } from '@azure/storage-queue';
import { emptySnapshot, withBatch } from '../../src/insight/snapshot.ts';
import { respondentIdOf } from '../../src/responses/card-key.ts';
import type { Actor } from '../simulator/actor.ts';
import { isJson, type Json } from '../simulator/json.ts';
import { newest } from './broadcasting.ts';
import { countingQuickly, untilFinal } from './counted.ts';
import { everythingStored, type StoredItem } from './everything-stored.ts';
import {
  activitiesOf,
  broadcast,
  english,
  install,
  jsonWithin,
  messageAbout,
  movableClock,
  titleOf,
} from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
/** Enough that an order which means nothing does not look like the order of answering by chance. */
const staff = Array.from({ length: 60 }, (_, index) =>
  madeUpPerson(index + 1, { name: `Staffname${String(index + 1).padStart(3, '0')}` }),
);

const form = {
  'title.en': 'How is it going?',
  'body.en': 'Say.',
  privacy: 'anonymous',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
  'q2.kind': 'free-text',
  'q2.text.en': 'Why?',
};

/** What nobody else wrote. */
const secretOf = (index: number) => `secretword${String(index).padStart(3, '0')}`;

describe('a whole anonymous prompt', function () {
  this.timeout(180_000);
  const clock = movableClock();
  /** In the order in which they answered. */
  const respondents: string[] = [];
  let run: ProductUnderTest;
  let id: string;
  let stored: Readonly<Record<string, readonly StoredItem[]>>;
  let writings: readonly string[];

  before(async () => {
    run = await startProductUnderTest({
      people: [lead, ...staff],
      clock,
      config: { timing: countingQuickly },
    });
    const { teams } = run;
    await install(teams);
    const author = teams.as(lead.id);
    ({ id } = await broadcast(teams, author, 'prompt', form, { unchecked: true }));

    for (const [index, { id: person }] of staff.entries()) {
      const actor = teams.as(person);
      const message = messageAbout(actor, id);
      if (index % 7 === 0)
        await actor.executes(message, 'prompt.answer', { q1: 'o9', q2: secretOf(index) }, { unchecked: true });
      const { card } = await actor.executes(message, 'prompt.answer', { q1: 'o1', q2: `Because ${secretOf(index)}` });
      respondents.push(respondentIdOf(keyOn(card)));
      if (index % 5 === 0) await change(person, card, { q1: 'o2', q2: `Still ${secretOf(index)}` });
    }
    teams.as(staff[3]?.id ?? '');
    for (const { id: person } of staff.slice(0, 3)) {
      await teams.as(person).says('my answers');
      await teams.as(person).says('what do you hold about me');
    }
    await author.says('results');

    clock.moveOn(30);
    await untilFinal(run, id);
    await setTimeout(1_000);
    const late = teams.as(staff[5]?.id ?? '');
    await late.opens(messageAbout(late, id));
    const exported = [await asFile(author, { verb: 'results.file', data: { broadcastId: id, as: 'csv' } }, 'results')];
    for (const { id: person } of staff.slice(0, 3)) {
      exported.push(await asFile(teams.as(person), { verb: 'held.export', data: { as: 'file' } }, 'my data'));
    }
    stored = await everythingStored(run);
    writings = [
      ...exported,
      ...Object.values(stored)
        .flat()
        .map((item) => JSON.stringify(item)),
      ...run.logged,
      ...(await queued(run)),
    ];
  });

  after(() => run.close());

  /** What is handed out as a file where somebody asks for it. */
  async function asFile(actor: Actor, action: { verb: string; data: Json }, asked: string): Promise<string> {
    await actor.says(asked);
    const list = newest(actor);
    if (asked === 'results') await actor.executes(list, { verb: 'results.show', data: { broadcastId: id } });
    await actor.executes(list, action);
    await actor.answersFile(newest(actor), 'accept');
    const files = () => run.teams.oneDrive.filesOf(actor.user);
    await run.teams.settled(() => files().length === 1, { what: 'the file' });
    return files()[0]?.text ?? '';
  }

  async function change(person: string, receipt: Json | undefined, inputs: Json): Promise<void> {
    const data = { broadcastId: id, key: keyOn(receipt), ...inputs };
    const action = { type: 'Action.Execute', verb: 'prompt.answer', data };
    const { status, body } = await run.teams.post(
      activitiesOf(run.teams).action(run.teams.user(person), action, '1', 'manual'),
    );
    assert.equal(status, 200);
    assert.ok(isJson(body) && isJson(body.value));
    assert.equal(titleOf(body.value), english.t('receipt.title'));
  }

  it('counts everybody, and keeps every answer and every participation', () => {
    assert.equal(respondents.length, staff.length);
    assert.equal(stored.responses?.length, staff.length);
    assert.equal(stored.participation?.length, staff.length);
    assert.deepEqual(
      new Set(stored.responses?.map((item) => String(item.id).replace(/~[ab]$/, ''))),
      new Set(respondents),
    );
  });

  it('keeps nothing beside an answer from which it could be guessed whose it is', () => {
    for (const item of stored.responses ?? []) {
      assert.deepEqual(item.profile, {});
      assert.ok(isJson(item.counted));
      assert.deepEqual(item.counted, { batch: item.counted.batch, answers: {}, groups: {}, closed: true });
    }
    assert.equal(new Set(stored.responses?.map(({ counted }) => JSON.stringify(counted))).size, 1, 'all are alike');
  });

  it('shows the figures that its batches hold', async () => {
    const { results, broadcasts } = run.product.stores;
    const content = (await broadcasts.get(id))?.value.content;
    assert.ok(content?.kind === 'prompt');
    let sum = emptySnapshot(id);
    for (let number = 1; ; number += 1) {
      const batch = await results.batches.get(id, number);
      if (batch === undefined) break;
      assert.equal(batch.value.members, undefined);
      sum = withBatch(sum, batch.value, content.questions);
    }
    const shown = (await results.snapshots.get(id))?.value;
    assert.deepEqual(shown?.figures, sum.figures);
    assert.equal(shown?.figures.respondents?.cells.all?.[0], staff.length);
  });

  it('is handed out as files that hold what was said, and apart from it who asked', () => {
    const [results = '', ...held] = writings;
    assert.ok(staff.every((_, index) => results.includes(secretOf(index))));
    for (const [index, { name = '' }] of staff.slice(0, 3).entries()) assert.ok(held[index]?.includes(name));
  });

  it('says nowhere together who somebody is and what they answered', () => {
    for (const [index, { id: person, name = '' }] of staff.entries()) {
      const who = [person, name, run.teams.user(person).conversationId];
      const what = [secretOf(index), respondents[index] ?? ''];
      for (const text of writings) {
        const both = who.some((each) => text.includes(each)) && what.some((each) => text.includes(each));
        assert.ok(!both, `${name}: ${text}`);
      }
    }
  });

  it('shares nothing between a person and their answer that others do not share', () => {
    const ofPerson = staff.map(({ id: person }) => marksIn(writings.filter((text) => text.includes(person))));
    const ofAnswer = staff.map((_, index) =>
      marksIn(writings.filter((text) => text.includes(secretOf(index)) || text.includes(respondents[index] ?? '-'))),
    );
    const people = new Map<string, number>();
    for (const marks of ofPerson) for (const mark of marks) people.set(mark, (people.get(mark) ?? 0) + 1);
    for (const [index, marks] of ofPerson.entries()) {
      const shared = [...marks].filter((mark) => people.get(mark) === 1 && ofAnswer[index]?.has(mark));
      assert.deepEqual(shared, [], `${staff[index]?.name} and their answer`);
    }
  });

  it('leaves nothing of the time or the order of answering on the answers', () => {
    const position = new Map(respondents.map((respondent, index) => [respondent, index]));
    const items = stored.responses ?? [];
    for (const [what, keyOf] of [
      ['the time', (item: StoredItem) => String(item._ts)],
      ['the number', (item: StoredItem) => Buffer.from(String(item._rid), 'base64').toString('hex')],
    ] as const) {
      const inOrder = items.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
      const positions = inOrder.map((item) => position.get(String(item.id).replace(/~[ab]$/, '')) ?? -1);
      const likeness = rankCorrelation(positions);
      assert.ok(
        Math.abs(likeness) < 0.6,
        `${what} of the items follows the order of answering: ${likeness.toFixed(2)}`,
      );
    }
    for (const item of items) assert.equal(item.answeredAt, undefined);
  });
});

/** The key of the card, which every button of it carries. */
function keyOn(card: Json | undefined): string {
  const keys = jsonWithin(card).flatMap(({ data }) => (isJson(data) && typeof data.key === 'string' ? [data.key] : []));
  assert.equal(new Set(keys).size, 1, 'one key on the card');
  return keys[0] ?? '';
}

/** The words and numbers of writings that could tell one thing from another; what Cosmos DB adds is looked at apart. */
function marksIn(texts: readonly string[]): ReadonlySet<string> {
  const own = texts.map((text) => text.replace(/"_(ts|rid|self|etag|attachments)":("[^"]*"|"\\"[^"]*\\""|\d+),?/g, ''));
  return new Set(own.flatMap((text) => text.match(/[A-Za-z0-9_.:-]{6,}/g) ?? []));
}

/** How far positions rise with their index: 1 all the way, -1 the other way round, about 0 by chance (Spearman). */
function rankCorrelation(positions: readonly number[]): number {
  const count = positions.length;
  const squares = positions.reduce((sum, position, index) => sum + (position - index) ** 2, 0);
  return 1 - (6 * squares) / (count * (count ** 2 - 1));
}

async function queued({ config }: ProductUnderTest): Promise<readonly string[]> {
  if (!('connectionString' in config.queue)) return [];
  const service = QueueServiceClient.fromConnectionString(config.queue.connectionString);
  const names = [config.queueName, `${config.queueName}-poison`];
  const peeked = await Promise.all(
    names.map((name) => service.getQueueClient(name).peekMessages({ numberOfMessages: 32 })),
  );
  return peeked.flatMap(({ peekedMessageItems }) =>
    peekedMessageItems.map(({ messageText }) => Buffer.from(messageText, 'base64').toString()),
  );
}
