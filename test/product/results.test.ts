import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import { cardText, newest } from './broadcasting.ts';
import { countingQuickly, untilFinal } from './counted.ts';
import {
  broadcast,
  english,
  install,
  jsonWithin,
  messageAbout,
  movableClock,
  newestTitle,
  presses,
  titleOf,
} from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const none = { leads: [], roadmapOwner: false };
const owner = madeUpPerson(900, { area: 'hq', duties: { ...none, roadmapOwner: true } });
const ofWessex = madeUpPerson(901, { area: 'hq', duties: { ...none, leads: ['wessex'] } });
const ofNorthEast = madeUpPerson(902, { area: 'hq', duties: { ...none, leads: ['north-east'] } });
const ofLondon = madeUpPerson(903, { area: 'hq', duties: { ...none, leads: ['london-north'] } });

const peopleOf = (area: string, count: number, first: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => madeUpPerson(first + index, { area }));
const staff = [
  ...peopleOf('wessex', 12, 1),
  ...peopleOf('south-east', 11, 101),
  ...peopleOf('north-east', 4, 201),
  ...peopleOf('south-west', 3, 301),
];

const form = {
  audience: 'wessex,south-east,north-east,south-west',
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
  'q2.kind': 'free-text',
  'q2.text.en': 'Why?',
  'q2.required': 'false',
};
const commentOf = ({ id }: Person) => `Comment of ${Number(id.slice(-4))}!`;

describe('results', function () {
  this.timeout(60_000);
  const clock = movableClock();
  let run: ProductUnderTest;
  const ids = { named: '', confidential: '', few: '' };

  const ask = async (privacy: string, answering: readonly Person[]) => {
    const { id } = await broadcast(
      run.teams,
      run.teams.as(owner.id),
      'prompt',
      { ...form, privacy },
      { unchecked: true },
    );
    for (const [index, person] of answering.entries()) {
      const actor = run.teams.as(person.id);
      const inputs = { q1: index % 3 === 0 ? 'o2' : 'o1', q2: commentOf(person) };
      await actor.executes(messageAbout(actor, id), 'prompt.answer', inputs);
    }
    clock.moveOn(8);
    return id;
  };

  before(async () => {
    run = await startProductUnderTest({
      people: [owner, ofWessex, ofNorthEast, ofLondon, ...staff],
      clock,
      config: { timing: countingQuickly },
    });
    await install(run.teams);
    ids.few = await ask('confidential', staff.slice(0, 9));
    ids.named = await ask('named', staff.slice(10));
    ids.confidential = await ask(
      'confidential',
      staff.filter(({ area }) => area !== 'south-west'),
    );
    clock.moveOn(20);
    await untilFinal(run, ids.few, ids.named, ids.confidential);
  });

  after(() => run.close());

  const results = (reader: Person, broadcastId: string, area?: string) =>
    presses(run.teams, reader.id, 'results.show', { broadcastId, ...(area === undefined ? {} : { area }) });
  const commentsOn = (card: unknown) => (cardText(card).match(/Comment of \d+!/g) ?? []).length;
  const namesOn = (card: unknown) => (cardText(card).match(/Person \d+/g) ?? []).length;
  const areaRow = (card: unknown, area: string) => {
    const rows = jsonWithin(card).filter(({ type }) => type === 'ColumnSet');
    return rows.map(cardText).find((text) => text.startsWith(area));
  };

  it('are listed for leads, the newest first, and open from the list', async () => {
    const lead = run.teams.as(ofWessex.id);
    await lead.says('results');
    const verbs = jsonWithin(newest(lead).card).filter(({ verb }) => verb === 'results.show');
    assert.deepEqual(
      verbs.map(({ data }) => (data as { broadcastId: string }).broadcastId),
      [ids.confidential, ids.named, ids.few],
    );
    const shown = await lead.executes(newest(lead), { verb: 'results.show', data: { broadcastId: ids.named } });
    assert.equal(titleOf(shown.card), english.t('results.title', { title: 'Case files' }));
    const other = run.teams.as(ofLondon.id);
    await other.says('results');
    assert.ok(cardText(newest(other).card).includes(english.t('resultsList.empty')));
  });

  it('of a confidential prompt show the roadmap owner the total, and no small area nor what would give one away', async () => {
    const card = await results(owner, ids.confidential);
    const said = cardText(card);
    assert.ok(said.includes(english.t('results.respondents', { count: 27 })), said);
    assert.ok(said.includes(english.t('results.areasAsked', { count: 4, shown: '1', small: '3' })), said);
    assert.ok(areaRow(card, 'Wessex')?.includes(english.t('results.areaAnswered', { count: 12 })));
    for (const area of ['South East', 'North East', 'South West']) {
      assert.ok(areaRow(card, area)?.includes(english.t('results.areaTooSmall')), area);
    }
    assert.match(said, /First[^\n]*18[^\n]*Second[^\n]*9/);
    assert.equal(namesOn(card), 0, 'no name');
  });

  for (const area of ['south-east', 'north-east', 'south-west']) {
    it(`of a confidential prompt do not show ${area} apart to the roadmap owner`, async () => {
      const card = await results(owner, ids.confidential, area);
      assert.ok(cardText(card).includes(english.t('results.hiddenArea')));
      assert.equal(commentsOn(card), 0);
    });
  }

  it('of a confidential prompt show a large area apart, without names', async () => {
    const card = await results(owner, ids.confidential, 'wessex');
    assert.ok(cardText(card).includes(english.t('results.respondents', { count: 12 })));
    assert.ok(commentsOn(card) > 0);
    assert.equal(namesOn(card), 0);
  });

  it('of fewer than ten answers in all show nothing', async () => {
    for (const reader of [owner, ofWessex]) {
      const card = await results(reader, ids.few);
      const said = cardText(card);
      assert.ok(
        said.includes(english.t(reader === owner ? 'results.hidden' : 'results.hiddenArea', { count: 10 })),
        said,
      );
      assert.equal(commentsOn(card), 0);
      assert.ok(!said.includes('First'));
    }
  });

  for (const area of [undefined, 'wessex', 'all', 'south-east', 'north-east', '__proto__']) {
    it(`show a lead their own area only, when ${area ?? 'nothing'} is asked for`, async () => {
      const card = await results(ofWessex, ids.confidential, area);
      const said = cardText(card);
      assert.ok(said.includes(english.t('results.area', { area: 'Wessex' })), said);
      assert.ok(said.includes(english.t('results.respondents', { count: 12 })));
      for (const other of ['South East', 'North East', 'South West']) assert.ok(!said.includes(other), other);
      const hidden = await results(ofNorthEast, ids.confidential, area);
      assert.ok(cardText(hidden).includes(english.t('results.hiddenArea')));
      assert.equal(commentsOn(hidden), 0);
    });
  }

  it('of a named prompt show who wrote what, to a lead for their own area', async () => {
    const card = await results(ofNorthEast, ids.named);
    for (const person of staff.filter(({ area }) => area === 'north-east')) {
      assert.match(cardText(card), new RegExp(`${commentOf(person)}\\n${person.name}(\\n|$)`));
    }
    assert.equal(commentsOn(card), 4);
    const all = await results(owner, ids.named);
    assert.ok(cardText(all).includes(english.t('results.areasAsked', { count: 4, shown: '4', small: '0' })));
    assert.ok(commentsOn(all) > 0);
    assert.equal(namesOn(all), commentsOn(all));
  });

  it('are refused to staff, and to a lead none of whose areas was asked', async () => {
    const ofStaff = await results(staff[0] ?? owner, ids.named);
    assert.equal(titleOf(ofStaff), english.t('error.LeadsOnly.title'));
    const member = run.teams.as(personId(1));
    await member.says('results');
    assert.equal(newestTitle(member), english.t('error.LeadsOnly.title'));
    const ofOther = await results(ofLondon, ids.named);
    assert.equal(commentsOn(ofOther) + namesOn(ofOther), 0);
    assert.ok(cardText(ofOther).includes(english.t('common.problemTitle')));
  });

  it('say how many people got the questions, of how many', async () => {
    const said = cardText(await results(owner, ids.confidential));
    assert.ok(said.includes(english.t('results.people', { asked: '30', reached: '30' })), said);
  });

  it('do not exist for a draft, an update or what nobody wrote', async () => {
    const update = { audience: 'wessex', 'title.en': 'A title', 'body.en': 'A text' };
    const { id } = await broadcast(run.teams, run.teams.as(owner.id), 'update', update);
    for (const broadcastId of [id, '01JD3E9R6Y0000000000000000']) {
      assert.equal(titleOf(await results(owner, broadcastId)), english.t('error.PromptUnknown.title'));
    }
  });
});
