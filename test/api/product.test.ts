import assert from 'node:assert/strict';
import { pino } from 'pino';
import type { ProgressEvent } from '../../src/api/contract/progress.ts';
import { startProduct } from '../../src/compose.ts';
import { type LocalTeams, startLocalTeams } from '../../src/local/local-teams.ts';
import { broadcastIdOn, compose } from '../product/broadcasting.ts';
import { english, install } from '../product/in-the-chat.ts';
import { madeUpPerson, personId } from '../product/made-up-people.ts';
import { appId, type ProductUnderTest, startProductUnderTest, tenantId } from '../product/product-under-test.ts';
import { faults } from '../simulator/faults.ts';
import { rowsOf } from './csv-file.ts';
import { accountedFor, eventsOf } from './events.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 220 }, (_, index) => madeUpPerson(index + 1));
const withoutApp = [1, 60, 61, 220].map(personId);
const blocked = [2, 70].map(personId);
const refused = [3].map(personId);
const api = { clientId: appId, audience: `api://${appId}` };

describe('the API of the whole product', function () {
  this.timeout(60_000);
  let local: LocalTeams;
  let run: ProductUnderTest;

  before(async () => {
    local = await startLocalTeams({ appId, tenantId, api });
    const people = [lead, ...staff];
    const users = people.map(({ id, name = id }) => ({ aadObjectId: id, name, installed: !withoutApp.includes(id) }));
    const config = { api: { ...api, localJwksUrl: local.apiJwksUrl }, tenantPerSecond: 40 };
    run = await startProductUnderTest({ people, users, config });
    await install(run.teams, ...people.map(({ id }) => id).filter((id) => !withoutApp.includes(id)));
  });

  after(async () => {
    await run.close();
    await local.close();
  });

  const get = async (path: string, as = lead.id) =>
    fetch(`http://127.0.0.1:${run.product.port}${path}`, {
      headers: { authorization: `Bearer ${await local.apiToken(as)}` },
    });

  it('lets a lead watch a broadcast to its end and download what became of everybody', async () => {
    for (const id of blocked) run.teams.user(id).blocked = true;
    for (const user of refused) run.teams.addFaults({ fault: faults.status(500), route: ['send', 'reply'], user });
    const actor = run.teams.as(lead.id);
    const form = { 'title.en': 'A title', 'body.en': 'A text', audience: 'wessex' };
    const message = await compose(run.teams, actor, 'update', form);
    const id = broadcastIdOn(message);
    assert.equal((await get(`/api/broadcasts/${id}/progress`)).status, 409);
    await actor.executes(message, 'compose.send');

    const events: ProgressEvent[] = [];
    for await (const event of eventsOf(await get(`/api/broadcasts/${id}/progress`))) events.push(event);
    for (const event of events) assert.equal(accountedFor(event), 220);
    assert.ok(events.length >= 4, `only ${events.length} events`);
    assert.ok(events.some(({ perSecond = 0, secondsLeft = 0 }) => perSecond > 10 && secondsLeft > 0));
    const { outcome, final, state } = events.at(-1) ?? assert.fail();
    assert.deepEqual([final, state], [true, 'sent']);
    assert.deepEqual(outcome, {
      sent: 213,
      unreachable: 6,
      failed: 1,
      cancelled: 0,
      skipped: 0,
      possiblyTwice: 0,
      reasons: { 'not-installed': 4, blocked: 2, 'server-error': 1 },
    });

    const [, ...rows] = rowsOf(`\uFEFF${await (await get(`/api/broadcasts/${id}/report.csv`)).text()}`);
    assert.deepEqual(
      rows.map(([person]) => person),
      staff.map((person) => person.id).toSorted(),
    );
    const reasonOf = new Map(
      rows.filter((row) => row[6] !== '').map(([person = '', , , , , , reason]) => [person, reason]),
    );
    assert.deepEqual(Object.fromEntries(reasonOf), {
      ...Object.fromEntries(withoutApp.map((each) => [each, english.t('reasonOne.not-installed')])),
      ...Object.fromEntries(blocked.map((each) => [each, english.t('reasonOne.blocked')])),
      ...Object.fromEntries(refused.map((each) => [each, english.t('reasonOne.server-error')])),
    });
    assert.equal(rows.filter((row) => row[5] === english.t('progress.sent')).length, 213);
  });

  it('serves in the sender role its health, and nothing else', async () => {
    const config = { ...run.config, role: 'sender' } as const;
    const sender = await startProduct(config, pino({ level: 'silent' }));
    try {
      const statusOf = async (path: string, method = 'GET') =>
        (await fetch(`http://127.0.0.1:${sender.port}${path}`, { method })).status;
      assert.deepEqual([await statusOf('/healthz'), await statusOf('/readyz')], [200, 200]);
      assert.equal(await statusOf('/api/messages', 'POST'), 404);
      assert.deepEqual(
        sender.routes.map(({ path }) => path),
        ['/healthz', '/readyz'],
      );
    } finally {
      await sender.stop();
    }
  });
});
