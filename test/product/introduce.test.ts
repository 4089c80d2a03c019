import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { Json } from '../simulator/json.ts';
import { cardText, newest } from './broadcasting.ts';
import { english, filledIn, inputOf, newestTitle, presses, titleOf, welsh } from './in-the-chat.ts';
import { personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const introduction = `${english.t('introduce.title')} / ${welsh.t('introduce.title')}`;

describe('somebody whom the directory does not know', () => {
  let run: ProductUnderTest;

  before(async () => {
    const users = [1, 2, 3, 4].map((number) => ({ aadObjectId: personId(number), name: `Stranger ${number}` }));
    run = await startProductUnderTest({
      people: [],
      users: [...users, { aadObjectId: personId(5), name: 'Stranger 5', locale: 'cy-GB' }],
    });
  });

  after(() => run.close());

  const stored = async (id: string): Promise<Person | undefined> => (await run.product.stores.people.get(id))?.value;

  it('is asked once, in both languages, for area, language and kind of work', async () => {
    const actor = run.teams.as(personId(1));
    await actor.install();
    assert.equal(actor.user.deliveries, 1);
    const { card } = newest(actor);
    assert.equal(titleOf(card), introduction);
    const said = cardText(card);
    assert.ok(said.includes(english.t('welcome.what')) && said.includes(welsh.t('welcome.what')));
    const choices = inputOf(card, 'area')?.choices as Json[];
    assert.equal(choices.length, 17);
    assert.ok(choices.some(({ value }) => value === 'cymru-wales'));
    assert.equal(await stored(personId(1)), undefined);
  });

  for (const area of [undefined, null, '', 'atlantis', 7, 'x'.repeat(1_000), '__proto__']) {
    it(`is asked again when the area is ${JSON.stringify(area)?.slice(0, 20)}, with the rest kept`, async () => {
      const actor = run.teams.as(personId(1));
      const inputs = { ...(area === undefined ? {} : { area }), language: 'cy', role: 'digital' };
      const result = await actor.executes(newest(actor), 'person.introduce', inputs, { unchecked: true });
      assert.equal(result.outcome, 'card');
      assert.ok(cardText(result.card).includes(welsh.t('introduce.areaMissing')));
      assert.deepEqual(filledIn(result.card), { language: 'cy', role: 'digital' });
      assert.equal(await stored(personId(1)), undefined);
    });
  }

  it('is recorded and welcomed in the language that they chose', async () => {
    const actor = run.teams.as(personId(1));
    const message = newest(actor);
    const inputs = { area: 'mersey-cheshire', language: 'cy', role: 'digital' };
    const result = await actor.executes(message, 'person.introduce', inputs);
    const welcome = welsh.t('welcome.titleNamed', { name: 'Stranger 1' });
    assert.equal(titleOf(result.card), welcome);
    await run.teams.settled(() => titleOf(message.card) === welcome, { what: 'the stored message to be the welcome' });
    const { recordedAt, ...person } = (await stored(personId(1))) ?? {};
    assert.ok(Math.abs(Date.parse(recordedAt ?? '') - Date.now()) < 60_000);
    assert.deepEqual(person, {
      id: personId(1),
      name: 'Stranger 1',
      area: 'mersey-cheshire',
      role: 'digital',
      language: 'cy',
      duties: { leads: [], roadmapOwner: false },
      reach: {
        state: 'reachable',
        chat: { serviceUrl: run.teams.serviceUrl, conversationId: actor.user.conversationId },
      },
    });
  });

  it('is answered in that language from then on', async () => {
    const actor = run.teams.as(personId(1));
    await actor.says('help');
    assert.equal(newestTitle(actor), welsh.t('help.title'));
  });

  it('may leave out the kind of work', async () => {
    const actor = run.teams.as(personId(2));
    await actor.install();
    await actor.executes(newest(actor), 'person.introduce', { area: 'hq' });
    const person = await stored(personId(2));
    assert.equal(person?.area, 'hq');
    assert.equal(person?.language, 'en');
    assert.ok(person !== undefined && !('role' in person));
  });

  it('is asked for the area whatever they type or press first', async () => {
    const actor = run.teams.as(personId(3));
    await actor.says('results');
    assert.equal(newestTitle(actor), introduction);
    assert.equal(titleOf(await presses(run.teams, personId(3), 'roadmap.show', {})), introduction);
    assert.equal(await stored(personId(3)), undefined);
  });

  it('keeps the newer details when they introduce themselves twice, and gains no duties by it', async () => {
    const actor = run.teams.as(personId(4));
    await actor.install();
    const message = newest(actor);
    const [phone, laptop] = [run.teams.as(personId(4), 'phone'), run.teams.as(personId(4), 'laptop')];
    const [first, second] = await Promise.all([
      phone.executes(message, 'person.introduce', { area: 'wessex' }),
      laptop.executes(message, 'person.introduce', { area: 'wessex', duties: 'x' }, { unchecked: true }),
    ]);
    assert.deepEqual([first.outcome, second.outcome], ['card', 'card']);
    const person = await stored(personId(4));
    assert.equal(person?.area, 'wessex');
    assert.deepEqual(person?.duties, { leads: [], roadmapOwner: false });
  });

  it('reads Welsh first when their Teams is in Welsh', async () => {
    const actor = run.teams.as(personId(5));
    await actor.install();
    assert.equal(newestTitle(actor), `${welsh.t('introduce.title')} / ${english.t('introduce.title')}`);
    assert.equal(inputOf(newest(actor).card, 'language')?.value, 'cy');
  });
});
