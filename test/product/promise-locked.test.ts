import assert from 'node:assert/strict';
import { type PrivacyPromise, privacyPromises } from '../../src/broadcasts/broadcast.ts';
import { broadcastIdOn, cardText, compose } from './broadcasting.ts';
import { broadcast, english, install, messageAbout, presses, titleOf } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = [1, 2, 3].map((number) => madeUpPerson(number));

const form = {
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'free-text',
  'q1.text.en': 'Which?',
};

for (const privacy of privacyPromises) {
  describe(`the promise of a ${privacy} prompt`, () => {
    let run: ProductUnderTest;
    let id: string;

    before(async () => {
      run = await startProductUnderTest({ people: [lead, ...staff], config: { daysBetweenPrompts: 0 } });
      await install(run.teams);
      ({ id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', { ...form, privacy }));
    });

    after(() => run.close());

    const another: PrivacyPromise = privacy === 'named' ? 'anonymous' : 'named';
    const stored = async (of = id) => {
      const content = (await run.product.stores.broadcasts.get(of))?.value.content;
      assert.ok(content?.kind === 'prompt');
      return { privacy: content.privacy, questions: content.questions };
    };

    it('stands in one plain sentence on the preview, the card, the receipt and every card after it', async () => {
      const sentence = english.t(`promise.${privacy}.text`, { count: 10 });
      const person = run.teams.as(personId(1));
      const message = messageAbout(person, id);
      const cards = [
        message.card,
        (await person.executes(message, 'prompt.answer', { q1: 'This' })).card,
        (await person.executes(message, 'prompt.change')).card,
      ];
      const preview = await compose(run.teams, run.teams.as(lead.id), 'prompt', { ...form, privacy });
      for (const card of [...cards, preview.card]) assert.ok(cardText(card).includes(sentence), cardText(card));
    });

    it('can be changed until it is confirmed', async () => {
      const author = run.teams.as(lead.id);
      const message = await compose(run.teams, author, 'prompt', { ...form, privacy });
      await author.executes(message, 'compose.edit');
      await author.executes(message, 'compose.preview', { privacy: another });
      assert.equal((await stored(broadcastIdOn(message))).privacy, another);
    });

    for (const verb of [
      'compose.preview',
      'compose.add-question',
      'compose.remove-question',
      'compose.add-from-bank',
    ]) {
      it(`cannot be changed afterwards by what was filled in before, sent again: ${verb}`, async () => {
        const before = await stored();
        const data = {
          broadcastId: id,
          question: 1,
          bank: 'risk.appetite',
          ...form,
          'q1.text.en': 'Who?',
          privacy: another,
        };
        const card = await presses(run.teams, lead.id, verb, data);
        assert.equal(titleOf(card), english.t('error.BroadcastAlreadyConfirmed.title'));
        assert.deepEqual(await stored(), before);
      });
    }

    it('cannot be changed by a correction that brings another along', async () => {
      const before = await stored();
      const data = { broadcastId: id, ...form, 'title.en': 'Corrected', 'q1.text.en': 'Who?', privacy: another };
      await presses(run.teams, lead.id, 'broadcast.correct', data);
      assert.equal((await run.product.stores.broadcasts.get(id))?.value.content.title.en, 'Corrected');
      assert.deepEqual(await stored(), before);
    });

    it('cannot be changed along with the deadline', async () => {
      const before = await stored();
      const data = { broadcastId: id, date: '2099-01-05', time: '17:00', privacy: another, questions: [] };
      await presses(run.teams, lead.id, 'broadcast.extend', data);
      assert.deepEqual(await stored(), before);
    });
  });
}
