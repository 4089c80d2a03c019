import assert from 'node:assert/strict';
import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { promptCard } from '../../src/cards/prompt-card.ts';
import { asksStepByStep } from '../../src/cards/prompt-steps.ts';
import type { PromptView } from '../../src/cards/prompt-view.ts';
import { reminderCard } from '../../src/cards/reminder-card.ts';
import { readInputs } from '../../src/responses/read-inputs.ts';
import { actionOf, actionsOf, inputOf, inputsOf, partsOf, textOf } from './card-elements.ts';
import { broadcastId, consultation, consultationAnswers, hybridWorking, juryBundles } from './example-contents.ts';

const words = createCardTexts().in('en');
const key = 'abcdefghijklmnopqrstuv';
const content: PromptContent = { ...consultation, privacy: 'anonymous' };
const view: PromptView = { broadcastId, key, content, from: 'the roadmap team', minutes: 2, refresh: true };
const last = content.questions.length;
const verbs = (card: ReturnType<typeof promptCard>) => actionsOf(card).map(({ verb }) => verb);

describe('A prompt with more than three questions', () => {
  it('is asked step by step, one with fewer is not', () => {
    assert.equal(asksStepByStep(content.questions), true);
    assert.equal(asksStepByStep(hybridWorking.questions), false);
  });

  it('begins with what it is about, the deadline, the promise and the first question', () => {
    const card = promptCard({ ...view, item: juryBundles }, words);
    const text = textOf(card);
    for (const line of [
      /sets out what we plan to change/,
      /Answer by 5pm on/,
      /Anonymous/,
      /Question 1 of 6/,
      /0 of 6 done/,
    ]) {
      assert.match(text, line);
    }
    assert.deepEqual(
      inputsOf(card).map(({ id }) => id),
      ['q1'],
    );
    assert.deepEqual(actionOf(card, 'prompt.step').data, { broadcastId, key, from: 1, to: 2 });
    assert.ok(!verbs(card).includes('prompt.answer'));
    assert.match(JSON.stringify(card.refresh), /prompt\.show/);
  });

  it('shows on every later step how far it is, the promise and the deadline, and leads on and back', () => {
    for (let step = 2; step <= last; step += 1) {
      const card = promptCard({ ...view, answers: consultationAnswers, step }, words);
      const text = textOf(card);
      assert.match(text, new RegExp(`Question ${step} of 6[\\s\\S]*${step - 1} of 6 done`));
      assert.match(text, /nothing is shown about fewer than 10 people/);
      assert.match(text, /Answer by 5pm on/);
      const bar = partsOf(card).find(({ type }) => type === 'ProgressBar');
      assert.deepEqual([bar?.value, bar?.max], [step - 1, last]);
      const moves = actionsOf(card).map(({ verb, data }) => [verb, { ...(data as object), given: undefined }]);
      const carried = { broadcastId, key, given: undefined };
      assert.deepEqual(moves, [
        step === last
          ? ['prompt.answer', { ...carried, step }]
          : ['prompt.step', { ...carried, from: step, to: step + 1 }],
        ['prompt.step', { ...carried, from: step, to: step - 1 }],
      ]);
      assert.equal(card.refresh, undefined, 'a refresh would begin again');
    }
  });

  it('keeps all that was answered in the data of each button and the inputs of the card together', () => {
    for (let step = 1; step <= last; step += 1) {
      const card = promptCard({ ...view, answers: consultationAnswers, step }, words);
      const inputs = Object.fromEntries(inputsOf(card).map(({ id, value }) => [String(id), value]));
      for (const { verb, data } of actionsOf(card)) {
        if (verb === undefined) continue;
        const { given } = data as { given: Readonly<Record<string, string>> };
        assert.deepEqual(readInputs(content.questions, { ...given, ...inputs }).answers, consultationAnswers);
      }
    }
  });

  it('requires nothing before it lets go back, and says so where an answer is missing', () => {
    const card = promptCard({ ...view, step: 2, problems: { q2: 'Choose a number' } }, words);
    assert.ok(inputsOf(card).every(({ isRequired }) => isRequired !== true));
    assert.match(String(inputOf(card, 'q2').label), /\(required\)/);
    assert.match(textOf(card), /There is a problem\nQuestion 2: Choose a number/);
    assert.match(textOf(card), /Problem: Choose a number/);
  });

  it('asks about a doubtful text on its own step, and carries what was kept as it is', () => {
    const doubts = { q3: ['case-number'] } as const;
    const doubtful = promptCard({ ...view, answers: consultationAnswers, step: 3, doubts, accepted: ['q6'] }, words);
    assert.match(textOf(doubtful), /It seems to contain a case number/);
    const data = actionsOf(doubtful).map((action) => ({ ...(action.data as object), given: undefined }));
    const next = { broadcastId, key, given: undefined, accepted: ['q6'], from: 3, to: 4 };
    assert.deepEqual(data, [next, { ...next, sure: true }]);
  });

  it('is reminded of with its first step', () => {
    const card = reminderCard(view, words);
    assert.match(textOf(card), /A reminder: you can still answer/);
    assert.ok(verbs(card).includes('prompt.step'));
  });

  it('has no step beyond its questions', () => {
    for (const step of [0, 7]) assert.throws(() => promptCard({ ...view, step }, words), RangeError);
  });
});
