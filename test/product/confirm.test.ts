import assert from 'node:assert/strict';
import type { Actor } from '../simulator/actor.ts';
import type { ActionResult } from '../simulator/invoke-answer.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { broadcastIdOn, cardText } from './broadcasting.ts';
import { activitiesOf, english, install, movableClock, openForm, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const leads = [1, 2].map((number) =>
  madeUpPerson(number, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } }),
);
const staff = [11, 12, 13].map((number) => madeUpPerson(number));

const question = { 'q1.kind': 'free-text', 'q1.text.en': 'What do you think?' };
const written = { 'title.en': 'A title to be sent', 'body.en': 'A text', ...question };

describe('confirming a broadcast', () => {
  const clock = movableClock();
  let run: ProductUnderTest;
  let lead: Actor;

  before(async () => {
    run = await startProductUnderTest({ people: [...leads, ...staff], clock });
    await install(run.teams);
    lead = run.teams.as(personId(1));
  });

  after(() => run.close());

  const preview = async (): Promise<TeamsMessage> => {
    const message = await openForm(run.teams, lead, 'prompt');
    await lead.executes(message, 'compose.preview', written);
    await run.teams.settled(() => verbsOn(message.card).has('compose.send'), { what: 'the preview' });
    return message;
  };
  const stored = async (message: TeamsMessage) => (await run.product.stores.broadcasts.get(idOf(message)))?.value;
  const idOf = broadcastIdOn;
  const sent = (message: TeamsMessage) =>
    run.teams.settled(() => titleOf(message.card) === english.t('progress.titles.sent'), { timeoutMs: 20_000 });
  const copies = (id: string) =>
    staff.map(
      (person) =>
        run.teams.user(person.id).messages.filter(({ versions }) => JSON.stringify(versions).includes(id)).length,
    );
  const assertAskedAgain = async (result: ActionResult, message: TeamsMessage) => {
    assert.equal(titleOf(result.card), english.t('preview.title'));
    assert.ok(cardText(result.card).includes(english.t('preview.changed')));
    assert.ok(verbsOn(result.card).has('compose.send'));
    assert.equal((await stored(message))?.state, 'draft');
  };

  it('asks again when the text was changed on another device, and then sends the new text', async () => {
    const message = await preview();
    const phone = run.teams.as(personId(1), 'phone');
    await phone.executes(message, 'compose.edit');
    const edited = await phone.executes(message, 'compose.preview', { 'title.en': 'Changed on the phone' });
    const before = message.versions.find((version) => verbsOn(version.card).has('compose.send'));
    const old = jsonOfSend(before?.card);
    const action = { type: 'Action.Execute', verb: 'compose.send', data: old };
    assert.notDeepEqual(jsonOfSend(edited.card), old);
    const { body } = await run.teams.post(activitiesOf(run.teams).action(lead.user, action, message.id, 'manual'));
    const { value: card } = body as { value: NonNullable<ActionResult['card']> };
    await assertAskedAgain({ outcome: 'card', card, attempts: 1, status: 200, body, tookMs: 0 }, message);
    assert.ok(cardText(card).includes('Changed on the phone'));
    await run.teams.settled(() => cardText(message.card).includes(english.t('preview.changed')));
    await lead.executes(message, 'compose.send');
    await sent(message);
    const { title } = (await stored(message))?.content ?? {};
    assert.equal(title?.en, 'Changed on the phone');
  });

  it('asks again when the number of people is no longer what was shown', async () => {
    const message = await preview();
    await run.product.stores.people.create(madeUpPerson(14));
    await assertAskedAgain(await lead.executes(message, 'compose.send'), message);
    assert.ok(cardText(lead.sees(message)?.card).includes(english.t('preview.send', { count: 4 })));
  });

  it('shows the form again when the deadline has passed since the preview', async () => {
    const message = await preview();
    clock.moveOn(60);
    const { card } = await lead.executes(message, 'compose.send');
    assert.equal(titleOf(card), english.t('composeForm.titlePrompt'));
    assert.ok(cardText(card).includes(english.t('contentProblem.date-past')));
    assert.equal((await stored(message))?.state, 'draft');
  });

  it('sends once when confirmed several times at once, from two devices, and again later', async () => {
    const message = await preview();
    const laptop = run.teams.as(personId(1), 'laptop');
    const results = await Promise.all(
      [lead, laptop, lead, laptop].map((client) => client.executes(message, 'compose.send')),
    );
    for (const { outcome, card } of results) {
      assert.equal(outcome, 'card');
      assert.ok([english.t('progress.titles.sending'), english.t('progress.titles.sent')].includes(titleOf(card)));
    }
    await sent(message);
    const id = idOf(message);
    assert.deepEqual(copies(id), [1, 1, 1]);
    const data = jsonOfSend(message.versions.find(({ card }) => verbsOn(card).has('compose.send'))?.card);
    const action = { type: 'Action.Execute', verb: 'compose.send', data };
    const { body } = await run.teams.post(activitiesOf(run.teams).action(lead.user, action, message.id, 'manual'));
    assert.equal(
      titleOf((body as { value: NonNullable<ActionResult['card']> }).value),
      english.t('progress.titles.sent'),
    );
    assert.deepEqual(copies(id), [1, 1, 1]);
    assert.equal((await run.product.stores.deliveries.slices(id)).length, 1);
  });

  it('lets nothing be changed or discarded after it was sent', async () => {
    const message = await preview();
    const device = run.teams.as(personId(1), 'old tab');
    const form = message.versions.findLast(({ card }) => verbsOn(card).has('compose.preview'));
    await lead.executes(message, 'compose.send');
    await sent(message);
    const before = await stored(message);
    for (const [verb, from] of [
      ['compose.preview', form],
      ['compose.add-question', form],
      ['compose.edit', undefined],
      ['compose.discard', undefined],
    ] as const) {
      const data = { broadcastId: idOf(message), ...(from === undefined ? {} : { 'title.en': 'Something else' }) };
      const action = { type: 'Action.Execute', verb, data };
      const { body } = await run.teams.post(activitiesOf(run.teams).action(device.user, action, message.id, 'manual'));
      const { value } = body as { value: NonNullable<ActionResult['card']> };
      assert.equal(titleOf(value), english.t('error.BroadcastAlreadyConfirmed.title'), verb);
    }
    assert.deepEqual(await stored(message), before);
  });

  it('discards a draft for good, and says so instead of that it was sent', async () => {
    const message = await preview();
    const { card } = await lead.executes(message, 'compose.discard');
    assert.equal(titleOf(card), english.t('notice.discarded.title'));
    await run.teams.settled(() => titleOf(message.card) === english.t('notice.discarded.title'));
    assert.equal((await stored2(message))?.state, 'cancelled');
    for (const verb of ['compose.send', 'compose.edit', 'compose.preview', 'compose.add-question']) {
      const old = jsonOfSend(message.versions.find((version) => verbsOn(version.card).has('compose.send'))?.card);
      const action = { type: 'Action.Execute', verb, data: old };
      const { body } = await run.teams.post(activitiesOf(run.teams).action(lead.user, action, message.id, 'manual'));
      const { value } = body as { value: NonNullable<ActionResult['card']> };
      assert.equal(titleOf(value), english.t('error.BroadcastUnknown.title'), verb);
    }
    assert.equal((await stored2(message))?.state, 'cancelled');
  });

  const firstId = (message: TeamsMessage) => {
    const [, id] = /"broadcastId":"([0-9A-Z]{26})"/.exec(JSON.stringify(message.versions)) ?? [];
    return id ?? '';
  };
  const stored2 = async (message: TeamsMessage) => (await run.product.stores.broadcasts.get(firstId(message)))?.value;

  it('is for the author alone', async () => {
    const message = await preview();
    const other = run.teams.user(personId(2));
    const before = await stored(message);
    const data = { ...jsonOfSend(message.card), 'title.en': 'Mine now' };
    for (const verb of [
      'compose.send',
      'compose.edit',
      'compose.preview',
      'compose.add-question',
      'compose.discard',
      'broadcast.progress',
    ]) {
      const action = { type: 'Action.Execute', verb, data };
      const { body } = await run.teams.post(activitiesOf(run.teams).action(other, action, '1', 'manual'));
      const { value } = body as { value: NonNullable<ActionResult['card']> };
      assert.equal(titleOf(value), english.t('error.NotYourBroadcast.title'), verb);
    }
    assert.deepEqual(await stored(message), before);
  });
});

function jsonOfSend(card: unknown): Record<string, unknown> {
  const [, data] = /"verb":"compose.send","data":(\{[^}]*\})/.exec(JSON.stringify(card)) ?? [];
  assert.ok(data !== undefined, 'the card has a button to send');
  return JSON.parse(data) as Record<string, unknown>;
}
