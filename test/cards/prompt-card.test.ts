import assert from 'node:assert/strict';
import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { type Question, questionKinds } from '../../src/broadcasts/question.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { promptCard } from '../../src/cards/prompt-card.ts';
import type { PromptView } from '../../src/cards/prompt-view.ts';
import { readInputs } from '../../src/responses/read-inputs.ts';
import type { Answers } from '../../src/responses/response.ts';
import { actionOf, actionsOf, inputOf, inputsOf, textOf } from './card-elements.ts';
import { broadcastId, deadline, juryBundles } from './example-contents.ts';

const words = createCardTexts().in('en');
const option = (id: string) => ({ id, text: { en: `Option ${id}`, cy: `Dewis ${id}` } });
const asked = (id: string) => ({ id, text: { en: `Question ${id}` }, required: true });

const questions: readonly Question[] = [
  { ...asked('q1'), kind: 'one-choice', options: [option('a'), option('b')] },
  { ...asked('q2'), kind: 'several-choices', options: [option('a'), option('b')] },
  { ...asked('q3'), kind: 'scale', lowest: { en: 'Not at all' }, highest: { en: 'Very' } },
  { ...asked('q4'), kind: 'rows', rows: [option('what'), option('when')] },
  { ...asked('q5'), kind: 'free-text', maxLength: 500 },
  { ...asked('q6'), kind: 'tagged-items', items: [option('tools'), option('cloud')] },
];

const answers: Answers = {
  q1: { kind: 'one-choice', option: 'b' },
  q2: { kind: 'several-choices', options: ['a', 'b'] },
  q3: { kind: 'scale', value: 4 },
  q4: { kind: 'rows', rows: { what: 'yes', when: 'no' } },
  q5: { kind: 'free-text', text: 'Because *I* say so.' },
  q6: { kind: 'tagged-items', tags: { cloud: 'both' } },
};

const content: PromptContent = {
  kind: 'prompt',
  title: { en: 'Title' },
  body: { en: 'Body' },
  privacy: 'confidential',
  questions: questions.slice(0, 3),
  deadline,
};
const view: PromptView = { broadcastId, content, from: 'the roadmap team', minutes: 2 };
const others: PromptView = { ...view, content: { ...content, questions: questions.slice(3) } };
const key = 'abcdefghijklmnopqrstuv';

describe('The prompt card', () => {
  const card = promptCard(view, words);
  const otherCard = promptCard(others, words);

  it('has an input for every question, row and item, by the names that answers are read by', () => {
    assert.deepEqual(new Set(questions.map(({ kind }) => kind)), new Set(questionKinds));
    assert.deepEqual(
      [card, otherCard].map((each) => inputsOf(each).map(({ id }) => id)),
      [
        ['q1', 'q2', 'q3'],
        ['q4.what', 'q4.when', 'q5', 'q6.tools', 'q6.cloud'],
      ],
    );
  });

  it('shows again what was answered, so that sending it unchanged gives the same answers', () => {
    const filled = [view, others].flatMap((each) => inputsOf(promptCard({ ...each, answers }, words)));
    const inputs = Object.fromEntries(filled.map(({ id, value }) => [String(id), value]));
    assert.deepEqual(readInputs(questions, inputs), { answers, problems: {} });
  });

  it('offers "No view" for an idea, which counts as no answer', () => {
    const [noView] = inputOf(otherCard, 'q6.tools').choices as readonly { title: string; value: string }[];
    assert.equal(noView?.title, 'No view');
    assert.deepEqual(readInputs(questions.slice(5), { 'q6.tools': noView?.value }).problems, { q6: 'missing' });
  });

  it('writes out the ends of a scale', () => {
    const choices = inputOf(card, 'q3').choices as readonly { title: string; value: string }[];
    assert.deepEqual(
      choices.map(({ title }) => title),
      ['1 – Not at all', '2', '3', '4', '5 – Very'],
    );
  });

  it('requires an answer in words, and only where one is required', () => {
    assert.equal(inputOf(otherCard, 'q5').label, 'Question q5 (required)');
    assert.equal(inputOf(otherCard, 'q4.when').label, 'Option when (required)');
    assert.match(textOf(otherCard), /Question q6 \(required\)/);
    const optional = questions.slice(3).map((question) => ({ ...question, required: false }));
    const relaxed = promptCard({ ...view, content: { ...content, questions: optional } }, words);
    assert.doesNotMatch(textOf(relaxed), /required/);
    assert.ok(inputsOf(relaxed).every((input) => !('isRequired' in input)));
  });

  it('says who asks, until when, how long it takes, what is promised and what not to write', () => {
    const text = textOf(card);
    assert.match(text, /From the roadmap team/);
    assert.match(text, /Answer by 5pm on Thursday 10 December 2026/);
    assert.match(text, /About 2 minutes/);
    assert.match(text, /nobody is shown it\. Answers are only shown for groups of 10 or more people/);
    assert.doesNotMatch(text, /Do not name people or cases/);
    assert.match(textOf(otherCard), /Question q5 \(required\)\nDo not name people or cases/);
    const named = promptCard({ ...view, content: { ...content, privacy: 'named' } }, words);
    assert.match(textOf(named), /see your name with your answers/);
    const anonymous = promptCard({ ...view, content: { ...content, privacy: 'anonymous' } }, words);
    assert.match(
      textOf(anonymous),
      /without your name or anything that leads back to you\. Nobody can see who said what/,
    );
    assert.match(textOf(anonymous), /nothing is shown about fewer than 10 people/);
  });

  it('puts each problem beside its question and, with its number, at the top', () => {
    const text = textOf(promptCard({ ...view, problems: { q3: 'Choose a number' } }, words));
    assert.match(text, /There is a problem\nQuestion 3: Choose a number/);
    assert.match(text, /Problem: Choose a number\nQuestion q3 \(required\)/);
  });

  it('says that answers are being changed only when they are', () => {
    const changing = /These are your answers so far/;
    assert.match(textOf(promptCard({ ...view, answers, changing: true }, words)), changing);
    assert.doesNotMatch(textOf(promptCard({ ...view, answers }, words)), changing);
  });

  it('sends the answers, and refreshes itself only when asked to', () => {
    assert.deepEqual(actionOf(card, 'prompt.answer').data, { broadcastId });
    assert.equal(card.refresh, undefined);
    const { refresh } = promptCard({ ...view, refresh: true }, words);
    assert.deepEqual(Object.keys(refresh ?? {}), ['action']);
    assert.match(JSON.stringify(refresh), /prompt\.show/);
  });

  it('does not refresh itself while it is filled in, which would take that away', () => {
    for (const begun of [{ answers }, { problems: { q1: 'No' } }, { doubts: { q5: ['email'] } }] as const) {
      assert.equal(promptCard({ ...view, refresh: true, ...begun }, words).refresh, undefined);
    }
  });

  it('carries its key in every button, where it has one', () => {
    const keyed = promptCard({ ...others, key, refresh: true }, words);
    const data = { broadcastId, key };
    assert.deepEqual(actionOf(keyed, 'prompt.answer').data, data);
    assert.deepEqual((keyed.refresh as { action: { data: unknown } }).action.data, data);
  });

  it('says beside the question what was found in a written answer, and lets it be sent as it is', () => {
    const kinds = ['case-number', 'email', 'phone', 'national-insurance', 'person-name'] as const;
    const doubtful = promptCard({ ...others, answers, doubts: { q5: kinds } }, words);
    const text = textOf(doubtful);
    assert.match(text, /Check your answer to question 2 before you send/);
    for (const kind of kinds) assert.ok(text.includes(words.t(`doubt.${kind}`)), kind);
    assert.equal(inputOf(doubtful, 'q5').value, 'Because *I* say so.');
    const sends = actionsOf(doubtful).filter(({ verb }) => verb === 'prompt.answer');
    assert.deepEqual(
      sends.map(({ data }) => data),
      [{ broadcastId }, { broadcastId, sure: true }],
    );
  });

  it('unfolds the roadmap item that it is about', () => {
    const text = JSON.stringify(promptCard({ ...view, item: juryBundles }, words));
    assert.match(text, /Action\.ShowCard/);
    assert.match(text, /We are early in our thinking/);
  });

  it('shows what a lead wrote as text, not as formatting', () => {
    const title = { en: '[Click](https://example.org)' };
    const { body } = promptCard({ ...view, content: { ...content, title } }, words);
    assert.match(JSON.stringify(body[0]), /\\\\\[Click\\\\\]\(https/);
  });
});
