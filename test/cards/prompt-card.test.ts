import assert from 'node:assert/strict';
import { type Question, questionKinds } from '../../src/broadcasts/question.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { promptCard } from '../../src/cards/prompt-card.ts';
import type { PromptView } from '../../src/cards/prompt-view.ts';
import { readInputs } from '../../src/responses/read-inputs.ts';
import type { Answers } from '../../src/responses/response.ts';
import { actionOf, inputOf, inputsOf, textOf } from './card-elements.ts';
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

const view: PromptView = {
  broadcastId,
  content: {
    kind: 'prompt',
    title: { en: 'Title' },
    body: { en: 'Body' },
    privacy: 'confidential',
    questions,
    deadline,
  },
  from: 'the roadmap team',
  minutes: 2,
};

describe('The prompt card', () => {
  const card = promptCard(view, words);

  it('has an input for every question, row and item, by the names that answers are read by', () => {
    assert.deepEqual(new Set(questions.map(({ kind }) => kind)), new Set(questionKinds));
    assert.deepEqual(
      inputsOf(card).map(({ id }) => id),
      ['q1', 'q2', 'q3', 'q4.what', 'q4.when', 'q5', 'q6.tools', 'q6.cloud'],
    );
  });

  it('shows again what was answered, so that sending it unchanged gives the same answers', () => {
    const filled = inputsOf(promptCard({ ...view, answers }, words));
    const inputs = Object.fromEntries(filled.map(({ id, value }) => [String(id), value]));
    assert.deepEqual(readInputs(questions, inputs), { answers, problems: {} });
  });

  it('offers "No view" for an idea, which counts as no answer', () => {
    const [noView] = inputOf(card, 'q6.tools').choices as readonly { title: string; value: string }[];
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
    assert.equal(inputOf(card, 'q5').label, 'Question q5 (required)');
    assert.equal(inputOf(card, 'q4.when').label, 'Option when (required)');
    assert.match(textOf(card), /Question q6 \(required\)/);
    const optional = questions.map((question) => ({ ...question, required: false }));
    const relaxed = promptCard({ ...view, content: { ...view.content, questions: optional } }, words);
    assert.doesNotMatch(textOf(relaxed), /required/);
    assert.ok(inputsOf(relaxed).every((input) => !('isRequired' in input)));
  });

  it('says who asks, until when, how long it takes, what is promised and what not to write', () => {
    const text = textOf(card);
    assert.match(text, /From the roadmap team/);
    assert.match(text, /Answer by 5pm on Thursday 10 December 2026/);
    assert.match(text, /About 2 minutes/);
    assert.match(text, /nobody is shown it\. Answers are only shown for groups of 10 or more people/);
    assert.match(text, /Do not name people or cases/);
    const named = promptCard({ ...view, content: { ...view.content, privacy: 'named' } }, words);
    assert.match(textOf(named), /see your name with your answers/);
  });

  it('puts each problem beside its question and, with its number, at the top', () => {
    const text = textOf(promptCard({ ...view, problems: { q3: 'Choose a number' } }, words));
    assert.match(text, /There is a problem\nQuestion 3: Choose a number/);
    assert.match(text, /Problem: Choose a number\nQuestion q3 \(required\)/);
  });

  it('says that answers are being changed only when they are', () => {
    const changing = /These are your answers so far/;
    assert.match(textOf(promptCard({ ...view, answers }, words)), changing);
    assert.doesNotMatch(textOf(promptCard({ ...view, answers: {} }, words)), changing);
    assert.doesNotMatch(textOf(promptCard({ ...view, answers, problems: { q1: 'No' } }, words)), changing);
  });

  it('sends the answers, and refreshes itself only when asked to', () => {
    assert.deepEqual(actionOf(card, 'prompt.answer').data, { broadcastId });
    assert.equal(card.refresh, undefined);
    const { refresh } = promptCard({ ...view, refresh: true }, words);
    assert.deepEqual(Object.keys(refresh ?? {}), ['action']);
    assert.match(JSON.stringify(refresh), /prompt\.show/);
  });

  it('unfolds the roadmap item that it is about', () => {
    const text = JSON.stringify(promptCard({ ...view, item: juryBundles }, words));
    assert.match(text, /Action\.ShowCard/);
    assert.match(text, /We are early in our thinking/);
  });

  it('shows what a lead wrote as text, not as formatting', () => {
    const title = { en: '[Click](https://example.org)' };
    const { body } = promptCard({ ...view, content: { ...view.content, title } }, words);
    assert.match(JSON.stringify(body[0]), /\\\\\[Click\\\\\]\(https/);
  });
});
