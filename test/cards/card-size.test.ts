import assert from 'node:assert/strict';
import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { longest, most } from '../../src/broadcasts/content-problems.ts';
import { type Question, questionKinds } from '../../src/broadcasts/question.ts';
import { listBank } from '../../src/broadcasts/question-bank.ts';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import { cardBytes, firstThatFit } from '../../src/cards/card-size.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { composeFormCard } from '../../src/cards/compose-form-card.ts';
import { myAnswersCard } from '../../src/cards/my-answers-card.ts';
import { previewCard } from '../../src/cards/preview-card.ts';
import { promptCard } from '../../src/cards/prompt-card.ts';
import { receiptCard } from '../../src/cards/receipt-card.ts';
import { languages } from '../../src/language/texts.ts';
import { listAreas } from '../../src/people/areas.ts';
import type { Answers } from '../../src/responses/response.ts';
import { textDoubtKinds } from '../../src/responses/text-doubts.ts';
import { inputsOf, textOf } from './card-elements.ts';
import { broadcastId, juryBundles } from './example-contents.ts';
import { assertFits, largestAnswer, largestQuestion, longPrompt, options, text } from './largest-prompt.ts';

const words = createCardTexts().in('cy');
const areas = listAreas();
const answeredAt = '2026-12-01T09:00:00.000Z';
const schedule = { startAt: '2026-12-01T10:00:00Z', hours: 'permitted', latestBy: '2026-12-03T10:00:00Z' } as const;
const planned = { schedule, startsNow: false, promptedLately: 9, mayBeUrgent: true };
const from = { en: text(100).en, cy: text(100).cy };

describe('The largest prompt that a lead can write', () => {
  for (const kind of questionKinds) {
    const questions = Array.from({ length: most.questions }, (_, index) => largestQuestion(kind, index + 1));
    const content = longPrompt(questions);
    const answers: Answers = Object.fromEntries(questions.map((question) => [question.id, largestAnswer(question)]));
    const prompt = { broadcastId, content, item: juryBundles, minutes: 5, answers };

    it(`fits into a card when it asks questions of the kind ${kind}`, () => {
      const problems = Object.fromEntries(questions.map(({ id }) => [id, text(200).en]));
      const few = longPrompt(questions.slice(0, 3));
      assertFits(promptCard({ ...prompt, content: few, from: from.en, problems }, words));
      for (let step = 1; step <= questions.length; step += 1) {
        assertFits(promptCard({ ...prompt, from: from.en, problems: { [`q${step}`]: text(200).en }, step }, words));
      }
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
  }
});

/** What some clients take of one card, in bytes of UTF-8: more than Teams documents for bots, and less than it does. */
const cautious = 28 * 1024;

describe('Ten written answers of 1,000 characters', () => {
  const asked = { ...largestQuestion('free-text', 1), maxLength: 1_000 };
  const questions = Array.from({ length: most.questions }, (_, index) => ({ ...asked, id: `q${index + 1}` }));
  const answers: Answers = Object.fromEntries(
    questions.map(({ id }) => [id, { kind: 'free-text', text: 'w'.repeat(1_000) }]),
  );
  const accepted = questions.map(({ id }) => id);
  const view = { broadcastId, key: 'k'.repeat(22), content: longPrompt(questions), minutes: 5, answers, accepted };

  for (const language of languages) {
    it(`fit into the card of every step, also where the person is asked about one, in ${language}`, () => {
      for (let step = 1; step <= questions.length; step += 1) {
        for (const doubts of [{}, { [`q${step}`]: textDoubtKinds }]) {
          const card = promptCard({ ...view, from: from.en, step, doubts }, words.in(language));
          const bytes = Buffer.byteLength(JSON.stringify(card));
          assert.ok(bytes < cautious, `${bytes} bytes at step ${step}`);
        }
      }
    });
  }
});

describe('The form for ten questions', () => {
  for (const language of languages) {
    it(`fits into a card, whichever is open, in ${language}`, () => {
      const plain = (length: number) => ({ en: 'e'.repeat(length), cy: 'w'.repeat(length) });
      const chosen = options.map(({ id }) => ({ id, text: plain(longest.option) }));
      const written = { title: plain(longest.title), body: plain(longest.body) };
      for (let count = 1; count <= most.questions; count += 1) {
        const questions = Array.from(
          { length: count },
          (_, index): Question => ({
            id: `q${index + 1}`,
            kind: 'one-choice',
            text: plain(longest.question),
            required: true,
            options: chosen,
          }),
        );
        const bytes = Buffer.byteLength(
          JSON.stringify(formOf({ ...longPrompt(questions), ...written }, words.in(language))),
        );
        assert.ok(bytes < cautious, `${bytes} bytes with ${count} questions`);
      }
    });
  }
});

describe('Every template', () => {
  for (const { id, title, body, questions } of listTemplates()) {
    it(`fits into a card, and into a preview in both languages: ${id}`, () => {
      const prompt = { broadcastId, content: { ...longPrompt(questions), title, body, template: id }, minutes: 5 };
      assertFits(promptCard({ ...prompt, from: from.en }, words));
      const preview = previewCard({ ...prompt, ...planned, from, people: 1, reachable: 1, version: 'v' }, words);
      assertFits(preview);
      const staffInputs = inputsOf(preview).filter(({ id }) => String(id).startsWith('preview-'));
      assert.equal(staffInputs.length % 2, 0);
    });
  }
});

describe('The preview of a prompt that is too long to show at all with its inputs', () => {
  it('shows its questions as text', () => {
    const questions = Array.from({ length: most.questions }, (_, index) => largestQuestion('rows', index + 1));
    const shown = { ...planned, broadcastId, content: longPrompt(questions), minutes: 5, from };
    const card = previewCard({ ...shown, people: 1, reachable: 1, version: 'v' }, words);
    assertFits(card);
    assert.deepEqual(
      inputsOf(card).filter(({ id }) => String(id).startsWith('preview-')),
      [],
    );
    assert.ok(textOf(card).includes(text(longest.question).cy));
  });
});

describe('The preview of a prompt that is too long to show twice', () => {
  it('shows it in the language of the author, and says so', () => {
    const questions = Array.from({ length: 5 }, (_, index) => largestQuestion('rows', index + 1));
    const view = {
      ...planned,
      broadcastId,
      content: longPrompt(questions),
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

function formOf(content: PromptContent, inWords = words): AdaptiveCard {
  const audience = { areas: areas.all.map(({ slug }) => slug) };
  const offered = { areas: areas.all, mayAll: true, welshRequired: true, ownQuestions: true, bank: listBank() };
  return composeFormCard({ broadcastId, content, audience, ...offered }, inWords);
}
