import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { BroadcastJson } from '../../src/api/contract/broadcasts.ts';
import type { ProgressEvent } from '../../src/api/contract/progress.ts';
import { cardText, newest } from '../product/broadcasting.ts';
import { english, install, messageAbout, titleOf } from '../product/in-the-chat.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { appId, type ProductUnderTest, startProductUnderTest } from '../product/product-under-test.ts';
import type { ApiUnderTest } from './api-under-test.ts';
import { callRoute, refuseRoute, respond } from './call-route.ts';
import { type Entra, startEntra } from './entra.ts';
import { accountedFor, eventsOf } from './events.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 24 }, (_, index) => madeUpPerson(index + 1));
const withoutApp = staff.slice(20);
const api = { clientId: appId, audience: `api://${appId}` };
const prompt = {
  kind: 'prompt',
  title: { en: 'Case files', cy: 'Ffeiliau achos' },
  body: { en: 'Say what you think.', cy: 'Dywedwch eich barn.' },
  privacy: 'named',
  questions: [
    {
      id: 'q1',
      kind: 'one-choice',
      text: { en: 'Which?', cy: 'Pa un?' },
      required: true,
      options: [
        { id: 'o1', text: { en: 'First', cy: 'Cyntaf' } },
        { id: 'o2', text: { en: 'Second', cy: 'Ail' } },
      ],
    },
    { id: 'q2', kind: 'free-text', text: { en: 'Why?', cy: 'Pam?' }, required: false, maxLength: 500 },
  ],
  deadline: { date: '2099-12-10', time: '17:00', zone: 'Europe/London' },
};

describe('a prompt from the first word to the results, by the API of the whole product', function () {
  this.timeout(60_000);
  let entra: Entra;
  let run: ProductUnderTest;
  let draft: BroadcastJson;
  let etag: string;
  const about = () => ({ params: { broadcastId: draft.id } });
  const caller: Pick<ApiUnderTest, 'call'> = {
    call: async (as, method, path, body, headers = {}) =>
      fetch(`http://127.0.0.1:${run.product.port}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await entra.token(as)}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
      }),
  };

  before(async () => {
    entra = await startEntra(api);
    const people = [lead, ...staff];
    const users = people.map(({ id, name = id }) => ({
      aadObjectId: id,
      name,
      installed: !withoutApp.some((each) => each.id === id),
    }));
    const config = {
      api: { ...api, localJwksUrl: entra.jwksUrl },
      timing: { idleMs: 50, sweepMs: 300, resultsLookMs: 200 },
    };
    run = await startProductUnderTest({ people, users, config });
    await install(run.teams, lead.id, ...staff.slice(0, 20).map(({ id }) => id));
  });

  after(async () => {
    await run.close();
    await entra.close();
  });

  it('is written and saved', async () => {
    const me = (await callRoute(caller, lead.id, 'getMe')).body;
    assert.deepEqual([me.reachable, me.sendsTo, me.may.broadcast], [true, ['wessex'], true]);
    const body = { content: prompt, audience: { areas: ['wessex'] } };
    const started = await callRoute(caller, lead.id, 'startDraft', { body });
    const content = { ...prompt, title: { ...prompt.title, en: 'Digital case files' } };
    const saved = await callRoute(caller, lead.id, 'saveDraft', {
      params: { broadcastId: started.body.id },
      etag: started.etag,
      body: { ...body, content },
    });
    ({ body: draft, etag } = saved as { body: BroadcastJson; etag: string });
    assert.equal(draft.title.en, 'Digital case files');
  });

  it('comes to its author first, who sees that nobody else does', async () => {
    await callRoute(caller, lead.id, 'sendToMe', about());
    const { card } = newest(run.teams.as(lead.id));
    assert.equal(titleOf(card), 'Digital case files');
    assert.ok(cardText(card).includes(english.t('preview.onlyYou')));
    const answer = await run.teams.as(lead.id).executes(newest(run.teams.as(lead.id)), 'prompt.answer', { q1: 'o1' });
    assert.equal(titleOf(answer.card), english.t('error.PromptNotSent.title'));
  });

  it('is confirmed for so many people, and followed to its end', async () => {
    const { body: preview } = await callRoute(caller, lead.id, 'previewDraft', about());
    assert.deepEqual([preview.people, preview.reachable, preview.problems], [24, 20, []]);
    const body = { etag: preview.etag, people: preview.people };
    assert.equal(preview.etag, etag);
    await callRoute(caller, lead.id, 'confirmDraft', { ...about(), body });
    const events: ProgressEvent[] = [];
    for await (const event of eventsOf(await respond(caller, lead.id, 'watchProgress', about()))) events.push(event);
    const last = events.at(-1) ?? assert.fail();
    assert.equal(accountedFor(last), 24);
    assert.deepEqual([last.outcome.sent, last.outcome.unreachable, last.state], [20, 4, 'sent']);
    const { body: sent } = await callRoute(caller, lead.id, 'getBroadcast', about());
    assert.deepEqual(sent.may, ['resend', 'remind', 'correct', 'recall', 'extend', 'close']);
  });

  it('tells who was not reached, and tries these again', async () => {
    const { body } = await callRoute(caller, lead.id, 'listNotReached', about());
    assert.deepEqual(
      body.people.map(({ name, reason }) => [name, reason]),
      withoutApp.map(({ name }) => [name, 'not-installed']),
    );
    const { areas } = (await callRoute(caller, lead.id, 'getAreaStates', about())).body;
    assert.deepEqual(
      areas.map(({ area, recipients, sent, unreachable }) => [area, recipients, sent, unreachable]),
      [['wessex', 24, 20, 4]],
    );
    const home = (await callRoute(caller, lead.id, 'getHome')).body;
    assert.deepEqual(
      home.troubled.map(({ broadcast, notReached }) => [broadcast.id, notReached]),
      [[draft.id, 4]],
    );
    await install(run.teams, ...withoutApp.map(({ id }) => id));
    await callRoute(caller, lead.id, 'resend', about());
    for await (const event of eventsOf(await respond(caller, lead.id, 'watchProgress', about()))) {
      if (event.final) assert.equal(event.outcome.sent, 24);
    }
    const nobody = await refuseRoute(caller, lead.id, 'resend', about());
    assert.equal(nobody.code, 'NobodyToResend');
  });

  it('shows what people answer, and hides what a lead does not want to share', async () => {
    for (const [index, { id }] of staff.slice(0, 12).entries()) {
      const actor = run.teams.as(id);
      const inputs = { q1: index % 3 === 0 ? 'o2' : 'o1', q2: `Comment ${index}` };
      await actor.executes(messageAbout(actor, draft.id), 'prompt.answer', inputs);
    }
    const results = async () => (await callRoute(caller, lead.id, 'getResults', about())).body;
    for (let looks = 0; looks < 100; looks += 1) {
      const { total } = await results();
      if (total.shown && total.tally.respondents === 12) break;
      await wait(100);
    }
    const found = await results();
    assert.ok(found.total.shown);
    assert.deepEqual(found.total.tally.questions.q1, { kind: 'one-choice', answered: 12, counts: { o1: 8, o2: 4 } });
    assert.deepEqual([found.asked, found.reached, found.responseRate], [24, 24, 0.5]);
    const comments = found.comments.q2?.comments ?? [];
    assert.equal(comments.length, 12);
    assert.ok(comments.every(({ name }) => name?.startsWith('Person ')));
    const [first] = comments;
    const params = { broadcastId: draft.id, commentId: first?.id ?? assert.fail() };
    const hidden = await callRoute(caller, lead.id, 'redactComment', { params, body: { parts: [{ from: 0, to: 7 }] } });
    assert.match(hidden.body.text, /^█{7} \d+$/);
    await callRoute(caller, lead.id, 'redactComment', { params, body: {} });
    const list = async (query: Readonly<Record<string, string>>) =>
      (await callRoute(caller, lead.id, 'listComments', { ...about(), query: { question: 'q2', ...query } })).body;
    assert.equal((await list({})).comments.length, 11);
    assert.equal((await list({ hidden: 'true' })).comments.find(({ id }) => id === first?.id)?.text, '');
    assert.equal((await callRoute(caller, lead.id, 'undoRedaction', { params })).body.text, first?.text);
    const csv = await (await respond(caller, lead.id, 'downloadResultsCsv', about())).text();
    assert.ok(csv.includes('"First"') && csv.includes('"Person 1"'));
    const xlsx = await (await respond(caller, lead.id, 'downloadResultsXlsx', about())).bytes();
    assert.equal(Buffer.from(xlsx.subarray(0, 2)).toString(), 'PK');
    const { rates } = (await callRoute(caller, lead.id, 'getHome')).body;
    assert.deepEqual(
      rates.map(({ area, points }) => [area, points.map(({ asked, respondents, rate }) => [asked, respondents, rate])]),
      [['wessex', [[24, 12, 0.5]]]],
    );
    const { prompts } = (await callRoute(caller, lead.id, 'listResults')).body;
    assert.deepEqual(
      prompts.map(({ broadcastId, closed }) => [broadcastId, closed]),
      [[draft.id, false]],
    );
  });

  it('is corrected, extended and closed', async () => {
    const short = { title: { en: '' }, body: { en: 'Better' } };
    assert.equal(
      (await refuseRoute(caller, lead.id, 'correct', { ...about(), body: short })).code,
      'BroadcastIncomplete',
    );
    const body = { title: { en: 'Digital case files, again' }, body: { en: 'Say what you think.' } };
    const corrected = (await callRoute(caller, lead.id, 'correct', { ...about(), body })).body.broadcast;
    assert.deepEqual([corrected.title, corrected.laterRuns.map(({ id }) => id)], [body.title, ['correct-1']]);
    const earlier = { deadline: { ...prompt.deadline, date: '2099-12-01' } };
    assert.equal((await refuseRoute(caller, lead.id, 'extend', { ...about(), body: earlier })).code, 'DeadlineWrong');
    const later = { deadline: { ...prompt.deadline, date: '2099-12-20' } };
    const extended = (await callRoute(caller, lead.id, 'extend', { ...about(), body: later })).body.broadcast;
    assert.equal(extended.closesAt, '2099-12-20T17:00:00.000Z');
    const closed = (await callRoute(caller, lead.id, 'close', about())).body.broadcast;
    assert.ok(Date.parse(closed.closesAt ?? '') < Date.now() + 10_000);
  });
});
