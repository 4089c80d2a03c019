import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { Inputs } from '../simulator/card-inputs.ts';
import { broadcastIdOn, cardText, compose, confirm, newest } from './broadcasting.ts';
import { countingQuickly, untilFinal } from './counted.ts';
import { movableClock } from './in-the-chat.ts';
import { madeUpPerson, madeUpStaff, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const owner: Person = madeUpPerson(900, { area: 'hq', duties: { leads: [], roadmapOwner: true } });
const staff = madeUpStaff(200);

const prompt = {
  audience: staff
    .map(({ area }) => area)
    .filter((area, index, all) => all.indexOf(area) === index)
    .join(','),
  'title.en': 'New case file view',
  'title.cy': 'Golwg newydd ar ffeiliau achos',
  'body.en': 'We plan a new way to see a case file.',
  'body.cy': 'Rydym yn cynllunio ffordd newydd o weld ffeil achos.',
  privacy: 'confidential',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Would it help you?',
  'q1.text.cy': "A fyddai'n eich helpu?",
  'q1.options.en': 'Yes\nA little\nNo',
  'q1.options.cy': 'Byddai\nYchydig\nNa fyddai',
  'q1.required': 'true',
};

describe('the main job, from outside', function () {
  this.timeout(120_000);
  const clock = movableClock();
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [owner, ...staff], clock, config: { timing: countingQuickly } });
    const { teams } = run;
    for (const user of teams.users) await teams.as(user).install();
  });

  after(() => run.close());

  it('counts 200 people, 150 answers, 30 twice, 10 changed and 10 invalid exactly', async () => {
    const { teams, product } = run;
    const lead = teams.as(owner.id);
    const message = await compose(teams, lead, 'prompt', prompt);
    assert.match(cardText(message.card), /Send to 200 people/);
    await confirm(teams, lead, message);
    const broadcastId = broadcastIdOn(message);

    const cards = staff.map(({ id }) =>
      teams.user(id).messages.filter((each) => JSON.stringify(each.card).includes(broadcastId)),
    );
    assert.deepEqual(new Set(cards.map(({ length }) => length)), new Set([1]));

    const pick = (number: number) => (number % 3 === 0 ? 'o1' : number % 3 === 1 ? 'o2' : 'o3');
    const answer = async (number: number, option: Inputs[string]) => {
      const actor = teams.as(personId(number));
      return actor.executes(newest(actor), 'prompt.answer', { q1: option }, { unchecked: true });
    };
    for (let number = 1; number <= 150; number += 1) {
      const result = await answer(number, pick(number));
      assert.equal(result.outcome, 'card', `person ${number}`);
      assert.match(cardText(result.card), number % 28 === 1 ? /./ : /You answered|Fe wnaethoch/);
    }
    await teams.settled(() =>
      Array.from({ length: 150 }, (_, index) => newest(teams.as(personId(index + 1)))).every(
        (each) => each.versions.length > 1,
      ),
    );

    for (let number = 1; number <= 30; number += 1) {
      const actor = teams.as(personId(number));
      await actor.executes(newest(actor), 'prompt.change');
      await actor.executes(newest(actor), 'prompt.answer', { q1: pick(number) });
    }
    for (let number = 31; number <= 40; number += 1) {
      const actor = teams.as(personId(number));
      await actor.executes(newest(actor), 'prompt.change');
      await actor.executes(newest(actor), 'prompt.answer', { q1: 'o1' });
    }
    const invalid = [null, 'o9', '', 7, ['o1', 'o2'], true, 'O1', 'x'.repeat(10_000), ' ', '__proto__'];
    for (const [index, option] of invalid.entries()) {
      const result = await answer(151 + index, option);
      assert.equal(result.outcome, 'card');
      assert.match(cardText(result.card), /There is a problem|Mae problem/);
    }

    const stored = await product.stores.responses.page(broadcastId, 1_000);
    assert.equal(stored.responses.length, 150);
    const revisions = stored.responses.map(({ revision }) => revision);
    const changed = Array.from({ length: 10 }, (_, index) => index + 31).filter(
      (number) => pick(number) !== 'o1',
    ).length;
    assert.equal(revisions.filter((revision) => revision === 2).length, changed);
    assert.equal(revisions.filter((revision) => revision === 1).length, 150 - changed);

    clock.moveOn(20);
    await untilFinal(run, broadcastId);
    await lead.says('results');
    await lead.executes(newest(lead), 'results.show');
    const final = (number: number) => (number >= 31 && number <= 40 ? 'o1' : pick(number));
    const expected = { o1: 0, o2: 0, o3: 0 };
    for (let number = 1; number <= 150; number += 1) expected[final(number) as 'o1' | 'o2' | 'o3'] += 1;
    const shown = cardText(lead.sees(newest(lead))?.card);
    assert.match(shown, /150 people answered/);
    for (const [option, label] of [
      ['o1', 'Yes'],
      ['o2', 'A little'],
      ['o3', 'No'],
    ] as const) {
      assert.match(
        shown,
        new RegExp(`${label}[^\\n]*\\b${expected[option]}\\b`),
        `${label}: ${expected[option]} in ${shown}`,
      );
    }
  });
});
