import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { samplePeople } from '../../src/local/sample/people.ts';
import { startTabUnderTest, type TabUnderTest, visitors } from './tab-under-test.ts';
import { openWindow, pictureFailure, startBrowser, type TabWindow } from './tab-window.ts';

const { owner, lead, staff } = visitors;
const newId = 'bbbbbbbb-0000-4000-8000-000000000001';
const everybody = samplePeople().length;
const withoutApp = samplePeople()
  .filter(({ area }) => area === 'north-west')
  .map(({ id }) => id);

function csv(...rows: readonly string[]) {
  return { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\r\n')}\r\n`) };
}

const good = csv(
  'id,name,area,site,role',
  `${newId},Mair Ifans,Cymru/Wales,Mold,legal`,
  `${staff.id},${staff.name},Wessex,Truro,`,
  `${lead.id},${lead.name},Wessex,,`,
);

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('the directory kept through the tab, from a file to the duties of a person', function () {
  this.timeout(120_000);
  let browser: Browser;
  let run: TabUnderTest;
  let administrator: TabWindow;

  before(async () => {
    [browser, run] = await Promise.all([startBrowser(), startTabUnderTest({ withoutApp })]);
    administrator = await openWindow(browser, run, { person: owner.id, path: 'people', under: 'teams' });
  });

  after(async () => {
    await browser?.close();
    await run?.close();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await pictureFailure(browser, this.currentTest.title);
    assert.deepEqual(administrator.complaints, []);
  });

  const stored = (id: string) => run.product.stores.people.get(id);

  it('an administrator sees whom cards reach', async () => {
    const { tab } = administrator;
    await tab.getByRole('heading', { name: 'By area' }).waitFor();
    const numbers = oneLine(await tab.getByRole('main').innerText());
    const reachable = everybody - withoutApp.length;
    assert.ok(numbers.includes(`People ${everybody} Can be reached ${reachable}`), numbers);
    assert.ok(numbers.includes(`North West 0 of ${withoutApp.length} (0%)`), numbers);
  });

  it('a file with mistakes is refused, with the line of each', async () => {
    const { tab } = administrator;
    await tab.getByRole('link', { name: 'Import', exact: true }).click();
    const mistaken = csv('id,name,area', `${newId},Mair Ifans,Atlantis`, '', `no-id,"Two\r\nlines",Wessex`, ',,Wessex');
    await tab.getByLabel('Directory file (CSV)').setInputFiles(mistaken);
    const rows = tab.getByRole('table', { name: 'What must be put right' }).getByRole('row');
    await rows.nth(3).waitFor();
    const lines = (await rows.allInnerTexts()).slice(1).map((text) => oneLine(text).split(' ')[0]);
    assert.deepEqual(lines, ['2', '4', '6']);
    assert.equal(await tab.getByRole('button', { name: /^Import/ }).count(), 0);
  });

  it('a good one shows what would change, and changes nothing yet', async () => {
    const { tab } = administrator;
    await tab.getByLabel('Directory file (CSV)').setInputFiles(good);
    const changes = tab.getByRole('table', { name: 'New and changed people' }).getByRole('row');
    await changes.nth(2).waitFor();
    const texts = (await changes.allInnerTexts()).slice(1).map(oneLine);
    assert.equal(texts[0], 'Mair Ifans New Name: Mair Ifans Area: Cymru-Wales Site: Mold Role: Legal');
    assert.equal(texts[1], `${staff.name} Changed Site: ${staff.site} → Truro`);
    await tab.getByText('Nothing has been changed yet.').waitFor();
    assert.equal(await stored(newId), undefined);
  });

  it('is then imported, and the same once more has nothing to change', async () => {
    const { tab } = administrator;
    await tab.getByRole('button', { name: 'Import 1 new and 1 changed' }).click();
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Import', exact: true }).click();
    await tab.getByText('New: 1 person. Changed: 1 person. Unchanged: 1 person.').waitFor();
    assert.equal((await stored(newId))?.value.site, 'Mold');
    assert.equal((await stored(staff.id))?.value.site, 'Truro');
    await tab.getByLabel('Directory file (CSV)').setInputFiles(good);
    await tab.getByText('The directory says the same already, so there is nothing to import.').waitFor();
  });

  it('the new person is found, and gets duties that nobody else has changed meanwhile', async () => {
    const { tab } = administrator;
    await tab.getByRole('link', { name: 'Directory', exact: true }).click();
    await tab.getByRole('searchbox', { name: 'Search by name' }).fill('ifans');
    await tab.getByRole('link', { name: 'Mair Ifans' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Mair Ifans' }).waitFor();
    const seen = await stored(newId);
    assert.ok(seen !== undefined);
    const duties = { leads: ['cymru-wales'], roadmapOwner: false };
    await run.product.stores.people.replace({ ...seen.value, duties }, seen.etag);
    await tab.getByRole('checkbox', { name: 'Wessex' }).check();
    await save();
    await tab.getByText('Somebody else changed these duties').waitFor();
    assert.ok(await tab.getByRole('checkbox', { name: 'Cymru-Wales' }).isChecked());
    await tab.getByRole('checkbox', { name: 'Wessex' }).check();
    await save();
    await tab.getByText('The duties of Mair Ifans are changed from now on.').waitFor();
    assert.deepEqual((await stored(newId))?.value.duties.leads.toSorted(), ['cymru-wales', 'wessex']);
  });

  it('stands among the leads', async () => {
    const { tab } = administrator;
    await tab.getByRole('link', { name: 'People', exact: true }).click();
    await tab.getByRole('link', { name: 'Leads and roles' }).click();
    const wessex = tab.getByRole('table', { name: 'Leads by area' }).getByRole('row', { name: /^Wessex/ });
    await wessex.getByRole('link', { name: 'Mair Ifans' }).waitFor();
    const names = await wessex.getByRole('link').allInnerTexts();
    assert.deepEqual(names.toSorted(), [lead.name, 'Mair Ifans'].toSorted());
  });

  it('a lead sees nothing of it', async () => {
    const { tab } = await openWindow(browser, run, { person: lead.id, path: 'people' });
    await tab.getByRole('heading', { name: 'This page is for the roadmap owner and administrators' }).waitFor();
  });

  async function save(): Promise<void> {
    const { tab } = administrator;
    await tab.getByRole('button', { name: 'Save the duties' }).click();
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Save the duties' }).click();
  }
});
