import assert from 'node:assert/strict';
import type { Actor } from '../simulator/actor.ts';
import type { Json } from '../simulator/json.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { cardText } from './broadcasting.ts';
import { english, install, jsonWithin, movableClock, openForm, presses, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const duties = { leads: ['wessex'], roadmapOwner: false };
const leads = [1, 2].map((number) => madeUpPerson(number, { area: 'hq', duties }));
const staff = [11, 12, 13].map((number) => madeUpPerson(number));

const question = { 'q1.kind': 'free-text', 'q1.text.en': 'What do you think?' };
const written = { 'title.en': 'A title to be sent', 'body.en': 'A text', ...question };

/** A draft that was previewed: the message, and what its button to send carries. */
interface Previewed {
  readonly message: TeamsMessage;
  readonly send: Json & { readonly broadcastId: string };
}

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

  const preview = async (): Promise<Previewed> => {
    clock.moveOn(8);
    const message = await openForm(run.teams, lead, 'prompt');
    await lead.executes(message, 'compose.preview', written);
    await run.teams.settled(() => verbsOn(message.card).has('compose.send'), { what: 'the preview' });
    return { message, send: dataOfSend(message.card) };
  };
  const stored = async ({ send }: Previewed) => (await run.product.stores.broadcasts.get(send.broadcastId))?.value;
  const sent = ({ message }: Previewed) =>
    run.teams.settled(() => titleOf(message.card) === english.t('progress.titles.sent'), { timeoutMs: 20_000 });
  const copies = ({ send }: Previewed) =>
    staff.map(({ id }) => {
      const { messages } = run.teams.user(id);
      return messages.filter(({ versions }) => JSON.stringify(versions).includes(send.broadcastId)).length;
    });
  const press = (verb: string, data: unknown, id = personId(1)) => presses(run.teams, id, verb, data);

  it('asks again when the text was changed on another device, and then sends the new text', async () => {
    const draft = await preview();
    const phone = run.teams.as(personId(1), 'phone');
    await phone.executes(draft.message, 'compose.edit');
    await phone.executes(draft.message, 'compose.preview', { 'title.en': 'Changed on the phone' });
    const again = await presses(run.teams, personId(1), 'compose.send', draft.send, draft.message.id);
    assert.equal(titleOf(again), english.t('preview.title'));
    assert.ok(cardText(again).includes(english.t('preview.changed')));
    assert.ok(cardText(again).includes('Changed on the phone'));
    assert.equal((await stored(draft))?.state, 'draft');
    await press('compose.send', dataOfSend(again));
    await run.teams.settled(() => copies(draft).every((count) => count === 1), {
      what: 'the cards',
      timeoutMs: 20_000,
    });
    assert.equal((await stored(draft))?.content.title.en, 'Changed on the phone');
  });

  it('asks again when the number of people is no longer what was shown', async () => {
    const draft = await preview();
    await run.product.stores.people.create(madeUpPerson(14));
    const { card } = await lead.executes(draft.message, 'compose.send');
    assert.ok(cardText(card).includes(english.t('preview.changed')));
    assert.ok(cardText(card).includes(english.t('preview.send', { count: 4 })));
    assert.equal((await stored(draft))?.state, 'draft');
  });

  it('shows the form again when the deadline has passed since the preview', async () => {
    const draft = await preview();
    clock.moveOn(60);
    const { card } = await lead.executes(draft.message, 'compose.send');
    assert.equal(titleOf(card), english.t('composeForm.titlePrompt'));
    assert.ok(cardText(card).includes(english.t('contentProblem.date-past')));
    assert.equal((await stored(draft))?.state, 'draft');
  });

  it('sends once when confirmed several times at once, from two devices, and again later', async () => {
    const draft = await preview();
    const laptop = run.teams.as(personId(1), 'laptop');
    const clients = [lead, laptop, lead, laptop];
    const results = await Promise.all(clients.map((client) => client.executes(draft.message, 'compose.send')));
    for (const { card } of results) {
      assert.ok([english.t('progress.titles.sending'), english.t('progress.titles.sent')].includes(titleOf(card)));
    }
    await sent(draft);
    assert.deepEqual(copies(draft), [1, 1, 1]);
    assert.equal(titleOf(await press('compose.send', draft.send)), english.t('progress.titles.sent'));
    assert.deepEqual(copies(draft), [1, 1, 1]);
    assert.equal((await run.product.stores.deliveries.slices(draft.send.broadcastId)).length, 1);
  });

  it('lets nothing be changed or discarded after it was sent', async () => {
    const draft = await preview();
    await lead.executes(draft.message, 'compose.send');
    await sent(draft);
    const before = await stored(draft);
    for (const verb of ['compose.preview', 'compose.add-question', 'compose.edit', 'compose.discard']) {
      const card = await press(verb, { ...draft.send, 'title.en': 'Something else' });
      assert.equal(titleOf(card), english.t('error.BroadcastAlreadyConfirmed.title'), verb);
    }
    assert.deepEqual(await stored(draft), before);
  });

  it('discards a draft for good, and does not say that it was sent', async () => {
    const draft = await preview();
    const { card } = await lead.executes(draft.message, 'compose.discard');
    assert.equal(titleOf(card), english.t('notice.discarded.title'));
    await run.teams.settled(() => titleOf(draft.message.card) === english.t('notice.discarded.title'));
    for (const verb of ['compose.send', 'compose.edit', 'compose.preview', 'compose.add-question']) {
      assert.equal(titleOf(await press(verb, draft.send)), english.t('error.BroadcastUnknown.title'), verb);
    }
    assert.equal(titleOf(await press('compose.discard', draft.send)), english.t('notice.discarded.title'));
    assert.equal((await stored(draft))?.state, 'cancelled');
    assert.deepEqual(copies(draft), [0, 0, 0]);
  });

  it('is for the author alone', async () => {
    const draft = await preview();
    const before = await stored(draft);
    for (const verb of [
      'compose.send',
      'compose.edit',
      'compose.preview',
      'compose.add-question',
      'compose.discard',
      'broadcast.progress',
    ]) {
      const card = await press(verb, { ...draft.send, 'title.en': 'Mine now' }, personId(2));
      assert.equal(titleOf(card), english.t('error.NotYourBroadcast.title'), verb);
    }
    assert.deepEqual(await stored(draft), before);
  });

  for (const verb of ['compose.form', 'compose.preview', 'compose.send', 'compose.discard', 'results.show']) {
    it(`refuses ${verb} to staff and for a broadcast that does not exist`, async () => {
      const data = { kind: 'update', broadcastId: '01JD3E9R6Y0000000000000000', people: 1, version: '1' };
      const ofStaff = titleOf(await press(verb, data, personId(11)));
      const refusals = ['LeadsOnly', 'BroadcastUnknown'] as const;
      assert.ok(refusals.map((code) => english.t(`error.${code}.title`)).includes(ofStaff), ofStaff);
    });
  }
});

function dataOfSend(card: unknown): Previewed['send'] {
  const button = jsonWithin(card).find(({ verb }) => verb === 'compose.send');
  assert.ok(button !== undefined, 'the card has a button to send');
  return button.data as Previewed['send'];
}
