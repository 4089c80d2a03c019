import assert from 'node:assert/strict';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import type { FileComment, ResultsFile } from '../../src/files/results-file.ts';
import { resultsRows } from '../../src/files/results-rows.ts';
import { resultsSheets } from '../../src/files/results-sheets.ts';
import { listAreas } from '../../src/people/areas.ts';
import { everyKind, ofEverybody, ofTwoAreas } from './made-up-results.ts';

const texts = { words: createCardTexts().in('en'), areas: listAreas() };
const question = everyKind.questions.find(({ id }) => id === 'q6') ?? assert.fail('no written question');
const comment: FileComment = { question, comment: { id: 'c1', text: 'A comment' }, name: 'Somebody' };
const file: ResultsFile = { results: ofEverybody, comments: [comment] };
const named = { ...ofEverybody, prompt: { ...everyKind, privacy: 'named' } } as const;

describe('the rows of results as one table', () => {
  for (const [name, each] of Object.entries({ everybody: file, 'two areas': { ...file, results: ofTwoAreas } })) {
    it(`are the figures of the sheets for ${name}, one after another`, () => {
      const [headings = [], ...rows] = resultsRows(each, texts);
      const sheets = resultsSheets(each, texts).slice(1, -1);
      assert.deepEqual(
        headings.slice(0, -1),
        sheets[0]?.columns.map(({ heading }) => heading),
      );
      assert.deepEqual(
        rows.slice(2, -1).map((row) => row.slice(0, -1)),
        sheets.flatMap((sheet) => sheet.rows),
      );
    });
  }

  it('all have a cell for each heading', () => {
    for (const results of [ofEverybody, named]) {
      const rows = [...resultsRows({ ...file, results }, texts)];
      assert.deepEqual(new Set(rows.map(({ length }) => length)), new Set([rows[0]?.length]));
    }
  });

  it('start with those asked and those who got the questions', () => {
    const [headings = [], asked = [], reached = []] = resultsRows(file, texts);
    const people = headings.indexOf('People');
    assert.deepEqual([asked[0], asked[people]], ['People we wanted to ask', 100]);
    assert.deepEqual([reached[0], reached[people]], ['People who got the questions', 80]);
  });

  it('end with the comments, with names where they were promised', () => {
    const last = (results: ResultsFile['results']) => [...resultsRows({ ...file, results }, texts)].at(-1) ?? [];
    assert.deepEqual(last(ofEverybody).slice(-2), [undefined, 'A comment']);
    assert.deepEqual(last(named).slice(-2), ['Somebody', 'A comment']);
  });
});
