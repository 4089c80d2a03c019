import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import type { PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import { type Product, startProduct } from '../../src/compose.ts';
import { everythingStored } from './everything-stored.ts';
import { broadcast, english, install, messageAbout, movableClock, presses, titleOf } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 4 }, (_, index) => madeUpPerson(index + 1));
const word = 'rhubarb';

function formOf(privacy: PrivacyPromise) {
  const texts = { 'title.en': `Questions that are ${privacy}`, 'body.en': 'Say.', 'q1.text.en': 'Why?' };
  return { ...texts, privacy, 'q1.kind': 'free-text' };
}

describe('what is left a year after', () => {
  const clock = movableClock();
  const ids: string[] = [];
  const logged: string[] = [];
  let run: ProductUnderTest;
  let sender: Product;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, ...staff], clock });
    const { teams } = run;
    await install(teams);
    for (const privacy of ['named', 'confidential', 'anonymous'] as const) {
      const { id } = await broadcast(teams, teams.as(lead.id), 'prompt', formOf(privacy), { unchecked: true });
      ids.push(id);
      for (const person of staff) {
        const actor = teams.as(person.id);
        await actor.executes(messageAbout(actor, id), 'prompt.answer', { q1: word });
      }
      clock.moveOn(8);
    }
    const news = { 'title.en': 'News', 'body.en': 'Read.' };
    ids.push((await broadcast(teams, teams.as(lead.id), 'update', news, { unchecked: true })).id);
    clock.moveOn(450);
    const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
    const http = { host: '127.0.0.1', port: 0 };
    sender = await startProduct({ ...run.config, role: 'sender', http }, log, clock);
    await teams.settled(() => logged.some((line) => line.includes('retention ran')), { timeoutMs: 20_000 });
  });

  after(async () => {
    await sender.stop();
    await run.close();
  });

  it('are the broadcasts, the figures and the numbers, and nobody’s answer, text or delivery', async () => {
    const stored = await everythingStored(run);
    assert.deepEqual([stored.responses, stored.participation], [[], []]);
    assert.deepEqual(new Set(stored.deliveries?.map(({ type }) => type)), new Set(['progress']));
    assert.deepEqual(new Set(stored.broadcasts?.map(({ id }) => id)), new Set(ids));
    const { people: _people, senders: _senders, ...rest } = stored;
    const left = JSON.stringify(rest);
    for (const { id } of staff) assert.ok(!left.includes(id), id);
    assert.ok(!left.includes(word));
    const { outcomes } = await run.product.stores.deliveries.progress(ids[0] ?? '', 'send');
    assert.equal([...outcomes.values()][0]?.sent, staff.length);
  });

  it('is said in the audit log and in the log, in numbers', async () => {
    const month = clock.now().toISOString().slice(0, 7);
    const events = (await run.product.stores.audit.listMonth(month)).filter(({ what }) => what === 'retention.ran');
    assert.deepEqual(
      events.map(({ who, facts }) => ({ who, ...facts })),
      [
        {
          who: 'product',
          finished: 1,
          broadcasts: 4,
          answers: 3 * staff.length,
          participations: staff.length,
          deliveries: 4 * (staff.length + 1),
          drafts: 0,
        },
      ],
    );
    const line = JSON.parse(logged.find((each) => each.includes('retention ran')) ?? '{}');
    assert.deepEqual([line.answers, line.finished, line.level], [3 * staff.length, true, 30]);
    assert.match(line.correlationId, /^[0-9a-f-]{36}$/);
  });

  it('is told to whoever presses a button of an old card', async () => {
    // A broadcast is kept in memory for two seconds, perhaps as it was before.
    await setTimeout(2_100);
    for (const id of ids.slice(0, 3)) {
      const card = await presses(run.teams, personId(1), 'prompt.show', { broadcastId: id });
      assert.equal(titleOf(card), english.t('error.RecordsRemoved.title'));
    }
  });

  it('is told to an author who would send something more', async () => {
    for (const verb of ['broadcast.remind', 'broadcast.recall', 'broadcast.resend', 'broadcast.report']) {
      const card = await presses(run.teams, lead.id, verb, { broadcastId: ids[0] });
      assert.equal(titleOf(card), english.t('error.RecordsRemoved.title'), verb);
    }
  });
});
