import assert from 'node:assert/strict';
import type { ApiUnderTest } from '../api/api-under-test.ts';
import { callRoute, refuseRoute } from '../api/call-route.ts';
import { type Entra, startEntra } from '../api/entra.ts';
import { cardsOf, readAccount, untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { cardText, newest } from './broadcasting.ts';
import { english, install, presses, titleOf, welsh } from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { appId, type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

/** A broadcast as it was read. */
interface Versioned {
  readonly id: string;
  readonly etag: string;
}

const leading = (area: string) => ({ leads: [area], roadmapOwner: false });
const owning = { leads: [], roadmapOwner: true };
const lead = madeUpPerson(900, { name: 'Rhian Davies', area: 'hq', duties: leading('wessex') });
const other = madeUpPerson(901, { area: 'hq', duties: leading('north-east') });
const anna = madeUpPerson(902, { name: 'Anna Cole', area: 'hq', duties: owning });
const bedwyr = madeUpPerson(903, { name: 'Bedwyr Jones', area: 'hq', language: 'cy', duties: owning });
/** Has no chat with the bot. */
const absent = madeUpPerson(904, { area: 'hq', duties: owning });
const staff = Array.from({ length: 7 }, (_, index) =>
  madeUpPerson(index + 1, { area: index < 4 ? 'wessex' : 'north-east' }),
);
const audience = { areas: ['wessex', 'north-east'] };
const update = (en: string) => ({
  kind: 'update',
  title: { en, cy: `${en} (Cymraeg)` },
  body: { en: 'A text', cy: 'Testun' },
});
const api = { clientId: appId, audience: `api://${appId}` };

describe('a broadcast to more than the own areas', function () {
  this.timeout(60_000);
  let entra: Entra;
  let run: ProductUnderTest;

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
  const about = ({ id }: { readonly id: string }) => ({ params: { broadcastId: id } });
  const confirm = async (draft: Versioned) => {
    const { people, etag } = (await callRoute(caller, lead.id, 'previewDraft', about(draft))).body;
    const call = { ...about(draft), body: { etag, people } };
    const { broadcast } = (await callRoute(caller, lead.id, 'confirmDraft', call)).body;
    await callRoute(caller, lead.id, 'confirmDraft', call);
    return broadcast;
  };
  const ask = async (title: string) =>
    confirm((await callRoute(caller, lead.id, 'startDraft', { body: { content: update(title), audience } })).body);
  const as = ({ id }: { readonly id: string }): Actor => run.teams.as(id);
  const cardsTitled = (person: { readonly id: string }, title: string): readonly TeamsMessage[] =>
    as(person).user.messages.filter(({ card }) => titleOf(card) === title);
  const arrives = async (person: { readonly id: string }, title: string, count = 1) => {
    await run.teams.settled(() => cardsTitled(person, title).length >= count, { what: `“${title}”, ${count} times` });
    assert.equal(cardsTitled(person, title).length, count);
    return cardsTitled(person, title).at(-1) ?? assert.fail();
  };
  const request = { en: english.t('approval.requestTitle'), cy: welsh.t('approval.requestTitle') };

  before(async () => {
    entra = await startEntra(api);
    const config = { api: { ...api, localJwksUrl: entra.jwksUrl }, timing: { idleMs: 50, sweepMs: 300 } };
    run = await startProductUnderTest({ people: [lead, other, anna, bedwyr, absent, ...staff], config });
    await install(run.teams, ...[lead, other, anna, bedwyr, ...staff].map(({ id }) => id));
  });

  after(async () => {
    await run.close();
    await entra.close();
  });

  it('waits until a roadmap owner, told in their chat, has looked at it and approved it', async () => {
    const awaiting = await ask('For two areas');
    assert.deepEqual([awaiting.state, awaiting.people], ['awaiting-approval', 7]);
    const inWelsh = await arrives(bedwyr, request.cy);
    assert.ok(cardText(inWelsh.card).includes(welsh.t('approval.asks.update', { count: 7, author: 'Rhian Davies' })));
    const message = await arrives(anna, request.en);
    assert.ok(cardText(message.card).includes(english.t('approval.asks.update', { count: 7, author: 'Rhian Davies' })));

    const call = { ...about(awaiting), body: { etag: awaiting.etag, people: 7 } };
    assert.equal((await refuseRoute(caller, other.id, 'approve', call)).code, 'RoadmapOwnerOnly');
    assert.equal((await refuseRoute(caller, lead.id, 'approve', call)).code, 'RoadmapOwnerOnly');
    assert.equal(cardsOf(run, staff[0]?.id ?? '', 'For two areas'), 0);

    const { card: preview } = await as(anna).executes(message, 'approval.show');
    assert.equal(titleOf(preview), english.t('approval.previewTitle'));
    assert.ok(cardText(preview).includes('For two areas (Cymraeg)'));
    const { card: answer } = await as(anna).executes(message, 'approval.approve');
    assert.equal(titleOf(answer), english.t('approval.doneTitle'));
    await untilSent(run, awaiting.id);
    const { outcome, broadcast } = await readAccount(run, awaiting.id);
    assert.equal(outcome.sent, 7);
    assert.equal(broadcast.approval?.given?.by, anna.id);

    const told = await arrives(lead, english.t('approval.approvedTitle'));
    assert.ok(cardText(told.card).includes(english.t('approval.approvedBy', { by: 'Anna Cole', count: 7 })));
    const { card: progress } = await as(lead).executes(told, 'broadcast.progress');
    assert.equal(titleOf(progress), english.t('progress.titles.sent'));

    await as(bedwyr).executes(inWelsh, 'approval.approve');
    assert.equal(cardsTitled(lead, english.t('approval.approvedTitle')).length, 1);
    assert.equal(cardsOf(run, staff[0]?.id ?? '', 'For two areas'), 1);
    const events = await run.product.stores.audit.listMonth(new Date().toISOString().slice(0, 7));
    const written = events.filter((event) => event.about === awaiting.id).map(({ who, what }) => [who, what]);
    assert.deepEqual(written, [
      [lead.id, 'approval.asked'],
      [anna.id, 'broadcast.approved'],
    ]);
  });

  it('goes back to its author with the reason, is changed, asked for again and goes out as it is then', async () => {
    const before = { anna: cardsTitled(anna, request.en).length, bedwyr: cardsTitled(bedwyr, request.cy).length };
    const awaiting = await ask('Much too long');
    const message = await arrives(bedwyr, request.cy, before.bedwyr + 1);
    const older = await arrives(anna, request.en, before.anna + 1);
    const { card: asked } = await as(bedwyr).executes(
      message,
      'approval.send-back',
      { because: ' ' },
      { unchecked: true },
    );
    assert.ok(cardText(asked).includes(welsh.t('error.RefusalReasonMissing.text')));
    const because = "Dywedwch beth mae'n ei olygu i staff.";
    const { card: done } = await as(bedwyr).executes(message, 'approval.send-back', { because });
    assert.equal(titleOf(done), welsh.t('approval.returnedTitle'));
    const told = await arrives(lead, english.t('approval.sentBackTitle'));
    assert.ok(cardText(told.card).includes(because));
    assert.ok(cardText(told.card).includes(english.t('approval.sentBackBy', { by: 'Bedwyr Jones' })));
    const draft = (await callRoute(caller, lead.id, 'getBroadcast', about(awaiting))).body;
    assert.deepEqual([draft.state, draft.sentBack?.because], ['draft', because]);
    const body = { content: update('Short'), audience };
    const saved = (await callRoute(caller, lead.id, 'saveDraft', { ...about(draft), etag: draft.etag, body })).body;
    assert.equal((await confirm(saved)).sentBack, undefined);
    await arrives(anna, request.en, before.anna + 2);
    const { card: changed } = await as(anna).executes(older, 'approval.approve');
    assert.equal(titleOf(changed), english.t('approval.previewTitle'));
    assert.ok(cardText(changed).includes(english.t('approval.changed')));
    assert.ok(cardText(changed).includes('Short'));

    const home = (await callRoute(caller, anna.id, 'getHome')).body;
    assert.deepEqual(
      home.awaitingApproval.map(({ id, authorName }) => [id, authorName]),
      [[draft.id, 'Rhian Davies']],
    );
    const { etag, people } = (await callRoute(caller, anna.id, 'previewDraft', about(draft))).body;
    await callRoute(caller, anna.id, 'approve', { ...about(draft), body: { etag, people } });
    await untilSent(run, draft.id);
    for (const { id } of staff)
      assert.deepEqual([cardsOf(run, id, 'Short'), cardsOf(run, id, 'Much too long')], [1, 0]);
  });

  it('is a draft again when its author takes the request back, and nobody can approve that', async () => {
    const count = cardsTitled(anna, request.en).length;
    const awaiting = await ask('Taken back');
    await arrives(anna, request.en, count + 1);
    const message = newest(as(anna));
    await callRoute(caller, lead.id, 'takeBack', about(awaiting));
    const { card } = await as(anna).executes(message, 'approval.approve');
    assert.equal(titleOf(card), english.t('error.NotAwaitingApproval.title'));
    await run.teams.settled(() => titleOf(message.card) === titleOf(card), { what: 'the message to say so' });
    const { state } = (await callRoute(caller, lead.id, 'getBroadcast', about(awaiting))).body;
    assert.equal(state, 'draft');
  });

  it('is not for anybody else to look at or decide in the chat', async () => {
    const count = cardsTitled(anna, request.en).length;
    const awaiting = await ask('Not for others');
    await arrives(anna, request.en, count + 1);
    const titles = [lead, other].flatMap((person) => as(person).user.messages.map(({ card }) => titleOf(card)));
    assert.ok(!titles.includes(request.en));
    for (const verb of ['approval.show', 'approval.approve', 'approval.send-back'] as const) {
      const data = { broadcastId: awaiting.id, people: 7, version: 'x', because: 'No' };
      const answer = await presses(run.teams, other.id, verb, data);
      assert.ok(JSON.stringify(answer).includes(english.t('error.RoadmapOwnerOnly.title')), JSON.stringify(answer));
    }
  });
});
