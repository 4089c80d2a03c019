import assert from 'node:assert/strict';
import { sampleItem } from '../contract/samples.ts';
import { broadcastIdOn, compose, confirm, newest } from './broadcasting.ts';
import { install, jsonWithin, presses } from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest, tenantId } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = madeUpPerson(1, { area: 'wessex' });
const teamsAppId = '9c858901-8a57-4791-81fe-4c455b099bc9';
const form = {
  audience: 'wessex',
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
  privacy: 'named',
};

/** The pages of the tab that the buttons of a card open. */
function pagesOn(card: unknown): readonly unknown[] {
  return jsonWithin(card)
    .filter(({ type }) => type === 'Action.OpenUrl')
    .map(({ url }) => {
      const { origin, pathname, searchParams } = new URL(String(url));
      assert.equal(origin + pathname, `https://teams.microsoft.com/l/entity/${teamsAppId}/roadmap`);
      assert.equal(searchParams.get('tenantId'), tenantId);
      return JSON.parse(searchParams.get('context') ?? '').subEntityId;
    });
}

describe('links of cards into the tab', function () {
  this.timeout(60_000);
  let run: ProductUnderTest;

  const start = async (known: boolean) => {
    run = await startProductUnderTest({
      people: [lead, staff],
      config: { tab: { folder: 'dist/tab', hostOrigins: [], ...(known ? { opensAt: { teamsAppId } } : {}) } },
    });
    await install(run.teams);
  };

  afterEach(() => run.close());

  it('lead an author from each card to its page, and staff to none but items', async () => {
    await start(true);
    const { teams } = run;
    const author = teams.as(lead.id);
    const message = await compose(teams, author, 'prompt', form);
    const id = broadcastIdOn(message);
    assert.deepEqual(pagesOn(message.card), [`compose/${id}`]);
    await confirm(teams, author, message);
    assert.deepEqual(pagesOn(message.card), [`broadcasts/${id}`]);
    for (const [verb, page] of [
      ['broadcast.progress', `broadcasts/${id}`],
      ['broadcast.report', `broadcasts/${id}`],
      ['results.show', `results/${id}`],
    ] as const) {
      assert.deepEqual(pagesOn(await presses(teams, lead.id, verb, { broadcastId: id })), [page], verb);
    }
    const item = sampleItem({ id: 'digital-files' });
    await run.product.stores.roadmap.create(item);
    const ofItem = await presses(teams, staff.id, 'roadmap.item', { itemId: item.id });
    assert.deepEqual(pagesOn(ofItem), [`roadmap/${item.id}`]);
    await author.says('results');
    assert.deepEqual(pagesOn(newest(author).card), ['results']);
    for (const { card } of teams.user(staff.id).messages) assert.deepEqual(pagesOn(card), []);
  });

  it('are on no card while the address of the tab is not known', async () => {
    await start(false);
    const { teams } = run;
    const author = teams.as(lead.id);
    const message = await compose(teams, author, 'prompt', form);
    const id = broadcastIdOn(message);
    assert.deepEqual(pagesOn(message.card), []);
    await confirm(teams, author, message);
    assert.deepEqual(pagesOn(message.card), []);
    assert.deepEqual(pagesOn(await presses(teams, lead.id, 'results.show', { broadcastId: id })), []);
  });
});
