import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '../../src/responses/response.ts';
import type { Actor } from '../simulator/actor.ts';
import type { Inputs } from '../simulator/card-inputs.ts';
import { cardText } from './broadcasting.ts';
import { broadcast, english, filledIn, install, messageAbout, titleOf, verbsOn, welsh } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['cymru-wales'], roadmapOwner: false } });
const staff = Array.from({ length: 9 }, (_, index) =>
  madeUpPerson(index + 1, { area: 'cymru-wales', role: 'digital' }),
);
const inWelsh = madeUpPerson(20, { area: 'cymru-wales', language: 'cy' });

const heading = { 'title.en': 'Case files', 'title.cy': 'Ffeiliau', 'body.en': 'Say.', 'body.cy': 'Dywedwch.' };

function question(number: number, kind: string, options: readonly [string, string] = ['', '']): Inputs {
  const fields = {
    kind,
    'text.en': `Question of ${kind}`,
    'text.cy': `Cwestiwn ${kind}`,
    'options.en': options[0],
    'options.cy': options[1],
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`q${number}.${name}`, value]));
}

const three: readonly [string, string] = ['First\nSecond\nThird', 'Cyntaf\nAil\nTrydydd'];

/** Two prompts that have all six kinds of question between them. */
const prompts: readonly {
  readonly form: Inputs;
  readonly inputs: Inputs;
  readonly answers: Answers;
  readonly lines: Readonly<Record<'en' | 'cy', readonly string[]>>;
  /** A change of one answer. */
  readonly other: Inputs;
  readonly otherAnswers: Answers;
}[] = [
  {
    form: {
      ...question(1, 'one-choice', three),
      ...question(2, 'several-choices', three),
      ...question(3, 'scale', ['Bad\nGood', 'Gwael\nDa']),
    },
    inputs: { q1: 'o2', q2: ['o3', 'o1'], q3: '5' },
    answers: {
      q1: { kind: 'one-choice', option: 'o2' },
      q2: { kind: 'several-choices', options: ['o1', 'o3'] },
      q3: { kind: 'scale', value: 5 },
    },
    lines: { en: ['Second', 'First', 'Third', 'Good'], cy: ['Ail', 'Cyntaf', 'Trydydd', 'Da'] },
    other: { q1: 'o1' },
    otherAnswers: { q1: { kind: 'one-choice', option: 'o1' } },
  },
  {
    form: { ...question(1, 'rows', three), ...question(2, 'tagged-items', three), ...question(3, 'free-text') },
    inputs: { 'q1.o1': 'yes', 'q1.o2': 'partly', 'q1.o3': 'no', 'q2.o2': 'both', q3: '  Ŵy *not* <b>bold</b> \n ' },
    answers: {
      q1: { kind: 'rows', rows: { o1: 'yes', o2: 'partly', o3: 'no' } },
      q2: { kind: 'tagged-items', tags: { o2: 'both' } },
      q3: { kind: 'free-text', text: 'Ŵy *not* <b>bold</b>' },
    },
    lines: {
      en: [`First: ${english.t('answer.yes')}`, `Second: ${english.t('answer.both')}`, 'Ŵy \\*not\\*'],
      cy: [`Cyntaf: ${welsh.t('answer.yes')}`, `Ail: ${welsh.t('answer.both')}`, 'Ŵy \\*not\\*'],
    },
    other: { q3: 'Something else' },
    otherAnswers: { q3: { kind: 'free-text', text: 'Something else' } },
  },
];

for (const { form, inputs, answers, lines, other, otherAnswers } of prompts) {
  const kinds = Object.values(answers).map(({ kind }) => kind);
  describe(`answering questions of the kinds ${kinds.join(', ')}`, () => {
    let run: ProductUnderTest;
    let id: string;

    before(async () => {
      run = await startProductUnderTest({ people: [lead, inWelsh, ...staff] });
      await install(run.teams);
      const own = { ...heading, ...form };
      ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', own, { unchecked: true }));
    });

    after(() => run.close());

    const actor = (number: number, client?: string) => run.teams.as(personId(number), client);
    const message = (of: Actor) => messageAbout(of, id);
    const stored = async (number: number) => (await run.product.stores.responses.get(id, personId(number)))?.value;
    const answer = (of: Actor, given: Inputs = inputs) => of.executes(message(of), 'prompt.answer', given);
    const receiptStored = (of: Actor) =>
      run.teams.settled(() => titleOf(message(of).card) === english.t('receipt.title'), { what: 'the stored receipt' });

    for (const [number, words] of [
      [1, english],
      [20, welsh],
    ] as const) {
      it(`stores the answer and shows it on a receipt, in ${words.language}`, async () => {
        const { card } = await answer(actor(number));
        assert.equal(titleOf(card), words.t('receipt.title'));
        const said = cardText(card);
        for (const line of lines[words.language]) assert.ok(said.includes(line), `${line} in ${said}`);
        const { answeredAt, ...response } = (await stored(number)) ?? {};
        assert.ok(said.includes(words.t('receipt.answeredAt', { moment: words.moment(answeredAt ?? '') })));
        assert.deepEqual(response, {
          broadcastId: id,
          respondentId: personId(number),
          answers,
          revision: 1,
          profile: { area: 'cymru-wales', role: number === 1 ? 'digital' : 'legal', language: words.language },
        });
      });
    }

    it('keeps the receipt after a reaction, and shows it on a second device', async () => {
      const [phone, laptop] = [actor(2, 'phone'), actor(2, 'laptop')];
      await answer(phone);
      await receiptStored(phone);
      await phone.reacts(message(phone));
      for (const client of [phone, laptop]) {
        assert.equal(titleOf(client.sees(message(client))?.card), english.t('receipt.title'));
      }
    });

    it('fills in what was answered when it is changed, and counts the change', async () => {
      await answer(actor(3));
      const before = await stored(3);
      const { card } = await actor(3).executes(message(actor(3)), 'prompt.change');
      assert.deepEqual(picked(filledIn(card)), picked(inputs));
      const changed = await answer(actor(3), other);
      assert.equal(titleOf(changed.card), english.t('receipt.title'));
      const after = await stored(3);
      assert.equal(after?.revision, 2);
      assert.notDeepEqual(after?.answers, before?.answers);
      assert.ok(
        cardText(changed.card).includes(
          english.t('receipt.changedAt', { moment: english.moment(after?.answeredAt ?? '') }),
        ),
      );
    });

    it('changes nothing when the same is sent again', async () => {
      await answer(actor(4));
      const before = await stored(4);
      await actor(4).executes(message(actor(4)), 'prompt.change');
      const { card } = await answer(actor(4), {});
      assert.equal(titleOf(card), english.t('receipt.title'));
      assert.deepEqual(await stored(4), before);
    });

    it('is one answer when the same action arrives several times at once', async () => {
      const clients = ['phone', 'laptop', 'tablet', 'web'].map((client) => actor(5, client));
      const results = await Promise.all(clients.map((client) => answer(client)));
      for (const { card } of results) assert.equal(titleOf(card), english.t('receipt.title'));
      assert.equal((await stored(5))?.revision, 1);
    });

    it('keeps one whole answer when two devices send different ones at once', async () => {
      const [phone, laptop] = [actor(6, 'phone'), actor(6, 'laptop')];
      await Promise.all([answer(phone), answer(laptop, { ...inputs, ...other })]);
      const response = await stored(6);
      assert.equal(response?.revision, 2);
      const whole = [answers, { ...answers, ...otherAnswers }];
      assert.ok(
        whole.some((each) => isDeepStrictEqual(each, response?.answers)),
        JSON.stringify(response?.answers),
      );
    });

    it('shows the questions to those who have not answered, and the receipt to those who have, when opened', async () => {
      assert.ok(verbsOn((await actor(7).opens(message(actor(7))))?.card).has('prompt.answer'));
      const [phone, laptop] = [actor(8, 'phone'), actor(8, 'laptop')];
      await answer(phone);
      await run.teams.settled(() => message(phone).versions.length > 1);
      assert.equal(titleOf(laptop.sees(message(laptop))?.card), english.t('receipt.title'));
    });

    it('says the same in the receipt as on the card: until when it can be changed, and the promise', async () => {
      const asked = cardText(message(actor(9)).card);
      const { card } = await answer(actor(9));
      const { content } = (await run.product.stores.broadcasts.get(id))?.value ?? {};
      assert.ok(content?.kind === 'prompt');
      const deadline = english.deadline(content.deadline);
      assert.ok(asked.includes(english.t('prompt.deadline', { deadline })));
      assert.ok(cardText(card).includes(english.t('receipt.changeUntil', { deadline })));
      for (const said of [asked, cardText(card)]) assert.ok(said.includes(english.t('promise.confidential.title')));
    });
  });
}

/** What inputs hold, with several choices in one order and the blanks around text left out. */
function picked(inputs: Inputs): Record<string, string> {
  const text = (value: unknown) => String(value).trim().split(',').sort().join(',');
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, text(value)]));
}
