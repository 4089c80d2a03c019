import assert from 'node:assert/strict';
import type { ContentProblem } from '../../src/broadcasts/content-problems.ts';
import type { Inputs } from '../simulator/card-inputs.ts';
import { broadcastIdOn, cardText } from './broadcasting.ts';
import { english, filledIn, install, openForm, titleOf } from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(1, { duties: { leads: ['wessex', 'cymru-wales'], roadmapOwner: false } });
const inWales = madeUpPerson(2, { area: 'cymru-wales' });

const good = {
  audience: 'wessex',
  'title.en': 'New case file view',
  'title.cy': 'Golwg newydd ar ffeiliau',
  'body.en': 'Tell us what you think.',
  'body.cy': 'Dywedwch eich barn.',
  privacy: 'confidential',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Would it help you?',
  'q1.text.cy': "A fyddai'n eich helpu?",
  'q1.options.en': 'Yes\nNo',
  'q1.options.cy': 'Byddai\nNa fyddai',
  'q1.required': 'true',
};

const lines = (count: number, text = 'Line') =>
  Array.from({ length: count }, (_, index) => `${text} ${index}`).join('\n');

const mistakes: readonly {
  readonly what: string;
  readonly form: Inputs;
  readonly problems: Readonly<Record<string, ContentProblem>>;
}[] = [
  { what: 'an empty title', form: { 'title.en': ' ' }, problems: { 'title.en': 'missing' } },
  { what: 'a title that is too long', form: { 'title.en': 'x'.repeat(121) }, problems: { 'title.en': 'too-long' } },
  { what: 'a text that is too long', form: { 'body.en': 'x'.repeat(3_001) }, problems: { 'body.en': 'too-long' } },
  { what: 'no question text', form: { 'q1.text.en': '' }, problems: { 'q1.text.en': 'missing' } },
  {
    what: 'one choice only',
    form: { 'q1.options.en': 'Yes', 'q1.options.cy': '' },
    problems: { 'q1.options.en': 'too-few-options' },
  },
  {
    what: 'thirteen choices',
    form: { 'q1.options.en': lines(13), 'q1.options.cy': '' },
    problems: { 'q1.options.en': 'too-many-options' },
  },
  {
    what: 'a choice that is too long',
    form: { 'q1.options.en': `Yes\n${'x'.repeat(201)}` },
    problems: { 'q1.options.en': 'too-long' },
  },
  {
    what: 'more Welsh choices than English',
    form: { 'q1.options.cy': 'Byddai\nNa fyddai\nEfallai' },
    problems: { 'q1.options.cy': 'options-unequal' },
  },
  {
    what: 'a scale without words for its ends',
    form: { 'q1.kind': 'scale', 'q1.options.en': '', 'q1.options.cy': '' },
    problems: { 'q1.options.en': 'too-few-options' },
  },
  {
    what: 'a scale with words for one end',
    form: { 'q1.kind': 'scale', 'q1.options.en': 'Bad', 'q1.options.cy': '' },
    problems: { 'q1.options.en': 'too-few-options' },
  },
  {
    what: 'rows without rows',
    form: { 'q1.kind': 'rows', 'q1.options.en': '', 'q1.options.cy': '' },
    problems: { 'q1.options.en': 'too-few-options' },
  },
  {
    what: 'a day that does not exist',
    form: { 'deadline.date': '2027-02-30' },
    problems: { 'deadline.date': 'date-wrong' },
  },
  { what: 'a day that is past', form: { 'deadline.date': '2023-03-10' }, problems: { 'deadline.date': 'date-past' } },
  {
    what: 'a time that does not exist',
    form: { 'deadline.time': '25:00' },
    problems: { 'deadline.date': 'date-wrong' },
  },
  { what: 'nobody to send it to', form: { audience: '' }, problems: { audience: 'audience-empty' } },
  {
    what: 'no Welsh for people in Wales',
    form: {
      audience: 'wessex,cymru-wales',
      'title.cy': '',
      'body.cy': '',
      'q1.text.cy': '',
      'q1.options.cy': 'Byddai',
    },
    problems: {
      'title.cy': 'welsh-missing',
      'body.cy': 'welsh-missing',
      'q1.text.cy': 'welsh-missing',
      'q1.options.cy': 'options-unequal',
    },
  },
];

describe('a form with a mistake', () => {
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, inWales] });
    await install(run.teams);
  });

  after(() => run.close());

  for (const { what, form, problems } of mistakes) {
    it(`comes back with ${what} named, and with everything else filled in as it was`, async () => {
      const actor = run.teams.as(lead.id);
      const message = await openForm(run.teams, actor, 'prompt');
      const { outcome, card } = await actor.executes(
        message,
        'compose.preview',
        { ...good, ...form },
        { unchecked: true },
      );
      assert.equal(outcome, 'card');
      assert.equal(titleOf(card), english.t('composeForm.titlePrompt'));
      const said = cardText(card);
      assert.ok(said.includes(english.t('common.problemTitle')));
      for (const [field, problem] of Object.entries(problems)) {
        const reason = english.t(`contentProblem.${problem}`, { longest: '', questions: '', options: '' });
        const [start = ''] = reason.split(/\s{2,}/);
        assert.ok(said.includes(start), `${field}: ${reason}`);
      }
      const expected = Object.entries({ ...good, ...form }).filter(([, value]) => String(value).trim() !== '');
      const kept = filledIn(card);
      for (const [name, value] of expected) assert.equal(String(kept[name]).trim(), value, name);
      const stored = await run.product.stores.broadcasts.get(broadcastIdOn(message));
      assert.equal(stored?.value.state, 'draft');
    });
  }

  it('leads to the preview once the mistakes are mended', async () => {
    const actor = run.teams.as(lead.id);
    const message = await openForm(run.teams, actor, 'prompt');
    await actor.executes(message, 'compose.preview', { ...good, 'q1.options.en': 'Yes', 'q1.options.cy': '' });
    const { card } = await actor.executes(message, 'compose.preview', { 'q1.options.en': 'Yes\nNo' });
    assert.equal(titleOf(card), english.t('preview.title'));
    assert.ok(cardText(card).includes(english.t('preview.welshMissing')), 'says that some Welsh is missing');
  });

  for (const data of [{}, { broadcastId: 'nonsense' }, { broadcastId: null }]) {
    it(`cannot be sent off with the broadcast ${JSON.stringify(data)}`, async () => {
      const actor = run.teams.as(lead.id);
      const message = await openForm(run.teams, actor, 'prompt');
      const id = broadcastIdOn(message);
      const before = await run.product.stores.broadcasts.get(id);
      const without = { broadcastId: undefined, ...data };
      const { card } = await actor.executes(message, 'compose.preview', { ...good, ...without }, { unchecked: true });
      assert.equal(titleOf(card), english.t('error.ActionMalformed.title'));
      assert.deepEqual(await run.product.stores.broadcasts.get(id), before);
    });
  }
});
