import assert from 'node:assert/strict';
import type { Question } from '../../src/broadcasts/question.ts';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import { defaultDeadline } from '../../src/time/working-days.ts';
import type { Inputs } from '../simulator/card-inputs.ts';
import { broadcastIdOn, cardText } from './broadcasting.ts';
import { english, filledIn, inputOf, install, openForm, titleOf, verbsOn, welsh } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(1, { area: 'cymru-wales', duties: { leads: ['cymru-wales'], roadmapOwner: false } });

const heading = {
  'title.en': 'New case file view',
  'title.cy': 'Golwg newydd',
  'body.en': 'Tell us what you think.',
  'body.cy': 'Dywedwch eich barn.',
};

const options = [
  { id: 'o1', text: { en: 'One, or more', cy: 'Un, neu fwy' } },
  { id: 'o2', text: { en: 'Two', cy: 'Dau' } },
  { id: 'o3', text: { en: 'Three', cy: 'Tri' } },
];
const lines = { 'options.en': 'One, or more\n Two \n\nThree', 'options.cy': 'Un, neu fwy\r\nDau\r\nTri' };
const base = (number: number) => ({ id: `q${number}`, text: { en: `Why ${number}?`, cy: `Pam ${number}?` } });

/** The form of each kind of question, and the question that must come of it. */
const kinds: Readonly<Record<Question['kind'], { form: Inputs; question: (number: number) => Question }>> = {
  'one-choice': {
    form: lines,
    question: (number) => ({ ...base(number), kind: 'one-choice', required: true, options }),
  },
  'several-choices': {
    form: { ...lines, required: 'false' },
    question: (number) => ({ ...base(number), kind: 'several-choices', required: false, options }),
  },
  scale: {
    form: { 'options.en': 'Bad\nGood', 'options.cy': 'Gwael\nDa' },
    question: (number) => ({
      ...base(number),
      kind: 'scale',
      required: true,
      lowest: { en: 'Bad', cy: 'Gwael' },
      highest: { en: 'Good', cy: 'Da' },
    }),
  },
  rows: { form: lines, question: (number) => ({ ...base(number), kind: 'rows', required: true, rows: options }) },
  'free-text': {
    form: { required: 'false' },
    question: (number) => ({ ...base(number), kind: 'free-text', required: false, maxLength: 1_000 }),
  },
  'tagged-items': {
    form: lines,
    question: (number) => ({ ...base(number), kind: 'tagged-items', required: true, items: options }),
  },
};

function formOf(kind: Question['kind'], number: number): Inputs {
  const form = { kind, 'text.en': `Why ${number}?`, 'text.cy': `Pam ${number}?`, ...kinds[kind].form };
  return Object.fromEntries(Object.entries(form).map(([name, value]) => [`q${number}.${name}`, value]));
}

describe('questions that a lead writes', () => {
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [lead] });
    await install(run.teams);
  });

  after(() => run.close());

  const contentOf = async (id: string) => {
    const content = (await run.product.stores.broadcasts.get(id))?.value.content;
    assert.ok(content?.kind === 'prompt');
    return content;
  };

  for (const three of [
    ['one-choice', 'several-choices', 'scale'],
    ['rows', 'tagged-items', 'free-text'],
  ] as const) {
    it(`may be ${three.join(', ')}, kept while more are added`, async () => {
      const actor = run.teams.as(lead.id);
      const message = await openForm(run.teams, actor, 'prompt');
      const [first, second, third] = three;
      await actor.executes(message, 'compose.add-question', { ...heading, ...formOf(first, 1) });
      await actor.executes(message, 'compose.add-question', formOf(second, 2));
      const form = actor.sees(message)?.card;
      const kept = filledIn(form);
      for (const [name, value] of Object.entries(heading)) assert.equal(kept[name], value);
      assert.equal(kept['q2.text.cy'], 'Pam 2?');
      const { card } = await actor.executes(message, 'compose.preview', { ...formOf(third, 3), privacy: 'named' });
      assert.equal(titleOf(card), english.t('preview.title'));
      const content = await contentOf(broadcastIdOn(message));
      assert.deepEqual(
        content.questions,
        three.map((kind, index) => kinds[kind].question(index + 1)),
      );
      assert.equal(content.privacy, 'named');
      assert.deepEqual(content.deadline, defaultDeadline(new Date()));
      const said = cardText(card);
      for (const text of ['Why 1?', 'Pam 3?', english.deadline(content.deadline), welsh.deadline(content.deadline)]) {
        assert.ok(said.includes(text), text);
      }
      assert.ok(said.includes(english.t('composeForm.named')), 'the promise');
    });

    it(`come back filled in when the lead goes back from the preview of ${three.join(', ')}`, async () => {
      const actor = run.teams.as(lead.id);
      const message = actor.user.messages.at(-1);
      assert.ok(message !== undefined);
      const before = await contentOf(broadcastIdOn(message));
      const { card } = await actor.executes(message, 'compose.edit');
      assert.equal(titleOf(card), english.t('composeForm.titlePrompt'));
      await actor.executes(message, 'compose.preview');
      assert.deepEqual(await contentOf(broadcastIdOn(message)), before);
    });
  }

  it('leaves out a question that was added and then left empty', async () => {
    const actor = run.teams.as(lead.id);
    const message = await openForm(run.teams, actor, 'prompt');
    await actor.executes(message, 'compose.add-question', { ...heading, ...formOf('one-choice', 1) });
    await actor.executes(message, 'compose.add-question', {});
    const form = { ...filledIn(actor.sees(message)?.card), ...formOf('free-text', 3) };
    const { card } = await actor.executes(message, 'compose.preview', form, { unchecked: true });
    assert.equal(titleOf(card), english.t('preview.title'));
    const { questions } = await contentOf(broadcastIdOn(message));
    assert.deepEqual(questions, [kinds['one-choice'].question(1), { ...kinds['free-text'].question(3), id: 'q2' }]);
  });

  const titles = async (id: string) =>
    (await contentOf(id)).questions.map(({ id: question, text }) => `${question} ${text.en}`);

  it('may be ten, of which the form has one open once there are more than three', async () => {
    const actor = run.teams.as(lead.id);
    const message = await openForm(run.teams, actor, 'prompt');
    const order = [...Object.keys(kinds), ...Object.keys(kinds)].slice(0, 10) as readonly Question['kind'][];
    for (const [index, kind] of order.entries()) {
      const inputs = { ...(index === 0 ? heading : {}), ...formOf(kind, index + 1) };
      if (index < 9) await actor.executes(message, 'compose.add-question', inputs);
      else {
        assert.ok(!verbsOn(actor.sees(message)?.card).has('compose.add-question'), 'no eleventh question');
        assert.ok(!verbsOn(actor.sees(message)?.card).has('compose.add-from-bank'));
        assert.equal(inputOf(actor.sees(message)?.card, 'q9.kind'), undefined);
        const { card } = await actor.executes(message, 'compose.preview', inputs);
        assert.equal(titleOf(card), english.t('preview.title'), cardText(card));
      }
    }
    const { questions } = await contentOf(broadcastIdOn(message));
    assert.deepEqual(
      questions,
      order.map((kind, index) => kinds[kind].question(index + 1)),
    );
  });

  it('are opened one at a time, moved up and removed, and nothing that was written is lost', async () => {
    const actor = run.teams.as(lead.id);
    const message = await openForm(run.teams, actor, 'prompt');
    const id = broadcastIdOn(message);
    const pressed = (verb: string, question: number, inputs: Inputs = {}) =>
      actor.executes(message, { verb, data: { broadcastId: id, question } }, inputs);
    for (const number of [1, 2, 3, 4]) {
      await actor.executes(message, 'compose.add-question', formOf('free-text', number));
    }
    const { card: opened } = await pressed('compose.open-question', 2, formOf('free-text', 5));
    assert.equal(inputOf(opened, 'q2.text.en')?.value, 'Why 2?');
    await pressed('compose.move-question', 2, { 'q2.text.en': 'Why two?' });
    assert.deepEqual(await titles(id), ['q1 Why two?', 'q2 Why 1?', 'q3 Why 3?', 'q4 Why 4?', 'q5 Why 5?']);
    const { card: moved } = await pressed('compose.open-question', 4);
    assert.equal(inputOf(moved, 'q4.text.en')?.value, 'Why 4?');
    const { card: removed } = await pressed('compose.remove-question', 4);
    assert.deepEqual(await titles(id), ['q1 Why two?', 'q2 Why 1?', 'q3 Why 3?', 'q4 Why 5?']);
    assert.equal(inputOf(removed, 'q3.text.en')?.value, 'Why 3?');
    await pressed('compose.open-question', 1);
    await pressed('compose.remove-question', 1);
    const { card: few } = await pressed('compose.remove-question', 2);
    assert.deepEqual(await titles(id), ['q1 Why 1?', 'q2 Why 5?']);
    assert.ok(inputOf(few, 'q1.kind') !== undefined && inputOf(few, 'q2.kind') !== undefined, 'few are all open');
  });

  it('can be taken from the bank, in the place of what was left empty', async () => {
    const actor = run.teams.as(lead.id);
    const message = await openForm(run.teams, actor, 'prompt');
    const id = broadcastIdOn(message);
    const { card: nothing } = await actor.executes(message, 'compose.add-from-bank', heading);
    assert.ok(cardText(nothing).includes(english.t('composeForm.bankMissing')));
    await actor.executes(message, 'compose.add-from-bank', { bank: 'hybrid-working.place' });
    const { card } = await actor.executes(message, 'compose.add-from-bank', { bank: 'risk.appetite' });
    assert.equal(inputOf(card, 'q1.kind'), undefined, 'where people work stays as it is');
    assert.equal(inputOf(card, 'q2.text.cy')?.value, 'Sut rydym yn trin risg wrth ddewis neu newid technoleg?');
    const preview = await actor.executes(message, 'compose.preview');
    assert.equal(titleOf(preview.card), english.t('preview.title'));
    const [place, risk] = (await contentOf(id)).questions;
    assert.ok(place?.kind === 'one-choice' && risk?.kind === 'one-choice');
    assert.deepEqual(
      [place.asks, place.options.map((option) => option.id)],
      ['working-place', ['home', 'office', 'court']],
    );
    assert.deepEqual(
      [risk.text.en, risk.options.length],
      ['How do we treat risk when we choose or change technology?', 3],
    );
  });

  it('come back open where something is wrong, with the others marked', async () => {
    const actor = run.teams.as(lead.id);
    const message = await openForm(run.teams, actor, 'prompt');
    for (const number of [1, 2, 3, 4, 5]) {
      const inputs = number === 2 ? { 'q2.kind': 'one-choice', 'q2.text.en': 'Which?' } : formOf('free-text', number);
      await actor.executes(message, 'compose.add-question', { ...(number === 1 ? heading : {}), ...inputs });
    }
    const { card } = await actor.executes(message, 'compose.preview', {
      ...formOf('scale', 6),
      'q6.options.en': 'Bad',
    });
    assert.equal(titleOf(card), english.t('composeForm.titlePrompt'));
    assert.equal(inputOf(card, 'q2.text.en')?.value, 'Which?');
    assert.ok(cardText(card).includes(english.t('composeForm.questionWrong')), 'the sixth');
  });

  it('drops the Welsh that the lead has emptied', async () => {
    const other = madeUpPerson(2, { duties: { leads: ['wessex'], roadmapOwner: false } });
    await run.product.stores.people.create(other);
    run.teams.addUser({ aadObjectId: other.id, name: 'Person 2' });
    const actor = run.teams.as(personId(2));
    await actor.install();
    const message = await openForm(run.teams, actor, 'prompt');
    await actor.executes(message, 'compose.preview', { ...heading, ...formOf('one-choice', 1) });
    await actor.executes(message, 'compose.edit');
    await actor.executes(message, 'compose.preview', { 'title.cy': '', 'body.cy': '', 'q1.text.cy': '' });
    const { title, body, questions } = await contentOf(broadcastIdOn(message));
    assert.deepEqual(
      [title, body, questions[0]?.text],
      [{ en: heading['title.en'] }, { en: heading['body.en'] }, { en: 'Why 1?' }],
    );
  });

  for (const template of listTemplates()) {
    it(`may be the ready-made ones of “${template.name.en}”, which stay as they are`, async () => {
      const actor = run.teams.as(lead.id);
      const message = await openForm(run.teams, actor, `template:${template.id}`);
      const form = actor.sees(message)?.card;
      assert.equal(inputOf(form, 'title.cy')?.value, template.title.cy);
      assert.equal(inputOf(form, 'q1.kind'), undefined);
      const { card } = await actor.executes(message, 'compose.preview', { ...formOf('scale', 1) }, { unchecked: true });
      assert.equal(titleOf(card), english.t('preview.title'));
      const content = await contentOf(broadcastIdOn(message));
      assert.deepEqual(content.questions, template.questions);
      assert.equal(content.template, template.id);
      const said = cardText(card);
      for (const { text } of template.questions) {
        assert.ok(said.includes(text.en) && said.includes(text.cy ?? text.en), text.en);
      }
    });
  }

  it('asks again for what to send when the template does not exist', async () => {
    const actor = run.teams.as(lead.id);
    await actor.says('broadcast');
    const message = actor.user.messages.at(-1);
    assert.ok(message !== undefined);
    for (const inputs of [{ kind: 'template:nothing' }, { kind: 7 }, { kind: 'update', itemId: 'a/b?c#d' }]) {
      const { card } = await actor.executes(message, 'compose.form', inputs, { unchecked: true });
      assert.equal(titleOf(card), english.t('composeStart.title'), JSON.stringify(inputs));
    }
  });
});
