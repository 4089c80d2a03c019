import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import { sampleItem } from '../contract/samples.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { broadcastIdOn, cardText, confirm, newest } from './broadcasting.ts';
import { english, inputOf, install, openForm, titleOf, verbsOn, welsh } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(1, { area: 'cymru-wales', duties: { leads: ['cymru-wales'], roadmapOwner: false } });
const inEnglish = madeUpPerson(2, { area: 'cymru-wales' });
const inWelsh = madeUpPerson(3, { area: 'cymru-wales', language: 'cy' });
const withoutApp = madeUpPerson(4, { area: 'cymru-wales' });
const elsewhere = madeUpPerson(5);

const item = sampleItem({
  id: 'digital-files',
  title: { en: 'Digital case files', cy: 'Ffeiliau achos digidol' },
  summary: { en: 'One file a case', cy: 'Un ffeil i bob achos' },
});

const written = {
  'title.en': 'A new date for digital files',
  'body.en': 'They now come in *spring*.\nNothing else changes.',
};
const inBoth = {
  ...written,
  'title.cy': 'Dyddiad newydd i ffeiliau digidol',
  'body.cy': 'Maen nhw nawr yn dod yn y gwanwyn.\nDim byd arall.',
};

describe('an update on a roadmap item', () => {
  let run: ProductUnderTest;
  let message: TeamsMessage;

  before(async () => {
    const people: Person[] = [lead, inEnglish, inWelsh, withoutApp, elsewhere];
    const users = people.map(({ id, name = id }) => ({ aadObjectId: id, name, installed: id !== withoutApp.id }));
    run = await startProductUnderTest({ people, users });
    await run.product.stores.roadmap.create(item);
    await install(run.teams, ...people.filter(({ id }) => id !== withoutApp.id).map(({ id }) => id));
  });

  after(() => run.close());

  it('asks what to send first, and again when nothing was chosen', async () => {
    const actor = run.teams.as(lead.id);
    await actor.says('broadcast');
    const again = await actor.executes(newest(actor), 'compose.form', {}, { unchecked: true });
    assert.equal(titleOf(again.card), english.t('composeStart.title'));
    assert.ok(cardText(again.card).includes(english.t('composeStart.kindMissing')));
  });

  it('comes back without Welsh, saying what is missing and losing nothing', async () => {
    const actor = run.teams.as(lead.id);
    message = await openForm(run.teams, actor, 'update', 'digital-files');
    const { card } = await actor.executes(message, 'compose.preview', written);
    assert.equal(titleOf(card), english.t('composeForm.titleUpdate'));
    assert.ok(cardText(card).includes(english.t('contentProblem.welsh-missing')));
    assert.equal(inputOf(card, 'title.en')?.value, written['title.en']);
    assert.equal(inputOf(card, 'body.en')?.value, written['body.en']);
  });

  it('shows both cards as staff will see them, to how many people, and how many can be reached', async () => {
    const actor = run.teams.as(lead.id);
    const { card } = await actor.executes(message, 'compose.preview', {
      'title.cy': inBoth['title.cy'],
      'body.cy': inBoth['body.cy'],
    });
    const said = cardText(card);
    assert.equal(titleOf(card), english.t('preview.title'));
    for (const text of [
      english.t('preview.people', { count: 4 }),
      english.t('preview.reachable', { count: 3 }),
      english.t('preview.unreachable', { count: 1 }),
      english.t('preview.send', { count: 4 }),
      'They now come in \\*spring\\*.',
      inBoth['title.cy'],
      english.t('common.from', { from: english.t('sender.lead', { areas: 'Cymru-Wales' }) }),
      welsh.t('common.from', { from: welsh.t('sender.lead', { areas: 'Cymru-Wales' }) }),
    ]) {
      assert.ok(said.includes(text), text);
    }
    await run.teams.settled(() => verbsOn(message.card).has('compose.send'), { what: 'the preview to be stored' });
  });

  it('arrives once, in the language of each person, with the item, and nowhere else', async () => {
    await confirm(run.teams, run.teams.as(lead.id), message);
    for (const [person, title, about] of [
      [inEnglish, inBoth['title.en'], english.t('item.about', { title: 'Digital case files' })],
      [inWelsh, inBoth['title.cy'], welsh.t('item.about', { title: 'Ffeiliau achos digidol' })],
    ] as const) {
      const messages = run.teams.user(person.id).messages.filter(({ card }) => titleOf(card) === title);
      assert.equal(messages.length, 1, person.language);
      assert.ok(cardText(messages[0]?.card).includes(about));
    }
    assert.equal(run.teams.user(elsewhere.id).deliveries, 1, 'only the welcome');
    assert.equal(run.teams.user(withoutApp.id).deliveries, 0);
  });

  it('ends on one progress card that accounts for everybody, with the reason for each who did not get it', async () => {
    const said = cardText(message.card);
    assert.equal(titleOf(message.card), english.t('progress.titles.sent'));
    assert.ok(said.includes(english.t('progress.sentence', { count: 4, sent: '3' })), said);
    assert.ok(said.includes(english.t('reason.not-installed', { count: 1 })), said);
    assert.ok(!said.includes(english.t('progress.planned')), 'nobody is left waiting');
    assert.notEqual(newest(run.teams.as(lead.id)).id, message.id, 'the lead got the update itself too');
  });

  it('is stored as sent, with everybody in one final state', async () => {
    const { broadcasts, deliveries } = run.product.stores;
    const id = broadcastIdOn(message);
    const stored = (await broadcasts.get(id))?.value;
    assert.equal(stored?.state, 'sent');
    assert.equal(stored?.confirmed?.audienceSize, 4);
    const [slice, ...more] = await deliveries.slices(id);
    assert.equal(more.length, 0);
    const states = await Promise.all(
      (slice?.recipients ?? []).map(async ({ personId: who }) => (await deliveries.get(id, 'send', who))?.value.state),
    );
    assert.deepEqual(states.toSorted(), ['sent', 'sent', 'sent', 'unreachable']);
  });

  it('cannot be sent when nobody of the audience can be reached', async () => {
    const other = madeUpPerson(6, { area: 'north-east', duties: { leads: ['south-east'], roadmapOwner: false } });
    await run.product.stores.people.create(other);
    await run.product.stores.people.create(madeUpPerson(7, { area: 'south-east' }));
    run.teams.addUser({ aadObjectId: other.id, name: 'Person 6' });
    const second = run.teams.as(personId(6));
    await second.install();
    const form = await openForm(run.teams, second, 'update');
    const { card } = await second.executes(form, 'compose.preview', written);
    assert.ok(cardText(card).includes(english.t('preview.nobody')));
    assert.ok(!verbsOn(card).has('compose.send'));
  });
});
