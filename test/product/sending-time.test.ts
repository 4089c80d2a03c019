import assert from 'node:assert/strict';
import type { Actor } from '../simulator/actor.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { broadcastIdOn, cardText } from './broadcasting.ts';
import { english, install, openForm, presses, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(1, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const owner = madeUpPerson(2, { area: 'hq', duties: { leads: [], roadmapOwner: true } });
const staff = madeUpPerson(3);

const written = { audience: 'wessex', 'title.en': 'A title', 'body.en': 'A text' };

/** A Sunday, when nothing is sent. */
const sunday = { now: () => new Date('2026-11-22T12:00:00Z') };

describe('when a broadcast goes out', () => {
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({
      people: [lead, owner, staff],
      clock: sunday,
      config: { sendingHours: 'business' },
    });
    await install(run.teams);
  });

  after(() => run.close());

  const preview = async (actor: Actor): Promise<TeamsMessage> => {
    const message = await openForm(run.teams, actor, 'update');
    await actor.executes(message, 'compose.preview', written);
    await run.teams.settled(() => verbsOn(message.card).has('compose.send'), { what: 'the preview' });
    return message;
  };
  const starts = (instant: string) => english.t('schedule.startsAt', { moment: english.moment(instant) });
  const stored = async (message: TeamsMessage) =>
    (await run.product.stores.broadcasts.get(broadcastIdOn(message)))?.value;

  it('is the next sending hours, unless the author chooses a time', async () => {
    const actor = run.teams.as(lead.id);
    const message = await preview(actor);
    assert.ok(cardText(message.card).includes(starts('2026-11-24T10:00:00Z')));
    const inputs = { 'when.date': '2026-11-26', 'when.time': '14:30' };
    const { card } = await actor.executes(message, 'compose.at', inputs);
    assert.ok(cardText(card).includes(starts('2026-11-26T14:30:00Z')));
    const back = await actor.executes(message, 'compose.next-hours');
    assert.ok(cardText(back.card).includes(starts('2026-11-24T10:00:00Z')));
  });

  for (const [what, inputs] of [
    ['is past', { 'when.date': '2026-11-19', 'when.time': '11:00' }],
    ['is at night', { 'when.date': '2026-11-26', 'when.time': '23:00' }],
    ['does not exist', { 'when.date': '2026-02-30', 'when.time': '11:00' }],
    ['is missing', {}],
    ['is no text', { 'when.date': 7, 'when.time': ['11:00'] }],
    ['is endless', { 'when.date': '2'.repeat(5_000), 'when.time': '11:00' }],
  ] as const) {
    it(`cannot be a time that ${what}, and the preview says why`, async () => {
      const actor = run.teams.as(lead.id);
      const message = await preview(actor);
      const { outcome, card } = await actor.executes(message, 'compose.at', inputs, { unchecked: true });
      assert.equal(outcome, 'card');
      assert.equal(titleOf(card), english.t('preview.title'));
      assert.ok(cardText(card).includes(english.t('error.SendingTimeWrong.text')));
      assert.ok(cardText(card).includes(starts('2026-11-24T10:00:00Z')));
    });
  }

  for (const [what, who, because, code] of [
    ['without a reason', owner, '  ', 'ReasonMissing'],
    ['without an input', owner, undefined, 'ReasonMissing'],
    ['with an endless reason', owner, 'x'.repeat(6_000), 'TextTooLong'],
    ['for a lead', lead, 'A court is closed', 'OwnerOnly'],
  ] as const) {
    it(`is not at once ${what}, and the preview says why`, async () => {
      const message = await preview(run.teams.as(who.id));
      const data = { broadcastId: broadcastIdOn(message), 'urgent.because': because };
      const card = await presses(run.teams, who.id, 'compose.urgent', data);
      assert.ok(cardText(card).includes(english.t(`error.${code}.text`)), code);
      assert.equal((await stored(message))?.wish, undefined);
    });
  }

  it('is at once for a roadmap owner who says why', async () => {
    const actor = run.teams.as(owner.id);
    const message = await preview(actor);
    const { card } = await actor.executes(message, 'compose.urgent', { 'urgent.because': 'A court is closed' });
    assert.ok(cardText(card).includes(english.t('schedule.now')));
    await actor.executes(message, 'compose.send');
    const arrived = () => run.teams.user(staff.id).messages.some((each) => titleOf(each.card) === 'A title');
    await run.teams.settled(arrived, { timeoutMs: 20_000, what: 'the card on a Sunday' });
  });

  it('waits once it is confirmed, and nobody gets it before', async () => {
    const actor = run.teams.as(lead.id);
    const message = await preview(actor);
    const before = run.teams.user(staff.id).deliveries;
    const { card } = await actor.executes(message, 'compose.send');
    assert.equal(titleOf(card), english.t('progress.titles.scheduled'));
    assert.equal((await stored(message))?.state, 'scheduled');
    assert.equal(run.teams.user(staff.id).deliveries, before);
  });

  it('is nothing to choose for a draft that was discarded, or is not written yet', async () => {
    const message = await preview(run.teams.as(lead.id));
    const data = { broadcastId: broadcastIdOn(message), 'when.date': '2026-11-26', 'when.time': '14:30' };
    await presses(run.teams, lead.id, 'compose.discard', data);
    const gone = await presses(run.teams, lead.id, 'compose.at', data);
    assert.equal(titleOf(gone), english.t('error.BroadcastUnknown.title'));
    const form = await openForm(run.teams, run.teams.as(personId(1)), 'prompt');
    const early = { ...data, broadcastId: broadcastIdOn(form) };
    const unwritten = await presses(run.teams, lead.id, 'compose.at', early);
    assert.equal(titleOf(unwritten), english.t('composeForm.titlePrompt'));
  });
});
