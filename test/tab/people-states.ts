import { never, refusal } from './failing-answers.ts';
import type { PageState } from './page-state.ts';
import { bigCoverage, importReport, personDetail, somePeople } from './people-fixture.ts';
import { basics } from './who-and-where.ts';

const [leadPerson, , , plainPerson] = somePeople;
export const leadId = leadPerson?.id ?? '';
export const plainId = plainPerson?.id ?? '';

const failing = () => ({
  status: 500,
  json: { title: 'Unexpected', status: 500, code: 'Unexpected', correlationId: '0c9e' },
});

export const directoryFile = {
  name: 'staff.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('id,name,area\r\naaaaaaaa-0000-4000-8000-000000000900,Mair Evans,Cymru-Wales\r\n'),
};

export const badReport = importReport({
  rows: 2,
  added: 0,
  changed: 0,
  unchanged: 0,
  changes: [],
  missing: [],
  missingCount: 0,
  problemCount: 3,
  problems: [
    { line: 4, problem: 'area-unknown', text: 'There is no such area.' },
    { line: 4, problem: 'role-unknown', text: 'There is no such role.' },
    { line: 1_207, problem: 'id-twice', text: 'This id was in the file before.' },
  ],
});

/** Every state of the pages about people. */
export const peopleStates: readonly PageState[] = [
  {
    name: 'people-coverage',
    path: 'people',
    answers: { ...basics(), getCoverage: () => ({ json: bigCoverage() }) },
    reach: async (frame) => {
      await frame.locator('svg.fui-hbc__chart').nth(20).waitFor();
      await frame.getByText('The same as a table').first().click();
      await frame.getByRole('table', { name: 'By area' }).waitFor();
    },
  },
  {
    name: 'people-coverage-empty',
    path: 'people',
    answers: { ...basics(), getCoverage: () => ({ json: { people: 0, reachable: 0, areas: [] } }) },
    reach: (frame) => frame.getByRole('heading', { name: 'The directory is empty' }).waitFor(),
  },
  {
    name: 'people-coverage-loading',
    path: 'people',
    answers: { ...basics(), getCoverage: never },
    reach: (frame) => frame.getByLabel('Loading').waitFor(),
  },
  {
    name: 'people-coverage-error',
    path: 'people',
    answers: { ...basics(), getCoverage: () => refusal(409, 'ChangedMeanwhile', 'Something changed. Look again.') },
    reach: (frame) => frame.getByRole('button', { name: 'Try again' }).waitFor(),
  },
  {
    name: 'people-directory',
    path: 'people/directory',
    answers: { ...basics(), listPeople: () => ({ json: { people: somePeople.slice(0, 25), next: 'more' } }) },
    reach: (frame) => frame.getByRole('button', { name: 'Show more people' }).waitFor(),
  },
  {
    name: 'people-directory-none',
    path: 'people/directory',
    answers: { ...basics(), listPeople: () => ({ json: { people: [] } }) },
    reach: (frame) => frame.getByRole('heading', { name: 'Nobody found' }).waitFor(),
  },
  {
    name: 'people-leads',
    path: 'people/leads',
    answers: { ...basics(), listPeople: () => ({ json: { people: somePeople.slice(0, 2) } }) },
    reach: (frame) => frame.getByRole('table', { name: 'Leads by area' }).waitFor(),
  },
  {
    name: 'people-person',
    path: `people/directory/${leadId}`,
    answers: { ...basics(), getPerson: ({ params }) => ({ json: personDetail(params.personId ?? '') }) },
    reach: async (frame) => {
      await frame.getByRole('checkbox', { name: 'North West' }).check();
      await frame.getByRole('checkbox', { name: 'Roadmap owner' }).check();
    },
  },
  {
    name: 'people-person-read-only',
    path: `people/directory/${leadId}`,
    answers: {
      ...basics({
        may: { broadcast: true, broadcastToAll: true, editRoadmap: true, seePeople: true, changePeople: false },
      }),
      getPerson: ({ params }) => ({ json: personDetail(params.personId ?? '') }),
    },
    reach: (frame) => frame.getByText('Leads Wessex, South East.').waitFor(),
  },
  {
    name: 'people-person-dialog',
    path: `people/directory/${leadId}`,
    answers: {
      ...basics(),
      getPerson: ({ params }) => ({ json: personDetail(params.personId ?? '') }),
      changeDuties: failing,
    },
    reach: async (frame) => {
      await frame.getByRole('checkbox', { name: 'North West' }).check();
      await frame.getByRole('checkbox', { name: 'Wessex' }).uncheck();
      await frame.getByRole('button', { name: 'Save the duties' }).click();
      await frame.getByRole('alertdialog').getByRole('button', { name: 'Save the duties' }).click();
      await frame.getByRole('alertdialog').getByText('0c9e').waitFor();
    },
  },
  {
    name: 'people-import',
    path: 'people/import',
    answers: basics(),
    reach: (frame) => frame.getByLabel('Directory file (CSV)').waitFor(),
  },
  {
    name: 'people-import-dry-run',
    path: 'people/import',
    answers: { ...basics(), dryRunImport: () => ({ json: importReport() }) },
    reach: async (frame) => {
      await frame.getByLabel('Directory file (CSV)').setInputFiles(directoryFile);
      await frame.getByRole('button', { name: 'Import 41 new and 2 changed' }).waitFor();
    },
  },
  {
    name: 'people-import-dialog',
    path: 'people/import',
    answers: { ...basics(), dryRunImport: () => ({ json: importReport() }) },
    reach: async (frame) => {
      await frame.getByLabel('Directory file (CSV)').setInputFiles(directoryFile);
      await frame.getByRole('button', { name: 'Import 41 new and 2 changed' }).click();
      await frame.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'people-import-bad',
    path: 'people/import',
    answers: { ...basics(), dryRunImport: () => ({ json: badReport }) },
    reach: async (frame) => {
      await frame.getByLabel('Directory file (CSV)').setInputFiles(directoryFile);
      await frame.getByRole('table', { name: 'What must be put right' }).waitFor();
    },
  },
];
