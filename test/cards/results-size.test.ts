import assert from 'node:assert/strict';
import { most } from '../../src/broadcasts/content-problems.ts';
import { type Question, questionKinds } from '../../src/broadcasts/question.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { commentsCard } from '../../src/cards/comments-card.ts';
import { resultsCard } from '../../src/cards/results-card.ts';
import { cellOf } from '../../src/insight/cells.ts';
import { countKeys, keysOf } from '../../src/insight/count-keys.ts';
import { figuresOfOne } from '../../src/insight/figures.ts';
import type { Results } from '../../src/insight/results.ts';
import { emptySnapshot } from '../../src/insight/snapshot.ts';
import type { GroupTally } from '../../src/insight/tally.ts';
import { tallyCell } from '../../src/insight/tally-cell.ts';
import { listAreas } from '../../src/people/areas.ts';
import { respondents } from '../../src/responses/response.ts';
import { broadcastId } from './example-contents.ts';
import { assertFits, largestAnswer, largestQuestion, longPrompt, text } from './largest-prompt.ts';

const words = createCardTexts().in('cy');
const areas = listAreas();
const answeredAt = '2026-12-01T09:00:00.000Z';

describe('The results of the largest prompt that a lead can write', () => {
  for (const kind of questionKinds) {
    const questions = Array.from({ length: most.questions }, (_, index) => largestQuestion(kind, index + 1));
    const content = longPrompt(questions);

    it(`fits into a card of results when it is of the kind ${kind}`, () => {
      const tally = tallyOf(questions);
      const groups = Array.from({ length: 6 }, (_, index) => ({ value: `Site ${index}`, tally }));
      const total = { shown: true, tally, by: [{ dimension: 'site', groups }] } as const;
      const page = { comments: Array.from({ length: 100 }, comment), next: '2' };
      const results: Results = {
        broadcastId,
        prompt: content,
        closed: true,
        asked: 7597,
        reached: 7000,
        figures: { movedAt: answeredAt, nextAt: answeredAt, final: false },
        everyArea: true,
        total,
        responseRate: 0.5,
        areas: areas.all.map(({ slug }) => ({ area: slug, group: total })),
        areasShown: 17,
        areasTooSmall: 0,
        comments: Object.fromEntries(questions.map(({ id }) => [id, page])),
        trend: [],
      };
      const names = { p: text(60).en };
      assertFits(resultsCard({ results, areas, names }, words));
      assertFits(resultsCard({ results, areas, names, by: 'site' }, words));
      const { comments } = page;
      assertFits(
        commentsCard({ broadcastId, prompt: content, question: 'q1', comments: comments.slice(0, 8), names }, words),
      );
    });
  }
});

function comment() {
  return { id: 'q1-1-AAAAAAAAAAAA', personId: 'p', text: text(1_000).en };
}

/** What 300 people answered who all gave the largest answers there are. */
function tallyOf(questions: readonly Question[]): GroupTally {
  const figures = questions.map((question) => {
    const keys = countKeys(question);
    const ofAll = figuresOfOne(keys, keysOf(largestAnswer(question))).map((number) => number * 300);
    return [question.id, { keys, cells: { [cellOf(undefined)]: ofAll } }] as const;
  });
  const people = { keys: [], cells: { [cellOf(undefined)]: [300] } };
  const snapshot = {
    ...emptySnapshot(broadcastId),
    figures: { ...Object.fromEntries(figures), [respondents]: people },
  };
  return tallyCell(snapshot, questions, cellOf(undefined)) ?? assert.fail('nothing is shown');
}
