import assert from 'node:assert/strict';
import { cardText } from './broadcasting.ts';
import { broadcast, english, install, messageAbout, movableClock, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = [1, 2, 3].map((number) => madeUpPerson(number));

const form = {
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
};

describe('a prompt that has closed', () => {
  const clock = movableClock();
  let run: ProductUnderTest;
  let id: string;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, ...staff], clock });
    await install(run.teams);
    ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', form));
    const early = run.teams.as(personId(1));
    await early.executes(messageAbout(early, id), 'prompt.answer', { q1: 'o1' });
    await run.teams.settled(() => titleOf(messageAbout(early, id).card) === english.t('receipt.title'));
    clock.moveOn(30);
  });

  after(() => run.close());

  const stored = async (number: number) => (await run.product.stores.responses.get(id, personId(number)))?.value;

  it('takes no answer any more, and says when it closed and whom to write to', async () => {
    const late = run.teams.as(personId(2));
    const message = messageAbout(late, id);
    const { card } = await late.executes(message, 'prompt.answer', { q1: 'o2' });
    assert.equal(titleOf(card), english.t('closed.title'));
    const said = cardText(card);
    const { content } = (await run.product.stores.broadcasts.get(id))?.value ?? {};
    assert.ok(content?.kind === 'prompt');
    assert.ok(said.includes(english.deadline(content.deadline)));
    assert.ok(said.includes(english.t('closed.notCounted')));
    assert.ok(said.includes('roadmap@example.org'));
    assert.equal(await stored(2), undefined);
    await run.teams.settled(() => titleOf(message.card) === english.t('closed.title'), { what: 'the stored card' });
  });

  it('cannot be changed any more, and shows the answer that counts', async () => {
    const early = run.teams.as(personId(1));
    const before = await stored(1);
    const { card } = await early.executes(messageAbout(early, id), 'prompt.change');
    assert.equal(titleOf(card), english.t('closed.title'));
    assert.ok(cardText(card).includes(english.t('closed.counted')));
    assert.ok(cardText(card).includes('First'));
    assert.deepEqual(await stored(1), before);
  });

  it('shows that it has closed as soon as it is opened', async () => {
    const late = run.teams.as(personId(3));
    const opened = await late.opens(messageAbout(late, id));
    assert.equal(titleOf(opened?.card), english.t('closed.title'));
    assert.ok(!verbsOn(opened?.card).has('prompt.answer') && !verbsOn(opened?.card).has('prompt.change'));
  });
});
