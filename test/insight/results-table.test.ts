import assert from 'node:assert/strict';
import { type Figure, resultsTable } from '../../src/insight/results-table.ts';
import { everyKind, ofEverybody, ofTwoAreas } from '../files/made-up-results.ts';

/** A figure without its question, which is named by its id. */
function brief({ question, part, ...figure }: Figure) {
  return { ...figure, ...(question && { of: question.id }), ...(part && { part: part.id }) };
}

const isOf = (id: string) => (figure: Figure) => figure.question?.id === id;
const group = {};

describe('the table of results', () => {
  const { largest, within, earlier } = resultsTable(ofEverybody);

  it('starts with how many answered at all, of those who got the questions', () => {
    assert.deepEqual(largest[0], { group, count: 60, share: 0.75 });
    assert.equal(largest.filter(({ question }) => question === undefined).length, 1);
  });

  const expected: Readonly<Record<string, readonly object[]>> = {
    q1: [{ answered: 60 }, { answer: 'a', count: 30, share: 0.5 }, { answer: 'b', count: 30, share: 0.5 }],
    q2: [{ answered: 60 }, { answer: 'a', count: 60, share: 1 }, { answer: 'b', count: 30, share: 0.5 }],
    q3: [
      { answered: 60, mean: 3, spread: 1 },
      { answer: '1', count: 0, share: 0 },
      { answer: '2', count: 30, share: 0.5 },
      { answer: '3', count: 0, share: 0 },
      { answer: '4', count: 30, share: 0.5 },
      { answer: '5', count: 0, share: 0 },
    ],
    q4: [
      { answered: 60 },
      { part: 'what', answered: 60 },
      { part: 'what', answer: 'yes', count: 30, share: 0.5 },
      { part: 'what', answer: 'partly', count: 0, share: 0 },
      { part: 'what', answer: 'no', count: 30, share: 0.5 },
      { part: 'when', answered: 0 },
    ],
    q5: [
      { answered: 30 },
      { part: 'x', answered: 30, net: -30 },
      { part: 'x', answer: 'exciting', count: 0, share: 0 },
      { part: 'x', answer: 'problematic', count: 30, share: 1 },
      { part: 'x', answer: 'both', count: 0, share: 0 },
      { part: 'y', answered: 30, net: 30 },
      { part: 'y', answer: 'exciting', count: 30, share: 1 },
      { part: 'y', answer: 'problematic', count: 0, share: 0 },
      { part: 'y', answer: 'both', count: 0, share: 0 },
    ],
    q6: [{ answered: 30 }],
    q7: [{ answered: 0 }],
  };
  for (const { id, kind } of everyKind.questions) {
    it(`has each figure of ${kind} ${id} in the line that it is of`, () => {
      assert.deepEqual(
        largest.filter(isOf(id)).map(brief),
        expected[id]?.map((figure) => ({ group, of: id, ...figure })),
      );
    });
  }

  it('tells apart areas, what is within everybody and what is within areas, and none that is too small', () => {
    const people = within.filter(({ question }) => question === undefined);
    assert.deepEqual(people, [
      { group: { area: 'wessex' }, count: 30 },
      { group: { area: 'north-east' }, count: 22 },
      { group: { by: { dimension: 'language', value: 'cy' } }, count: 20 },
      { group: { area: 'wessex', by: { dimension: 'site', value: '=Truro' } }, count: 12 },
    ]);
    assert.ok(![...largest, ...within].some((figure) => figure.group.area === 'north-west'));
  });

  it('has the earlier prompts of the series apart', () => {
    assert.deepEqual(earlier[0], { group: { closedAt: '2026-09-10T16:00:00Z' }, count: 40 });
  });

  it('has the areas of a lead who is not shown the total as the largest groups', () => {
    const ofLead = resultsTable(ofTwoAreas);
    assert.deepEqual(new Set(ofLead.largest.map((figure) => figure.group.area)), new Set(['wessex']));
    assert.deepEqual(new Set(ofLead.within.map((figure) => figure.group.by?.value)), new Set(['=Truro']));
    assert.deepEqual(ofLead.earlier, []);
  });
});
