import assert from 'node:assert/strict';
import { answerProblemText } from '../../src/cards/answer-problem-text.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { introduceCard } from '../../src/cards/introduce-card.ts';
import { minutesToAnswer } from '../../src/cards/minutes-to-answer.ts';
import { groupByOutcome, groupHeading } from '../../src/cards/outcome-groups.ts';
import { receiptCard } from '../../src/cards/receipt-card.ts';
import { listAreas } from '../../src/people/areas.ts';
import { actionOf, inputOf, inputsOf, textOf } from './card-elements.ts';
import { broadcastId, consultation, consultationAnswers, items, promptOf } from './example-contents.ts';

const words = createCardTexts().in('en');
const welsh = words.in('cy');
const areas = listAreas();

describe('The roadmap', () => {
  it('groups items by the quarter of their outcome, the undated last', () => {
    const groups = groupByOutcome(items).map(({ when, items: within }) => [groupHeading(when, words), within.length]);
    assert.deepEqual(groups, [
      ['Q3 2026/27: October to December 2026', 1],
      ['Q4 2026/27: January to March 2027', 2],
      ['Autumn 2027', 1],
      ['Date to be confirmed', 1],
    ]);
  });

  it('starts a financial year in April', () => {
    const [march, april] = [3, 4].map((month) => {
      const [item] = items;
      assert.ok(item);
      return groupByOutcome([
        { ...item, outcome: { ...item.outcome, when: { precision: 'month', year: 2027, month } } },
      ])[0];
    });
    assert.deepEqual(march?.when, { precision: 'quarter', year: 2026, quarter: 4 });
    assert.deepEqual(april?.when, { precision: 'quarter', year: 2027, quarter: 1 });
  });
});

describe('The introduction', () => {
  it('asks in both languages at once, the likelier one first', () => {
    const card = introduceCard({ areas }, welsh);
    assert.equal(inputOf(card, 'area').label, "Eich ardal neu'ch uned (gofynnol) / Your area or unit (required)");
    assert.deepEqual(
      inputsOf(card).map(({ id }) => id),
      ['area', 'language', 'role'],
    );
    const choices = inputOf(card, 'area').choices as readonly { title: string }[];
    assert.equal(choices[0]?.title, 'Cymru-Wales');
    assert.equal(choices[1]?.title, 'Dwyrain Canolbarth Lloegr / East Midlands');
  });
});

describe('The receipt', () => {
  it('says when, what was answered, and what can still be done', () => {
    const answered = { broadcastId, content: consultation, answers: consultationAnswers, revision: 1 };
    const card = receiptCard({ ...answered, answeredAt: '2026-07-01T16:05:00Z' }, words);
    const text = textOf(card);
    assert.match(text, /You answered at 5:05pm on Wednesday 1 July 2026\./);
    assert.match(text, /You can change your answers until 5pm on Thursday 10 December 2026\./);
    assert.match(text, /4 out of 5\n/);
    assert.match(text, /5 out of 5 – Very honest/);
    assert.match(text, /What we plan to do: Yes/);
    assert.match(text, /Upgrades for the Common Platform: Both/);
    assert.match(text, /Say what you will \\\*not\\\* do\.\n\n\\- and when \\\[you\\\] decide/);
    assert.match(text, /Not answered/);
    assert.deepEqual(actionOf(card, 'prompt.change').data, { broadcastId });
  });
});

describe('Words about answers', () => {
  it('estimate at least a minute, and more for more', () => {
    assert.equal(minutesToAnswer([]), 1);
    assert.equal(minutesToAnswer(consultation.questions), 2);
  });

  it('say what to do about an answer, by its kind of question', () => {
    const content = promptOf('consultation');
    assert.equal(answerProblemText(content, 'q1', 'missing', words), 'Choose a number from 1 to 5');
    assert.equal(answerProblemText(content, 'q3', 'too-long', words), 'Use no more than 1,000 characters');
    assert.equal(answerProblemText(content, 'q4', 'missing', words), 'Choose yes, partly or no');
    assert.match(answerProblemText(content, 'q4', 'unknown-option', words), /Choose one of the answers offered/);
    assert.ok(answerProblemText(content, 'q99', 'missing', welsh));
  });
});
