import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import { type Answer, answerOnce } from '../../src/api/answer-once.ts';
import { createMemoryKeptAnswerStore } from '../fakes/memory-kept-answer-store.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { callRoute, refuseRoute, respond } from './call-route.ts';

const lead = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false } });
const other = madeUpPerson(2, { duties: { leads: ['wessex'], roadmapOwner: false } });
const body = {
  content: { kind: 'update', title: { en: 'A title' }, body: { en: 'A text' } },
  audience: { areas: ['wessex'] },
};

describe('a request under a key', () => {
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await startApi();
    for (const person of [lead, other]) await api.services.people.create(person);
  });

  afterEach(() => api.close());

  const drafts = async (as = lead.id) => (await callRoute(api, as, 'listBroadcasts')).body.broadcasts.length;

  it('is carried out once and answered alike however often it comes', async () => {
    const call = { body, key: ulid() };
    const first = await callRoute(api, lead.id, 'startDraft', call);
    for (let time = 0; time < 3; time += 1) assert.deepEqual(await callRoute(api, lead.id, 'startDraft', call), first);
    assert.equal(await drafts(), 1);
  });

  it('is carried out once when it comes many times at once', async () => {
    const call = { body, key: ulid() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const answer = await respond(api, lead.id, 'startDraft', call);
        return { status: answer.status, retryAfter: answer.headers.get('retry-after'), json: await answer.json() };
      }),
    );
    const done = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status }) => status === 409);
    assert.ok(done.length >= 1);
    assert.equal(done.length + waiting.length, 20);
    assert.equal(new Set(done.map(({ json }) => JSON.stringify(json))).size, 1);
    for (const { json, retryAfter } of waiting) {
      assert.deepEqual([(json as { code: string }).code, retryAfter], ['StillUnderWay', '1']);
    }
    assert.equal(await drafts(), 1);
  });

  it('is refused when the key came with another one before', async () => {
    const key = ulid();
    const first = await callRoute(api, lead.id, 'startDraft', { body, key });
    const changed = { ...body, content: { ...body.content, title: { en: 'Another title' } } };
    const refused = await refuseRoute(api, lead.id, 'startDraft', { body: changed, key });
    assert.deepEqual([refused.status, refused.code], [422, 'KeyReused']);
    const params = { broadcastId: first.body.id };
    assert.equal((await refuseRoute(api, lead.id, 'cancel', { params, key })).code, 'KeyReused');
    assert.equal(await drafts(), 1);
  });

  it('is another one under the same key of somebody else', async () => {
    const key = ulid();
    await callRoute(api, lead.id, 'startDraft', { body, key });
    await callRoute(api, other.id, 'startDraft', { body, key });
    assert.deepEqual([await drafts(), await drafts(other.id)], [1, 1]);
  });

  it('may come again after it was refused', async () => {
    const key = ulid();
    const { body: draft, etag } = await callRoute(api, lead.id, 'startDraft', { body });
    const call = { params: { broadcastId: draft.id }, body: { etag, people: 2 }, key };
    await api.services.people.create(madeUpPerson(3));
    assert.equal((await refuseRoute(api, lead.id, 'confirmDraft', call)).code, 'ChangedMeanwhile');
    assert.equal((await refuseRoute(api, lead.id, 'confirmDraft', call)).code, 'ChangedMeanwhile');
  });

  it('must bring a key that is one', async () => {
    const missing = await refuseRoute(api, lead.id, 'startDraft', { body, key: '' });
    assert.deepEqual([missing.status, missing.code], [400, 'KeyMissing']);
    for (const key of ['short', 'x'.repeat(101), 'with spaces in it 16', 'with/slashes/in/it']) {
      const { code, field } = await refuseRoute(api, lead.id, 'startDraft', { body, key });
      assert.deepEqual([code, field], ['RequestMalformed', 'Idempotency-Key'], key);
    }
    assert.equal(await drafts(), 0);
  });
});

describe('answering once', () => {
  const asked = { personId: lead.id, key: 'a-key-of-sixteen', fingerprint: 'the same' };
  const done: Answer = { status: 200, body: { done: true } };
  const start = Date.parse('2026-11-24T10:00:00Z');
  const portsAt = (seconds: number, keptAnswers = createMemoryKeptAnswerStore()) => ({
    keptAnswers,
    clock: { now: () => new Date(start + seconds * 1_000) },
  });

  it('takes over from a process that has gone', async () => {
    const ports = portsAt(0);
    const never = answerOnce(ports, asked, () => new Promise<Answer>(() => undefined));
    void never;
    await ports.keptAnswers.get(asked.personId, asked.key);
    const carryOut = async () => done;
    await assert.rejects(answerOnce({ ...ports, ...portsAt(119, ports.keptAnswers) }, asked, carryOut), {
      code: 'StillUnderWay',
    });
    assert.deepEqual(await answerOnce(portsAt(121, ports.keptAnswers), asked, carryOut), done);
  });

  it('lets the answer of whoever took over stand', async () => {
    const { keptAnswers } = portsAt(0);
    const slow = await answerOnce(portsAt(0, keptAnswers), asked, async () => {
      await answerOnce(portsAt(121, keptAnswers), asked, async () => done);
      return { status: 200, body: 'too late' };
    });
    assert.deepEqual(slow.body, 'too late');
    assert.deepEqual(await answerOnce(portsAt(122, keptAnswers), asked, assert.fail), done);
  });

  it('lets only one of many take over', async () => {
    const { keptAnswers } = portsAt(0);
    await assert.rejects(answerOnce(portsAt(0, keptAnswers), asked, () => Promise.reject(new Error('broke off'))));
    let times = 0;
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () =>
        answerOnce(portsAt(1, keptAnswers), asked, async () => {
          times += 1;
          return done;
        }),
      ),
    );
    assert.equal(times, 1);
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  });
});
