import assert from 'node:assert/strict';
import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { longest, most } from '../../src/broadcasts/content-problems.ts';
import { type Question, type QuestionKind, questionKinds } from '../../src/broadcasts/question.ts';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import { cardBytes, firstThatFit, largestCard } from '../../src/cards/card-size.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { composeFormCard, ownQuestionLimit } from '../../src/cards/compose-form-card.ts';
import { myAnswersCard } from '../../src/cards/my-answers-card.ts';
import { previewCard } from '../../src/cards/preview-card.ts';
import { promptCard } from '../../src/cards/prompt-card.ts';
import { receiptCard } from '../../src/cards/receipt-card.ts';
import { resultsCard } from '../../src/cards/results-card.ts';
import { tallyResponses } from '../../src/insight/tally-responses.ts';
import { listAreas } from '../../src/people/areas.ts';
import type { Answers, AnswerValue } from '../../src/responses/response.ts';
import { inputsOf, textOf } from './card-elements.ts';
import { broadcastId, deadline, juryBundles } from './example-contents.ts';

const words = createCardTexts().in('cy');
const areas = listAreas();
const answeredAt = '2026-12-01T09:00:00.000Z';
const text = (length: number) => ({ en: 'e'.repeat(length), cy: 'ŵ'.repeat(length) });
const options = Array.from({ length: most.options }, (_, index) => ({
  id: `o${index + 1}`,
  text: text(longest.option),
}));
const schedule = { startAt: '2026-12-01T10:00:00Z', hours: 'permitted', latestBy: '2026-12-03T10:00:00Z' } as const;
const planned = { schedule, startsNow: false, promptedLately: 9, mayBeUrgent: true };
const from = { en: text(100).en, cy: text(100).cy };

describe('The largest prompt that a lead can write', () => {
  for (const kind of questionKinds) {
    const questions = Array.from({ length: ownQuestionLimit }, (_, index) => largestQuestion(kind, index + 1));
    const content = promptOf(questions);
    const answers: Answers = Object.fromEntries(questions.map((question) => [question.id, largestAnswer(question)]));
    const prompt = { broadcastId, content, item: juryBundles, minutes: 5, answers };

    it(`fits into a card when it asks questions of the kind ${kind}`, () => {
      const problems = Object.fromEntries(questions.map(({ id }) => [id, text(200).en]));
      assertFits(promptCard({ ...prompt, from: from.en, problems }, words));
      assertFits(receiptCard({ broadcastId, content, answers, answeredAt, revision: 2 }, words));
      assertFits(previewCard({ ...prompt, ...planned, from, people: 9999, reachable: 1, version: 'v' }, words));
      assertFits(formOf(content));
    });

    it(`fits into the list of a person's answers, as one of many, when it is of the kind ${kind}`, () => {
      const card = myAnswersCard(
        { answers: Array(40).fill({ broadcastId, content, answers, answeredAt, open: true }) },
        words,
      );
      assertFits(card);
      assert.match(textOf(card), /Mae \d+ arall/);
    });

    it(`fits into a card of results when it is of the kind ${kind}`, () => {
      const person = {
        broadcastId,
        personId: 'p',
        answers,
        revision: 1,
        area: 'wessex',
        language: 'en',
        answeredAt,
      } as const;
      const total = { shown: true, tally: tallyResponses(questions, Array(300).fill(person)) } as const;
      const byArea = areas.all.map(({ slug }) => ({ area: slug, group: total }));
      const counts = { asked: 7597, reached: 7000, areasShown: 17, areasTooSmall: 0 };
      const results = { broadcastId, prompt: content, closed: true, everyArea: true, total, areas: byArea, ...counts };
      assertFits(resultsCard({ results, areas, names: { p: text(60).en } }, words));
    });
  }
});

describe('Every template', () => {
  for (const { id, title, body, questions } of listTemplates()) {
    it(`fits into a card, and into a preview in both languages: ${id}`, () => {
      const prompt = { broadcastId, content: { ...promptOf(questions), title, body, template: id }, minutes: 5 };
      assertFits(promptCard({ ...prompt, from: from.en }, words));
      const preview = previewCard({ ...prompt, ...planned, from, people: 1, reachable: 1, version: 'v' }, words);
      assertFits(preview);
      const staffInputs = inputsOf(preview).filter(({ id }) => String(id).startsWith('preview-'));
      assert.equal(staffInputs.length % 2, 0);
    });
  }
});

describe('The preview of a prompt that is too long to show twice', () => {
  it('shows it in the language of the author, and says so', () => {
    const questions = Array.from({ length: 5 }, (_, index) => largestQuestion('rows', index + 1));
    const view = {
      ...planned,
      broadcastId,
      content: promptOf(questions),
      minutes: 5,
      from,
      people: 1,
      reachable: 1,
      version: 'v',
    };
    const card = previewCard(view, words);
    assert.match(textOf(card), /yn rhy hir i ddangos y ddwy iaith/);
    const ids = inputsOf(card).map(({ id }) => String(id));
    assert.ok(ids.some((id) => id.startsWith('preview-cy.')));
    assert.ok(ids.every((id) => !id.startsWith('preview-en.')));
  });
});

describe('firstThatFit', () => {
  const element = { type: 'TextBlock', text: 'x' };

  it('keeps the first elements, and at least one', () => {
    assert.deepEqual(firstThatFit([element, element, element], cardBytes(element) * 2), [element, element]);
    assert.deepEqual(firstThatFit([element, element], 1), [element]);
    assert.deepEqual(firstThatFit([], 1), []);
  });
});

function assertFits(card: AdaptiveCard): void {
  assert.ok(cardBytes(card) < largestCard, `${Math.round(cardBytes(card) / 1024)} KB`);
}

function promptOf(questions: readonly Question[]): PromptContent {
  const written = { title: text(longest.title), body: text(longest.body) };
  return { kind: 'prompt', ...written, privacy: 'confidential', questions, deadline };
}

function formOf(content: PromptContent): AdaptiveCard {
  const audience = { areas: areas.all.map(({ slug }) => slug) };
  const offered = { areas: areas.all, mayAll: true, welshRequired: true, ownQuestions: true };
  return composeFormCard({ broadcastId, content, audience, ...offered }, words);
}

function largestQuestion(kind: QuestionKind, number: number): Question {
  const asked = { id: `q${number}`, text: text(longest.question), required: true };
  switch (kind) {
    case 'one-choice':
    case 'several-choices':
      return { ...asked, kind, options };
    case 'scale':
      return { ...asked, kind, lowest: text(longest.option), highest: text(longest.option) };
    case 'rows':
      return { ...asked, kind, rows: options };
    case 'tagged-items':
      return { ...asked, kind, items: options };
    case 'free-text':
      return { ...asked, kind, maxLength: 2000 };
  }
}

function largestAnswer({ kind }: Question): AnswerValue {
  const forEach = <T>(value: T) => Object.fromEntries(options.map(({ id }) => [id, value]));
  switch (kind) {
    case 'one-choice':
      return { kind, option: 'o1' };
    case 'several-choices':
      return { kind, options: options.map(({ id }) => id) };
    case 'scale':
      return { kind, value: 5 };
    case 'rows':
      return { kind, rows: forEach('partly' as const) };
    case 'tagged-items':
      return { kind, tags: forEach('both' as const) };
    case 'free-text':
      return { kind, text: 'w'.repeat(2000) };
  }
}
