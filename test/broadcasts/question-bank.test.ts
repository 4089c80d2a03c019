import assert from 'node:assert/strict';
import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { findContentProblems } from '../../src/broadcasts/content-problems.ts';
import { offeredTexts, questionKinds, workingPlaces } from '../../src/broadcasts/question.ts';
import { listBank } from '../../src/broadcasts/question-bank.ts';
import { listAreas } from '../../src/people/areas.ts';

const bank = listBank();

describe('the question bank', () => {
  it('has questions of every kind on hybrid working, technology in use, the roadmap, risk and change', () => {
    assert.ok(bank.length >= 12, String(bank.length));
    assert.deepEqual(new Set(bank.map(({ question }) => question.kind)), new Set(questionKinds));
    assert.deepEqual(
      [...new Set(bank.map(({ heading }) => heading.en))],
      ['Hybrid working', 'Using technology', 'The roadmap', 'Risk', 'Change'],
    );
  });

  it('keeps the questions under one heading together, and tells all apart', () => {
    const headings = bank.map(({ heading }) => heading.en);
    assert.deepEqual(
      headings,
      [...new Set(headings)].flatMap((heading) => headings.filter((each) => each === heading)),
    );
    assert.equal(new Set(bank.map(({ id }) => id)).size, bank.length);
  });

  it('asks where people work in a way by which results can be told apart', () => {
    const asking = bank.flatMap(({ question }) =>
      question.kind === 'one-choice' && question.asks === 'working-place' ? [question] : [],
    );
    assert.deepEqual(
      asking.map(({ options }) => options.map(({ id }) => id)),
      [[...workingPlaces]],
    );
  });

  for (const { id, question } of bank) {
    it(`can be asked of everybody as it stands, and says something of its own in Welsh: ${id}`, () => {
      const prompt: PromptContent = {
        kind: 'prompt',
        title: { en: 'Title', cy: 'Teitl' },
        body: { en: 'Body', cy: 'Testun' },
        privacy: 'confidential',
        questions: [{ ...question, id: 'q1' }],
        deadline: { date: '2026-12-07', time: '17:00', zone: 'Europe/London' },
      };
      const now = new Date('2026-11-23T10:00:00Z');
      assert.deepEqual(findContentProblems(prompt, { areas: 'all' }, listAreas(), now), {});
      for (const { en, cy } of [question.text, ...offeredTexts(question)]) {
        assert.notEqual(cy, en);
        assert.ok(en.split(/\s+/).length <= 25, en);
      }
    });
  }
});
