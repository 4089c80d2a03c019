import { most } from '../../src/broadcasts/content-problems.ts';
import { questionKinds } from '../../src/broadcasts/question.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { resultsCard } from '../../src/cards/results-card.ts';
import { tallyResponses } from '../../src/insight/tally-responses.ts';
import { listAreas } from '../../src/people/areas.ts';
import type { Answers } from '../../src/responses/response.ts';
import { broadcastId } from './example-contents.ts';
import { assertFits, largestAnswer, largestQuestion, longPrompt, text } from './largest-prompt.ts';

const words = createCardTexts().in('cy');
const areas = listAreas();
const answeredAt = '2026-12-01T09:00:00.000Z';

describe('The results of the largest prompt that a lead can write', () => {
  for (const kind of questionKinds) {
    const questions = Array.from({ length: most.questions }, (_, index) => largestQuestion(kind, index + 1));
    const content = longPrompt(questions);
    const answers: Answers = Object.fromEntries(questions.map((question) => [question.id, largestAnswer(question)]));

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
