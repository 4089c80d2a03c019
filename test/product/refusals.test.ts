import assert from 'node:assert/strict';
import type { Words } from '../../src/cards/card-texts.ts';
import type { Inputs } from '../simulator/card-inputs.ts';
import { cardText } from './broadcasting.ts';
import {
  activitiesOf,
  broadcast,
  english,
  filledIn,
  install,
  messageAbout,
  openForm,
  presses,
  titleOf,
  welsh,
} from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = [1, 2].map((number) => madeUpPerson(number));
const elsewhere = madeUpPerson(3, { area: 'cymru-wales', language: 'cy' });
const unknownId = '01JD3E9R6Y0000000000000000';

const form = {
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
  'q2.kind': 'rows',
  'q2.text.en': 'Clear?',
  'q2.options.en': 'What\nWhen',
  'q3.kind': 'free-text',
  'q3.text.en': 'Why?',
  'q3.required': 'false',
};
const good = { q1: 'o1', 'q2.o1': 'yes', 'q2.o2': 'no', q3: 'Because' };

describe('answers that cannot be taken', () => {
  let run: ProductUnderTest;
  let id: string;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, elsewhere, ...staff] });
    await install(run.teams);
    ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', form, { unchecked: true }));
  });

  after(() => run.close());

  const answers = async () => (await run.product.stores.responses.page(id, 100)).responses;
  const answer = async (inputs: Inputs) => {
    const actor = run.teams.as(personId(1));
    return actor.executes(messageAbout(actor, id), 'prompt.answer', inputs, { unchecked: true });
  };

  for (const [what, changes, problem, lost] of [
    ['a required choice left out', { q1: undefined }, 'answerProblem.missing.one-choice', ['q1']],
    ['a required choice that arrives as null', { q1: null }, 'answerProblem.missing.one-choice', ['q1']],
    ['one of two required rows missing', { 'q2.o2': null }, 'answerProblem.missing.rows', ['q2.o2']],
    ['an unknown option', { q1: 'o9' }, 'error.AnswerNotUnderstood.text', ['q1']],
    ['an option in another case', { q1: 'O1' }, 'error.AnswerNotUnderstood.text', ['q1']],
    ['the name of a built-in property', { q1: '__proto__' }, 'error.AnswerNotUnderstood.text', ['q1']],
    ['a choice that is a number', { q1: 1 }, 'error.AnswerNotUnderstood.text', ['q1']],
    ['a choice that is a list', { q1: ['o1'] }, 'error.AnswerNotUnderstood.text', ['q1']],
    ['an unknown answer in a row', { 'q2.o1': 'maybe' }, 'error.AnswerNotUnderstood.text', ['q2.o1']],
  ] as const) {
    it(`says so on the card for ${what}, keeps the rest filled in, and stores nothing`, async () => {
      const { outcome, card } = await answer({ ...good, ...changes });
      assert.equal(outcome, 'card');
      assert.equal(titleOf(card), 'Case files');
      const said = cardText(card);
      assert.ok(said.includes(english.t('common.problemTitle')), said);
      assert.ok(said.includes(english.t(problem)), `${english.t(problem)} in ${said}`);
      const kept = Object.entries(good).filter(([name]) => !(lost as readonly string[]).includes(name));
      assert.deepEqual(filledIn(card), Object.fromEntries(kept));
      assert.deepEqual(await answers(), []);
    });
  }

  for (const length of [1_001, 5_000, 120_000]) {
    it(`says how long a text of ${length} characters may be, and stores nothing`, async () => {
      const { outcome, card } = await answer({ ...good, q3: 'ŵ'.repeat(length) });
      assert.equal(outcome, 'card');
      assert.ok(cardText(card).includes(english.t('answerProblem.tooLong', { count: 1_000 })));
      const { q3, ...rest } = good;
      const { q3: kept, ...others } = filledIn(card);
      assert.deepEqual(others, rest);
      assert.ok(String(kept).startsWith('ŵ'.repeat(1_000)), 'what was written is still there');
      assert.ok(JSON.stringify(card).length < 40_000, 'Teams takes the card');
      assert.ok(q3 !== kept && (await answers()).length === 0);
    });
  }

  it('says so when nothing at all was answered', async () => {
    const inputs = { 'q4.kind': '' };
    const { card } = await answer(inputs);
    assert.ok(cardText(card).includes(english.t('common.problemTitle')));
    assert.deepEqual(await answers(), []);
  });

  const refused = async (code: Parameters<typeof titleKey>[0], who: number, data: unknown, words: Words = english) => {
    for (const verb of ['prompt.answer', 'prompt.change', 'prompt.show']) {
      const card = await presses(run.teams, personId(who), verb, data);
      assert.equal(titleOf(card), words.t(titleKey(code)), verb);
    }
    assert.deepEqual(await answers(), []);
  };

  it('says that questions do not exist', () => refused('PromptUnknown', 1, { ...good, broadcastId: unknownId }));

  it('says that questions were sent to other people, in the language of whoever tries', async () => {
    await refused('NotYourPrompt', 3, { ...good, broadcastId: id }, welsh);
    await refused('NotYourPrompt', 900, { ...good, broadcastId: id });
  });

  it('says that questions are still a draft', async () => {
    const draft = await openForm(run.teams, run.teams.as(lead.id), 'prompt');
    const [, broadcastId] = /"broadcastId":"(\w{26})"/.exec(JSON.stringify(draft.card)) ?? [];
    await refused('PromptNotSent', 1, { ...good, broadcastId });
    await presses(run.teams, lead.id, 'compose.discard', { broadcastId });
    await refused('PromptUnknown', 1, { ...good, broadcastId });
  });

  it('says that an update asks nothing', async () => {
    const update = { 'title.en': 'A title', 'body.en': 'A text' };
    const sent = await broadcast(run.teams, run.teams.as(lead.id), 'update', update);
    await refused('PromptUnknown', 1, { ...good, broadcastId: sent.id });
  });

  for (const [what, value, code] of [
    ['no value', undefined, 'ActionMalformed'],
    ['null', null, 'ActionMalformed'],
    ['no action', {}, 'ActionMalformed'],
    ['an action that is a text', { action: 'prompt.answer' }, 'ActionMalformed'],
    ['no verb', { action: { data: {} } }, 'ActionMalformed'],
    ['a verb that is a number', { action: { verb: 7 } }, 'ActionMalformed'],
    ['an endless verb', { action: { verb: 'x'.repeat(10_000) } }, 'ActionMalformed'],
    ['an unknown verb', { action: { verb: 'prompt.delete', data: {} } }, 'ActionUnknown'],
    ['a built-in property as verb', { action: { verb: '__proto__', data: {} } }, 'ActionUnknown'],
    ['a method as verb', { action: { verb: 'toString', data: {} } }, 'ActionUnknown'],
    ['data that is a list', { action: { verb: 'prompt.answer', data: [1, 2] } }, 'ActionMalformed'],
    ['data that is a text', { action: { verb: 'prompt.answer', data: 'x' } }, 'ActionMalformed'],
    ['no data', { action: { verb: 'prompt.answer' } }, 'ActionMalformed'],
    [
      'a broadcast that is no id',
      { action: { verb: 'prompt.answer', data: { broadcastId: "' OR 1=1" } } },
      'ActionMalformed',
    ],
    [
      'a broadcast that is a list',
      { action: { verb: 'prompt.show', data: { broadcastId: [unknownId] } } },
      'ActionMalformed',
    ],
  ] as const) {
    it(`answers a malformed action with a card: ${what}`, async () => {
      const activity = activitiesOf(run.teams).action(run.teams.user(personId(1)), {}, '1', 'manual');
      const { status, body } = await run.teams.post({ ...activity, value });
      assert.equal(status, 200);
      assert.deepEqual(body, { ...(body as object), statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
      assert.equal(titleOf((body as unknown as { value: Record<string, unknown> }).value), english.t(titleKey(code)));
      assert.deepEqual(await answers(), []);
    });
  }

  it('takes no harm from built-in names and thousands of inputs beside the answers', async () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`x${index}`, 'y']));
    const polluted = JSON.parse('{"__proto__":{"q1":"o2"},"constructor":{"prototype":{"q1":"o2"}}}') as object;
    const data = { broadcastId: id, ...good, ...many };
    const card = await presses(run.teams, personId(2), 'prompt.answer', Object.assign(polluted, data));
    assert.equal(titleOf(card), english.t('receipt.title'));
    const [response, ...others] = await answers();
    assert.equal(others.length, 0);
    assert.deepEqual(Object.keys(response?.answers ?? {}), ['q1', 'q2', 'q3']);
    assert.deepEqual(response?.answers.q1, { kind: 'one-choice', option: 'o1' });
  });
});

function titleKey<C extends 'PromptUnknown' | 'NotYourPrompt' | 'PromptNotSent' | 'ActionMalformed' | 'ActionUnknown'>(
  code: C,
) {
  return `error.${code}.title` as const;
}
