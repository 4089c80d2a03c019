import assert from 'node:assert/strict';
import { listAreas } from '../../../src/people/areas.ts';
import { readDirectory } from '../../../src/people/directory/read-directory.ts';

const areas = listAreas();
const id = (number: number) => `0a0a0a0a-0000-4000-8000-${String(number).padStart(12, '0')}`;
const problemsOf = (text: string) =>
  readDirectory(text, areas).problems.map(({ line, problem }) => `${line} ${problem}`);

describe('reading a directory file', () => {
  it('understands headings and words in any order, in English and in Welsh', () => {
    const { rows, problems } = readDirectory(
      `Area,Display name,Object ID,Office,Role,Language\nLondon north, Ann  Lee ,${id(1).toUpperCase()},Croydon,Operational Delivery,Welsh\n`,
      areas,
    );
    assert.deepEqual(problems, []);
    const person = { id: id(1), area: 'london-north', name: 'Ann Lee', site: 'Croydon' };
    assert.deepEqual(rows, [{ line: 2, ...person, role: 'operational-delivery', language: 'cy' }]);
    const welsh = readDirectory(`id,ardal,enw,safle,rôl,iaith\n${id(2)},Cymru,Siân,,legal,Cymraeg\n`, areas);
    assert.deepEqual(welsh.problems, []);
    assert.deepEqual(welsh.rows, [
      { line: 2, id: id(2), area: 'cymru-wales', name: 'Siân', role: 'legal', language: 'cy' },
    ]);
  });

  it('says nothing of what is left empty', () => {
    const { rows } = readDirectory(`id,area,name,site,role,language\n${id(1)},wessex,,,,\n`, areas);
    assert.deepEqual(rows, [{ line: 2, id: id(1), area: 'wessex' }]);
  });

  it('says everything that is wrong with each row, and takes the others', () => {
    const file = [
      'id,area,role,language,name,site',
      `,Wessex,,,,`,
      `not-an-id,Atlantis,judge,French,${'n'.repeat(201)},${'s'.repeat(201)}`,
      `${id(1)},,,,,`,
      `${id(2)},Wessex,,,,`,
      `${id(2)},Wessex,,,,`,
      `${id(3)},Wessex,,`,
      `${id(4)},Wessex,,,,`,
    ].join('\n');
    const { rows } = readDirectory(file, areas);
    assert.deepEqual(
      rows.map(({ line }) => line),
      [5, 8],
    );
    assert.deepEqual(problemsOf(file), [
      '2 id-missing',
      '3 id-wrong',
      '3 area-unknown',
      '3 role-unknown',
      '3 language-unknown',
      '3 name-too-long',
      '3 site-too-long',
      '4 area-missing',
      '6 id-twice',
      '7 cells-wrong',
    ]);
  });

  const wholes: Readonly<Record<string, string>> = {
    '': '1 file-empty',
    'id,area\n': '1 file-empty',
    'id,area\n"x': '2 file-broken',
    'id,area\nS\uFFFDn,wessex\n': '1 file-not-utf8',
    'id,name\nx,y\n': '1 column-missing',
    'id,area,salary\nx,y,z\n': '1 column-unknown',
    'id,area,site,office\nx,y,z,z\n': '1 column-twice',
    'id;area\nx;y\n': '1 column-unknown',
  };
  for (const [text, problem] of Object.entries(wholes)) {
    it(`says of ${JSON.stringify(text)}: ${problem}`, () => assert.deepEqual(problemsOf(text), [problem]));
  }
});
