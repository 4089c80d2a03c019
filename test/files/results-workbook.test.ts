import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import type { FileComment, ResultsFile } from '../../src/files/results-file.ts';
import { resultsSheets } from '../../src/files/results-sheets.ts';
import { workbook } from '../../src/files/workbook.ts';
import { listAreas } from '../../src/people/areas.ts';
import { everyKind, ofEverybody, ofTwoAreas } from './made-up-results.ts';

const texts = createCardTexts();
const areas = listAreas();
const dangerous = ['=1+1', '+44 20', '-1', '@SUM(A1)', '\t=1', '\r=1', '=cmd|"/c calc"!A0', ' =1', '_x003D_1+1'];

const question = everyKind.questions.find(({ id }) => id === 'q6') ?? assert.fail('no written question');
const commentOf = (text: string, index: number): FileComment => ({
  question,
  comment: { id: `c${index}`, text, area: 'wessex' },
  name: text,
});
const file: ResultsFile = { results: ofEverybody, comments: dangerous.map(commentOf) };

async function written(of: ResultsFile, language: 'en' | 'cy' = 'en') {
  const words = texts.in(language);
  const content = Buffer.from(await workbook(resultsSheets(of, { words, areas })));
  const parts = Object.fromEntries(Object.entries(unzipSync(content)).map(([path, part]) => [path, strFromU8(part)]));
  const sheets = await readXlsxFile(content, { trim: false });
  return { words, parts, sheets, named: (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [] };
}

describe('the workbook of results', () => {
  it('has a sheet for the summary, the questions, the groups, the earlier times and the comments', async () => {
    const { sheets } = await written(file);
    assert.deepEqual(
      sheets.map(({ sheet }) => sheet),
      ['Summary', 'Questions', 'By group', 'Over time', 'Comments'],
    );
    const without = await written({ ...file, results: ofTwoAreas });
    assert.ok(!without.sheets.some(({ sheet }) => sheet === 'Over time'));
  });

  it('has no formula and no text that stands for another, whatever people wrote', async () => {
    const { parts, named } = await written({
      ...file,
      results: { ...ofEverybody, prompt: { ...everyKind, privacy: 'named' } },
    });
    for (const [path, part] of Object.entries(parts)) assert.doesNotMatch(part, /<f[ >/]/, path);
    const [headings = [], ...rows] = named('Comments');
    assert.deepEqual(headings, ['Question number', 'Question', 'Area or unit', 'Name', 'Comment']);
    assert.deepEqual(
      rows.map(([, , , name, comment]) => [name, comment]),
      dangerous.map((text) => [text.replace('\r', '\n'), text.replace('\r', '\n')]),
    );
    const figures = named('Questions').flat();
    for (const text of ['=Which?', '@First', '-Second', '+What?']) assert.ok(figures.includes(text), text);
    assert.ok(named('By group').flat().includes('=Truro'));
  });

  it('can be read although somebody wrote what XML cannot hold', async () => {
    const { named } = await written({
      ...file,
      comments: ['a\u0000b\u000Bc\uD800d\uFFFFe', '😀 <&"\'>'].map(commentOf),
    });
    assert.deepEqual(
      named('Comments')
        .slice(1)
        .map((row) => row.at(-1)),
      ['abcde', '😀 <&"\'>'],
    );
  });

  it('names who commented in a named prompt only', async () => {
    const { named, parts } = await written({
      ...file,
      comments: [{ ...commentOf('A comment', 1), name: 'Somebody' }],
    });
    assert.deepEqual(named('Comments')[0], ['Question number', 'Question', 'Area or unit', 'Comment']);
    assert.doesNotMatch(JSON.stringify(parts), /Somebody/);
  });

  it('has its figures as numbers', async () => {
    const { named } = await written(file);
    const [headings = [], ...rows] = named('Questions');
    const column = (heading: string) => headings.indexOf(heading);
    const scale = rows.filter((row) => row[column('Question')] === 'How good?');
    assert.deepEqual(
      scale.map((row) => [row[column('Answer')], row[column('People')], row[column('Share')]]),
      [
        [null, null, null],
        ['1 – Bad', 0, 0],
        ['2', 30, 0.5],
        ['3', 0, 0],
        ['4', 30, 0.5],
        ['5 – Good', 0, 0],
      ],
    );
    assert.equal(scale[0]?.[column('Average')], 3);
    assert.equal(scale[0]?.[column('Spread (standard deviation)')], 1);
    const net = rows.map((row) => row[column('Exciting less a problem')]).filter((value) => value !== null);
    assert.deepEqual(net, [-30, 30]);
  });

  it('sums up who was asked and what is not in it', async () => {
    const { named } = await written(file);
    const summary = Object.fromEntries(named('Summary').map(([name, value]) => [String(name), value]));
    assert.equal(summary.Marking, 'CPS Roadmap · OFFICIAL');
    assert.equal(summary['People we wanted to ask'], 100);
    assert.equal(summary['People who got the questions'], 80);
    assert.equal(summary['People who answered'], 60);
    assert.equal(summary['Share of those who got them'], '75%');
    assert.equal(summary.Areas, '3 areas asked, 2 shown, 1 too small to show.');
    assert.match(String(summary['Please note']), /fewer than 10 people/);
  });

  it('tells a lead who is not shown the total nothing of it', async () => {
    const { sheets, named } = await written({ results: ofTwoAreas, comments: [] });
    const summary = named('Summary').map(([name]) => name);
    assert.ok(!summary.includes('People who answered') && !summary.includes('Share of those who got them'));
    const areasNamed = new Set(
      named('Questions')
        .slice(1)
        .map(([, area]) => area),
    );
    assert.deepEqual(areasNamed, new Set(['Wessex']));
    assert.ok(!JSON.stringify(sheets).includes('North East'));
  });

  it('is in the language of the reader', async () => {
    const { sheets, named } = await written(file, 'cy');
    assert.deepEqual(
      sheets.map(({ sheet }) => sheet),
      ['Crynodeb', 'Cwestiynau', 'Fesul grŵp', 'Dros amser', 'Sylwadau'],
    );
    assert.ok(named('Cwestiynau').flat().includes('@First (cy)'));
    assert.ok(named('Fesul grŵp').flat().includes('Cymraeg'));
  });
});
