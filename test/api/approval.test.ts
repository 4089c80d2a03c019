import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { RouteName } from '../../src/api/contract/paths.ts';
import { entityTag } from '../../src/api/entity-tag.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { callRoute, refuseRoute, respond } from './call-route.ts';

/** A broadcast as it was read. */
interface Versioned {
  readonly id: string;
  readonly etag: string;
}

const lead = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false } });
const other = madeUpPerson(2, { duties: { leads: ['wessex'], roadmapOwner: false } });
const owner = madeUpPerson(3, { name: 'Elin Rees', duties: { leads: [], roadmapOwner: true } });
const second = madeUpPerson(4, { duties: { leads: [], roadmapOwner: true } });
const everybody = { areas: 'all' };
const update = (en: string) => ({
  kind: 'update',
  title: { en, cy: 'Teitl' },
  body: { en: 'A text', cy: 'Testun' },
});

describe('approval by the API', () => {
  let api: ApiUnderTest;
  let people: number;

  beforeEach(async () => {
    api = await startApi();
    for (const person of [lead, other, owner, second]) await api.services.people.create(person);
    people = (await api.services.people.count({ areas: 'all' })).total;
  });

  afterEach(() => api.close());

  const about = ({ id }: { readonly id: string }) => ({ params: { broadcastId: id } });
  const start = async (audience: unknown = everybody, as = lead) =>
    (await callRoute(api, as.id, 'startDraft', { body: { content: update('Wide'), audience } })).body;
  const seen = (broadcast: Versioned) => ({ ...about(broadcast), body: { etag: broadcast.etag, people } });
  const confirm = async (draft: Versioned, as = lead) =>
    (await callRoute(api, as.id, 'confirmDraft', seen(draft))).body.broadcast;
  const ask = async () => confirm(await start());
  const queued = () => ('waiting' in api.services.queue ? Number(api.services.queue.waiting) : assert.fail());
  const audited = async () => {
    const events = await api.services.audit.listMonth(new Date().toISOString().slice(0, 7));
    return events.map(({ who, what, facts }) => [who, what, facts.people]);
  };
  const codeOf = async (as: string, name: RouteName, call: object) => (await refuseRoute(api, as, name, call)).code;

  it('is needed for more than the own areas, and said before', async () => {
    for (const [as, audience, needed] of [
      [lead, { areas: ['wessex'] }, false],
      [lead, { areas: ['wessex', 'north-east'] }, true],
      [lead, everybody, true],
      [owner, everybody, false],
    ] as const) {
      const counted = (await callRoute(api, as.id, 'countAudience', { body: audience })).body;
      assert.equal(counted.needsApproval, needed);
      const draft = await start(audience, as);
      assert.equal((await callRoute(api, as.id, 'previewDraft', about(draft))).body.needsApproval, needed);
    }
    const atlantis = { body: { content: update('Lost'), audience: { areas: ['atlantis'] } } };
    assert.equal(await codeOf(lead.id, 'startDraft', atlantis), 'AreaUnknown');
  });

  it('is asked for by confirming, once; until then nothing goes out and nothing changes', async () => {
    const draft = await start();
    const awaiting = await confirm(draft);
    assert.deepEqual([awaiting.state, awaiting.may, awaiting.people], ['awaiting-approval', ['take-back'], people]);
    assert.deepEqual([awaiting.confirmedAt, awaiting.startsAt, awaiting.progress], [undefined, undefined, undefined]);
    assert.deepEqual(awaiting.approval, { askedAt: awaiting.askedAt, people });
    assert.equal((await confirm(draft)).askedAt, awaiting.askedAt);
    assert.equal(queued(), 1);
    assert.deepEqual(await audited(), [[lead.id, 'approval.asked', people]]);
    const change = { ...about(draft), etag: awaiting.etag, body: { content: update('Changed'), audience: everybody } };
    assert.equal(await codeOf(lead.id, 'saveDraft', change), 'AwaitingApproval');
    const wish = { ...about(draft), etag: awaiting.etag, body: { kind: 'next-hours' } };
    assert.equal(await codeOf(lead.id, 'wishSending', wish), 'AwaitingApproval');
    assert.equal(await codeOf(lead.id, 'discardDraft', { ...about(draft), etag: awaiting.etag }), 'AwaitingApproval');
    for (const control of ['cancel', 'pause', 'recall', 'resend', 'close'] as const) {
      assert.equal(await codeOf(owner.id, control, about(draft)), 'BroadcastNotSent');
    }
    assert.equal(await codeOf(lead.id, 'downloadReport', about(draft)), 'BroadcastNotSent');
  });

  it('is given by a roadmap owner for exactly what they saw, once', async () => {
    const awaiting = await ask();
    const shown = (await callRoute(api, owner.id, 'previewDraft', about(awaiting))).body;
    assert.deepEqual(
      [shown.people, shown.etag, shown.broadcast.may],
      [people, awaiting.etag, ['approve', 'send-back']],
    );
    const fewer = { ...about(awaiting), body: { etag: shown.etag, people: people - 1 } };
    assert.equal(await codeOf(owner.id, 'approve', fewer), 'ChangedMeanwhile');
    const older = { ...about(awaiting), body: { etag: entityTag('older'), people } };
    assert.equal(await codeOf(owner.id, 'approve', older), 'ChangedMeanwhile');
    const approved = (await callRoute(api, owner.id, 'approve', seen(awaiting))).body.broadcast;
    assert.deepEqual([approved.state, approved.people, approved.mine], ['sending', people, false]);
    const { approverName, approvedAt } = approved.approval ?? {};
    assert.deepEqual([approverName, approvedAt], ['Elin Rees', approved.confirmedAt]);
    const again = (await callRoute(api, second.id, 'approve', seen(awaiting))).body.broadcast;
    assert.deepEqual(again.approval, approved.approval);
    assert.equal(queued(), 3, 'asked, start, approved');
    assert.deepEqual(await audited(), [
      [lead.id, 'approval.asked', people],
      [owner.id, 'broadcast.approved', people],
    ]);
    assert.equal(await codeOf(lead.id, 'takeBack', about(awaiting)), 'NotAwaitingApproval');
    const reason = { ...about(awaiting), body: { because: 'Too late' } };
    assert.equal(await codeOf(owner.id, 'sendBack', reason), 'NotAwaitingApproval');
  });

  it('is nothing that a lead can give, be it their own or not', async () => {
    const awaiting = await ask();
    for (const as of [lead, other]) {
      assert.equal(await codeOf(as.id, 'approve', seen(awaiting)), 'RoadmapOwnerOnly');
      const body = { because: 'No' };
      assert.equal(await codeOf(as.id, 'sendBack', { ...about(awaiting), body }), 'RoadmapOwnerOnly');
    }
    assert.equal(await codeOf(other.id, 'takeBack', about(awaiting)), 'NotYourBroadcast');
    assert.equal(await codeOf(owner.id, 'takeBack', about(awaiting)), 'NotYourBroadcast');
    assert.equal(await codeOf(other.id, 'getBroadcast', about(awaiting)), 'NotYourBroadcast');
  });

  it('is refused with a reason, which stays with the draft until it is asked for again', async () => {
    const awaiting = await ask();
    for (const because of ['', '  ', 'x'.repeat(501)]) {
      const { status } = await refuseRoute(api, owner.id, 'sendBack', { ...about(awaiting), body: { because } });
      assert.equal(status, 400);
    }
    const reason = { ...about(awaiting), body: { because: 'Say what it means for staff.' } };
    const returned = (await callRoute(api, owner.id, 'sendBack', reason)).body.broadcast;
    assert.deepEqual([returned.state, returned.may], ['draft', []]);
    await callRoute(api, owner.id, 'sendBack', reason);
    assert.equal(queued(), 2, 'asked, sent back');
    assert.equal(await codeOf(owner.id, 'getBroadcast', about(awaiting)), 'BroadcastNotSent');
    const draft = (await callRoute(api, lead.id, 'getBroadcast', about(awaiting))).body;
    const { because, byName } = draft.sentBack ?? {};
    assert.deepEqual([draft.state, because, byName], ['draft', 'Say what it means for staff.', 'Elin Rees']);
    const changed = { ...about(draft), etag: draft.etag, body: { content: update('Better'), audience: everybody } };
    const saved = (await callRoute(api, lead.id, 'saveDraft', changed)).body;
    assert.equal(saved.sentBack?.because, because);
    const asked = await confirm(saved);
    assert.deepEqual([asked.state, asked.title.en, asked.sentBack], ['awaiting-approval', 'Better', undefined]);
    assert.equal(await codeOf(owner.id, 'approve', seen(awaiting)), 'ChangedMeanwhile');
    assert.equal((await callRoute(api, owner.id, 'approve', seen(asked))).body.broadcast.state, 'sending');
  });

  it('is taken back by its author, who can then go on writing', async () => {
    const awaiting = await ask();
    const key = ulid();
    const draft = (await callRoute(api, lead.id, 'takeBack', { ...about(awaiting), key })).body.broadcast;
    assert.deepEqual([draft.state, draft.approval, draft.askedAt], ['draft', undefined, undefined]);
    assert.deepEqual((await callRoute(api, lead.id, 'takeBack', { ...about(awaiting), key })).body.broadcast, draft);
    await callRoute(api, lead.id, 'takeBack', about(awaiting));
    assert.equal(await codeOf(owner.id, 'approve', seen(awaiting)), 'NotAwaitingApproval');
    assert.deepEqual(
      (await audited()).map(([, what]) => what),
      ['approval.asked', 'approval.taken-back'],
    );
    assert.equal((await confirm(draft)).state, 'awaiting-approval');
  });

  it('is either given or taken back when both come at once', async () => {
    for (let round = 0; round < 12; round += 1) {
      const awaiting = await ask();
      const calls = [
        () => respond(api, owner.id, 'approve', seen(awaiting)),
        () => respond(api, lead.id, 'takeBack', about(awaiting)),
      ];
      const order = round % 2 === 0 ? calls : calls.toReversed();
      const answers = await Promise.all(order.map((call) => call()));
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
      const approvalWon = (order === calls ? answers[0] : answers[1])?.status === 200;
      const { state } = (await callRoute(api, lead.id, 'getBroadcast', about(awaiting))).body;
      assert.equal(state, approvalWon ? 'sending' : 'draft');
    }
  });

  it('stands on Home: all of it for roadmap owners, the own for others', async () => {
    const first = await ask();
    const next = await ask();
    const home = async (as: string) => (await callRoute(api, as, 'getHome')).body;
    const forOwner = (await home(owner.id)).awaitingApproval;
    assert.deepEqual(
      forOwner.map(({ id, mine, authorName, people: count }) => [id, mine, authorName, count]),
      [
        [first.id, false, lead.name, people],
        [next.id, false, lead.name, people],
      ],
    );
    assert.deepEqual(
      (await home(lead.id)).awaitingApproval.map(({ id, mine }) => [id, mine]),
      [
        [first.id, true],
        [next.id, true],
      ],
    );
    assert.deepEqual((await home(other.id)).awaitingApproval, []);
    const { broadcasts } = (await callRoute(api, owner.id, 'listBroadcasts', { query: { state: 'awaiting-approval' } }))
      .body;
    assert.deepEqual(broadcasts.map(({ id }) => id).toSorted(), [first.id, next.id].toSorted());
  });

  it('decides the time anew: what was wished for and has passed gives way to the next sending hours', async () => {
    const draft = await start();
    const wish = { kind: 'at', date: '2099-12-10', time: '11:00' };
    const wished = (await callRoute(api, lead.id, 'wishSending', { ...about(draft), etag: draft.etag, body: wish }))
      .body.broadcast;
    const awaiting = await confirm(wished);
    assert.deepEqual(awaiting.wish, wish);
    const { value, etag } = (await api.services.broadcasts.get(draft.id)) ?? assert.fail();
    const past = { kind: 'at', date: '2020-01-01', time: '11:00' } as const;
    const stored = await api.services.broadcasts.replace({ ...value, wish: past }, etag);
    const body = { etag: entityTag(stored.etag), people };
    const { broadcast } = (await callRoute(api, owner.id, 'approve', { ...about(draft), body })).body;
    assert.deepEqual([broadcast.state, broadcast.wish], ['sending', undefined]);
  });
});
