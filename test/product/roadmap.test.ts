import assert from 'node:assert/strict';
import { sampleItem } from '../contract/samples.ts';
import { cardText, newest } from './broadcasting.ts';
import { english, install, newestTitle, presses, titleOf, welsh } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const later = sampleItem({
  id: 'digital-files',
  title: { en: 'Digital case files', cy: 'Ffeiliau achos digidol' },
  outcome: { text: { en: 'One file a case' }, when: { precision: 'quarter', year: 2027, quarter: 3 } },
});
const sooner = sampleItem({
  id: 'common-platform',
  title: { en: 'Common Platform upgrades', cy: "Uwchraddio'r Platfform Cyffredin" },
  outcome: { text: { en: 'Results arrive by themselves' }, when: { precision: 'quarter', year: 2026, quarter: 4 } },
  dependsOn: { en: 'The courts' },
});
const undated = sampleItem({
  id: 'robots',
  title: { en: 'Software robots', cy: 'Robotiaid meddalwedd' },
  outcome: { text: { en: 'Less typing' }, when: { precision: 'unknown' } },
});

describe('the roadmap in the chat', () => {
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [madeUpPerson(1), madeUpPerson(2, { language: 'cy' })] });
    for (const item of [later, undated, sooner]) await run.product.stores.roadmap.create(item);
    await install(run.teams);
  });

  after(() => run.close());

  it('lists items under the quarter of their outcome, soonest first, undated last', async () => {
    const actor = run.teams.as(personId(1));
    await actor.says('roadmap');
    const said = cardText(newest(actor).card);
    const order = [
      'Q4 2026/27: January to March 2027',
      'Common Platform upgrades',
      'Q3 2027/28: October to December 2027',
      'Digital case files',
      english.t('roadmap.undated'),
      'Software robots',
    ].map((text) => said.indexOf(text));
    assert.ok(!order.includes(-1), said);
    assert.deepEqual(
      order,
      order.toSorted((one, other) => one - other),
    );
  });

  it('opens one item in place, and goes back to the list', async () => {
    const actor = run.teams.as(personId(1));
    const message = newest(actor);
    const list = message.card;
    const item = await actor.executes(message, { verb: 'roadmap.item', data: { itemId: 'common-platform' } });
    assert.equal(titleOf(item.card), 'Common Platform upgrades');
    const said = cardText(item.card);
    for (const text of ['Results arrive by themselves', 'Q4 2026/27', 'The courts'])
      assert.ok(said.includes(text), text);
    const back = await actor.executes(message, 'roadmap.show');
    assert.deepEqual(back.card, list);
    assert.equal(actor.user.messages.at(-1), message, 'no new message');
  });

  it('shows titles and dates in Welsh to a person who uses Welsh', async () => {
    const actor = run.teams.as(personId(2));
    await actor.says('map ffordd');
    assert.equal(newestTitle(actor), welsh.t('roadmap.title'));
    const said = cardText(newest(actor).card);
    for (const text of ['Ffeiliau achos digidol', 'Ch3 2027/28']) assert.ok(said.includes(text), text);
    const open = { verb: 'roadmap.item', data: { itemId: 'digital-files' } };
    assert.equal(titleOf((await actor.executes(newest(actor), open)).card), 'Ffeiliau achos digidol');
  });

  for (const [itemId, code] of [
    ['no-such-item', 'ItemUnknown'],
    ['../people', 'ActionMalformed'],
    [null, 'ActionMalformed'],
  ] as const) {
    it(`refuses the item ${JSON.stringify(itemId)} with a sentence`, async () => {
      const card = await presses(run.teams, personId(1), 'roadmap.item', { itemId });
      assert.equal(titleOf(card), english.t(`error.${code}.title`));
    });
  }
});
