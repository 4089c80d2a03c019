import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { BroadcastJson } from '../../src/api/contract/broadcasts.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { callRoute, refuseRoute } from './call-route.ts';

const lead = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false } });
const other = madeUpPerson(2, { duties: { leads: ['wessex'], roadmapOwner: false } });
const owner = madeUpPerson(3, { duties: { leads: [], roadmapOwner: true } });
const audience = { areas: ['wessex'] };
const update = (en: string) => ({ kind: 'update', title: { en }, body: { en: 'A text' } });

describe('drafts by the API', () => {
  let api: ApiUnderTest;

  before(async () => {
    api = await startApi();
    for (const person of [lead, other, owner]) await api.services.people.create(person);
  });

  after(() => api.close());

  const start = async (content: unknown = update('First')) =>
    (await callRoute(api, lead.id, 'startDraft', { body: { content, audience } })).body;
  const about = ({ id }: { readonly id: string }) => ({ params: { broadcastId: id } });
  const save = (draft: BroadcastJson | { id: string; etag: string }, title: string, etag = draft.etag) =>
    callRoute(api, lead.id, 'saveDraft', { ...about(draft), etag, body: { content: update(title), audience } });

  it('are started, saved, read and discarded', async () => {
    const draft = await start();
    assert.deepEqual([draft.state, draft.mine, draft.may], ['draft', true, ['edit', 'discard', 'confirm']]);
    const saved = await save(draft, 'Second');
    assert.notEqual(saved.etag, draft.etag);
    assert.equal(saved.body.etag, saved.etag);
    const read = await callRoute(api, lead.id, 'getBroadcast', about(draft));
    assert.deepEqual(read, saved);
    await callRoute(api, lead.id, 'discardDraft', { ...about(draft), etag: read.etag });
    assert.equal((await refuseRoute(api, lead.id, 'getBroadcast', about(draft))).code, 'BroadcastUnknown');
    await callRoute(api, lead.id, 'discardDraft', { ...about(draft), etag: read.etag });
  });

  it('are not overwritten: whoever saw an older version is shown the newest one', async () => {
    const draft = await start();
    await save(draft, 'Written here');
    const call = { ...about(draft), etag: draft.etag, body: { content: update('Written there'), audience } };
    const { status, code, current } = await refuseRoute(api, lead.id, 'saveDraft', call);
    assert.deepEqual([status, code], [412, 'VersionStale']);
    const newest = (await callRoute(api, lead.id, 'getBroadcast', about(draft))).body;
    assert.deepEqual(current, newest);
    assert.equal(newest.title.en, 'Written here');
    for (const [name, body] of [
      ['wishSending', { kind: 'next-hours' }],
      ['discardDraft', undefined],
    ] as const) {
      const refused = await refuseRoute(api, lead.id, name, { ...about(draft), etag: draft.etag, body });
      assert.deepEqual([refused.status, refused.current], [412, newest], name);
    }
  });

  it('take the same text twice as one change, since the answer may have been lost', async () => {
    const draft = await start();
    const saved = await save(draft, 'Once');
    assert.deepEqual(await save(draft, 'Once', draft.etag), saved);
  });

  it('let only one of many who saved the same version win', async () => {
    const draft = await start();
    const call = (title: string) =>
      api.call(
        lead.id,
        'PUT',
        `/api/broadcasts/${draft.id}`,
        { content: update(title), audience },
        {
          'if-match': draft.etag,
        },
      );
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => call(`Title ${index}`)));
    const statuses = answers.map(({ status }) => status).toSorted((one, two) => one - two);
    assert.deepEqual(statuses, [200, ...Array(11).fill(412)]);
  });

  it('must say which version they change', async () => {
    const draft = await start();
    const body = { content: update('Blind'), audience };
    const missing = await refuseRoute(api, lead.id, 'saveDraft', { ...about(draft), body });
    assert.deepEqual([missing.status, missing.code], [428, 'VersionMissing']);
    for (const etag of ['*', 'abc', 'W/"abc"', '"a", "b"', '""', `"${'x'.repeat(300)}"`]) {
      const { code, field } = await refuseRoute(api, lead.id, 'saveDraft', { ...about(draft), etag, body });
      assert.deepEqual([code, field], ['RequestMalformed', 'If-Match'], etag);
    }
  });

  it('refuse what no form writes, and name the part', async () => {
    const draft = await start();
    const bodies: readonly (readonly [unknown, string])[] = [
      [{}, 'body.content'],
      [[], 'body'],
      [{ content: update('x'), audience, extra: 1 }, 'body'],
      [{ content: { ...update('x'), kind: 'letter' }, audience }, 'body.content.kind'],
      [{ content: { ...update('x'), title: { en: 'x'.repeat(10_001) } }, audience }, 'body.content.title.en'],
      [{ content: { ...update('x'), title: { en: null } }, audience }, 'body.content.title.en'],
      [{ content: update('x'), audience: { areas: ['../wessex'] } }, 'body.audience.areas'],
      [{ content: { ...update('x'), itemId: 'index' }, audience }, 'body.content.itemId'],
    ];
    for (const [body, part] of bodies) {
      const { code, field } = await refuseRoute(api, lead.id, 'saveDraft', { ...about(draft), etag: draft.etag, body });
      assert.deepEqual([code, field?.startsWith(part)], ['RequestMalformed', true], `${field} ${part}`);
    }
    for (const id of ['x', 'index', '01ARZ3NDEKTSV4RRFFQ69G5FAVX', ulid().toLowerCase(), '%00', '..%2Fme']) {
      const { field } = await refuseRoute(api, lead.id, 'getBroadcast', { params: { broadcastId: id } });
      assert.equal(field, 'broadcastId');
    }
  });

  it('take no more than 256 KB, and nothing but JSON', async () => {
    const draft = await start();
    const path = `/api/broadcasts/${draft.id}`;
    const headers = { 'if-match': draft.etag };
    const large = await api.call(lead.id, 'PUT', path, { content: 'x'.repeat(300_000) }, headers);
    assert.equal(large.status, 413);
    const text = await api.call(lead.id, 'PUT', path, 'content=x', headers);
    assert.equal(text.status, 415);
    const broken = await api.call(lead.id, 'PUT', path, '{', { ...headers, 'content-type': 'application/json' });
    assert.equal(broken.status, 400);
  });

  it('say before sending what must be mended, in the language of the author', async () => {
    const draft = await start(update(''));
    const { body } = await callRoute(api, lead.id, 'previewDraft', about(draft));
    assert.deepEqual(
      body.problems.map(({ field, problem, text }) => [field, problem, text.length > 0]),
      [['title.en', 'missing', true]],
    );
    assert.deepEqual([body.people, body.reachable, body.startsNow, body.promptedLately], [3, 0, true, 0]);
    assert.equal(body.etag, body.broadcast.etag);
  });

  it('go out when their author wishes, and never at a time that cannot be', async () => {
    const draft = await start();
    const wish = { kind: 'at', date: '2099-12-10', time: '11:00' };
    const { body, etag } = await callRoute(api, lead.id, 'wishSending', {
      ...about(draft),
      etag: draft.etag,
      body: wish,
    });
    assert.deepEqual([body.broadcast.wish, body.startsNow], [wish, false]);
    for (const [wrong, expected] of [
      [{ kind: 'at', date: '2020-01-01', time: '11:00' }, 'SendingTimeWrong'],
      [{ kind: 'urgent', because: 'Now' }, 'OwnerOnly'],
    ] as const) {
      const { code } = await refuseRoute(api, lead.id, 'wishSending', { ...about(draft), etag, body: wrong });
      assert.equal(code, expected);
    }
  });

  it('are confirmed as they were seen, and only so', async () => {
    const draft = await start();
    const confirm = (body: unknown) => ({ ...about(draft), body });
    const stale = confirm({ etag: (await start()).etag, people: 3 });
    assert.equal((await refuseRoute(api, lead.id, 'confirmDraft', stale)).code, 'ChangedMeanwhile');
    const fewer = confirm({ etag: draft.etag, people: 2 });
    assert.equal((await refuseRoute(api, lead.id, 'confirmDraft', fewer)).code, 'ChangedMeanwhile');
    const call = confirm({ etag: draft.etag, people: 3 });
    const { broadcast } = (await callRoute(api, lead.id, 'confirmDraft', call)).body;
    assert.deepEqual([broadcast.state, broadcast.people], ['sending', 3]);
    assert.equal(await waitingIn(api), 1);
    const again = (await callRoute(api, lead.id, 'confirmDraft', call)).body;
    assert.deepEqual(again.broadcast.confirmedAt, broadcast.confirmedAt);
    assert.equal(await waitingIn(api), 1);
    const late = { ...about(draft), etag: broadcast.etag, body: { content: update('Late'), audience } };
    assert.equal((await refuseRoute(api, lead.id, 'saveDraft', late)).code, 'BroadcastAlreadyConfirmed');
    assert.equal((await refuseRoute(api, lead.id, 'previewDraft', about(draft))).code, 'BroadcastAlreadyConfirmed');
  });

  it('are nobody else’s business until they are sent', async () => {
    const draft = await start();
    assert.equal((await refuseRoute(api, other.id, 'getBroadcast', about(draft))).code, 'NotYourBroadcast');
    assert.equal((await refuseRoute(api, owner.id, 'getBroadcast', about(draft))).code, 'BroadcastNotSent');
    assert.equal((await refuseRoute(api, owner.id, 'previewDraft', about(draft))).code, 'NotYourBroadcast');
    const { broadcasts } = (await callRoute(api, owner.id, 'listBroadcasts')).body;
    assert.ok(broadcasts.every(({ id }) => id !== draft.id));
  });

  it('become a series when they are asked again and again', async () => {
    const prompt = {
      ...update('Asked'),
      kind: 'prompt',
      privacy: 'confidential',
      questions: [],
      deadline: { date: '2099-12-10', time: '17:00', zone: 'Europe/London' },
    };
    const body = { content: prompt, audience, every: 'week' };
    const { body: draft, etag } = await callRoute(api, lead.id, 'startDraft', { body });
    assert.deepEqual(draft.series, { id: draft.id, number: 1, every: 'week', stopped: false });
    const once = { ...about(draft), etag, body: { ...body, every: 'once' } };
    assert.equal((await callRoute(api, lead.id, 'saveDraft', once)).body.series, undefined);
  });

  it('are sent to their author first where there is a chat', async () => {
    const draft = await start();
    assert.equal((await refuseRoute(api, lead.id, 'sendToMe', about(draft))).code, 'AuthorUnreachable');
  });
});

async function waitingIn(api: ApiUnderTest): Promise<number> {
  const { queue } = api.services;
  return 'waiting' in queue ? Number(queue.waiting) : assert.fail('no queue in memory');
}
