import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { Me } from '../../src/api/contract/me.ts';
import type { ApiAnswers, ApiCall } from './api-answers.ts';
import { afterFailures, refusal } from './failing-answers.ts';
import { itIsAccessibleIn } from './page-state.ts';
import { bigCoverage, importReport, personDetail, somePeople } from './people-fixture.ts';
import { badReport, directoryFile, leadId, peopleStates, plainId } from './people-states.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const may: Me['may'] = {
  broadcast: true,
  broadcastToAll: true,
  editRoadmap: true,
  seePeople: true,
  changePeople: false,
};
const owner: Partial<Me> = { may };
const applied = { added: 41, changed: 2, unchanged: 7_569 };
const lost = { lost: true } as const;

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('who can be reached, in the tab', () => {
  const tests = tabTests();
  const answers: ApiAnswers = { ...basics(), getCoverage: () => ({ json: bigCoverage() }) };

  it('says how many cards reach, by area, in numbers, in a sentence, as bars and as a table', async () => {
    const { frame } = await tests.open({ path: 'people', answers });
    const byArea = frame.locator('section', { has: frame.getByRole('heading', { name: 'By area' }) });
    await byArea.locator('svg.fui-hbc__chart').nth(16).waitFor();
    const main = oneLine(await frame.getByRole('main').innerText());
    assert.match(main, /People 4,702 Can be reached 3,460 74% Cannot be reached 1,242/);
    assert.match(
      main,
      /The smallest share can be reached in North East \(58%\), the largest in West Midlands \(97%\)\./,
    );
    assert.equal(oneLine(await byArea.getByRole('listitem').first().innerText()), 'Cymru-Wales 424 of 690 (61%)');
    await byArea.getByText('The same as a table').click();
    const row = byArea.getByRole('table', { name: 'By area' }).getByRole('row', { name: /^Wessex/ });
    assert.deepEqual(await row.getByRole('cell').allInnerTexts(), ['436', '396', '40', '91%']);
  });

  it('shows the sites of an area, and leads to its people', async () => {
    const listed: ApiCall[] = [];
    const listPeople = (call: ApiCall) => {
      listed.push(call);
      return { json: { people: somePeople.slice(0, 2) } };
    };
    const { frame } = await tests.open({ path: 'people', answers: { ...answers, listPeople } });
    const bySite = frame.locator('section', { has: frame.getByRole('heading', { name: 'By site' }) });
    await bySite.getByLabel('Area').selectOption({ label: 'Wessex' });
    const sites = await bySite.getByRole('listitem').allInnerTexts();
    assert.deepEqual(
      sites.map((text) => oneLine(text).replace(/ \d.*/, '')),
      ['No site', 'Eastleigh', 'Portsmouth'],
    );
    await bySite.getByRole('link', { name: 'See the people of Wessex in the directory' }).click();
    await frame.getByText('2 people found.').waitFor();
    assert.equal(listed.at(-1)?.query.get('area'), 'wessex');
    assert.equal(await frame.getByLabel('Area').inputValue(), 'wessex');
  });

  it('says so when nobody is in the directory yet', async () => {
    const empty = { people: 0, reachable: 0, areas: [] };
    const { frame } = await tests.open({
      path: 'people',
      answers: { ...answers, getCoverage: () => ({ json: empty }) },
    });
    await frame.getByRole('heading', { name: 'The directory is empty' }).waitFor();
    await frame.getByRole('link', { name: 'Import the directory' }).click();
    await frame.getByLabel('Directory file (CSV)').waitFor();
  });

  it('is in Welsh for those who read Welsh', async () => {
    const { frame } = await tests.open({
      path: 'people',
      language: 'cy',
      answers: { ...answers, ...basics({ language: 'cy' }) },
    });
    await frame.locator('html[lang=cy]').waitFor();
    await frame.getByText('Y gyfran leiaf y gellir ei chyrraedd yw').waitFor();
    await frame.getByText('424 o 690 (61%)').waitFor();
  });

  it('is not for those who may not see people', async () => {
    const { frame } = await tests.open({
      path: 'people',
      answers: basics({ may: { ...may, seePeople: false } }),
    });
    await frame.getByRole('heading', { name: 'This page is for the roadmap owner and administrators' }).waitFor();
    assert.equal(await frame.getByRole('link', { name: 'People' }).count(), 0);
  });

  itIsAccessibleIn(tests, peopleStates);
});

describe('the directory in the tab', () => {
  const tests = tabTests();
  const path = 'people/directory';

  it('shows people page by page, also where a page of the server is short', async () => {
    const pages = [somePeople.slice(0, 10), [], somePeople.slice(10, 26), somePeople.slice(26, 30)];
    const listPeople = ({ query }: ApiCall) => {
      const page = Number(query.get('cursor') ?? '0');
      return { json: { people: pages[page] ?? [], ...(page < 3 ? { next: String(page + 1) } : {}) } };
    };
    const { frame } = await tests.open({ path, answers: { ...basics(), listPeople } });
    const people = frame.getByRole('list', { name: 'Directory' }).getByRole('listitem');
    await frame.getByText('25 people shown, and there may be more.').waitFor();
    assert.equal(await people.count(), 25);
    assert.equal(
      oneLine(await people.nth(2).innerText()),
      'Carys Jones Cymru-Wales · Cardiff · Digital and technology Has removed CPS Roadmap from Teams',
    );
    assert.match(oneLine(await people.nth(5).innerText()), /^No name \(aaaaaaaa\)/);
    await frame.getByRole('button', { name: 'Show more people' }).click();
    await frame.getByText('30 people found.').waitFor();
    assert.equal(await frame.getByRole('button', { name: 'Show more people' }).count(), 0);
  });

  it('searches once the person has stopped typing, and keeps names out of the address', async () => {
    const searched: (string | null)[] = [];
    const listPeople = ({ query }: ApiCall) => {
      searched.push(query.get('search'));
      const words = query.get('search') ?? '';
      return { json: { people: somePeople.filter(({ name = '' }) => name.includes(words)).slice(0, 3) } };
    };
    const { page, frame } = await tests.open({ path, answers: { ...basics(), listPeople } });
    await frame.getByText('3 people found.').waitFor();
    await frame.getByRole('searchbox', { name: 'Search by name' }).pressSequentially('Farah');
    await frame
      .getByRole('link', { name: /^Farah/ })
      .first()
      .waitFor();
    assert.equal(searched.at(-1), 'Farah');
    assert.ok(searched.length < 5, `every letter was searched for: ${searched.join(', ')}`);
    assert.doesNotMatch(frame.url() + page.url(), /Farah/);
  });

  it('narrows to an area and to people with duties, and says when nobody fits', async () => {
    const asked: string[] = [];
    const listPeople = ({ query }: ApiCall) => {
      asked.push(String(query));
      return { json: { people: query.has('withDuties') ? [] : somePeople.slice(0, 2) } };
    };
    const { frame } = await tests.open({ path, answers: { ...basics(), listPeople } });
    await frame.getByLabel('Area').selectOption({ label: 'Wessex' });
    await frame.getByText('2 people found.').waitFor();
    await frame.getByRole('checkbox', { name: 'Only people with duties' }).check();
    await frame.getByRole('heading', { name: 'Nobody found' }).waitFor();
    assert.equal(asked.at(-1), 'limit=25&area=wessex&withDuties=true');
  });

  it('reads again by itself after the connection was lost', async () => {
    const page = afterFailures([lost], () => ({ json: { people: somePeople.slice(0, 4) } }));
    const { frame } = await tests.open({ path, answers: { ...basics(), listPeople: page } });
    await frame.getByText('4 people found.').waitFor();
  });
});

describe('leads and roles in the tab', () => {
  const tests = tabTests();

  it('names the leads of each area, the areas that have none, and who has which role', async () => {
    const pages: Readonly<Record<string, object>> = {
      '': { people: somePeople.slice(0, 1), next: 'more' },
      more: { people: somePeople.slice(1, 2) },
    };
    const listPeople = ({ query }: ApiCall) => ({ json: pages[query.get('cursor') ?? ''] });
    const { frame } = await tests.open({ path: 'people/leads', answers: { ...basics(), listPeople } });
    const byArea = frame.getByRole('table', { name: 'Leads by area' });
    assert.equal(oneLine(await byArea.getByRole('row', { name: /^Wessex/ }).innerText()), 'Wessex Aled Price');
    assert.equal(oneLine(await byArea.getByRole('row', { name: /^Cymru/ }).innerText()), 'Cymru-Wales Nobody yet');
    assert.match(await frame.getByText(/^Without a lead:/).innerText(), /: Cymru-Wales, (?!.*(Wessex|CPS Direct))/);
    const roles = frame.getByRole('table', { name: 'For the whole of CPS' });
    assert.equal(
      oneLine(await roles.getByRole('row', { name: /^Administrator/ }).innerText()),
      'Administrator Bethan Khan',
    );
    assert.match((await byArea.getByRole('link').first().getAttribute('href')) ?? '', new RegExp(`/${leadId}$`));
  });
});

describe('a person of the directory in the tab', () => {
  const tests = tabTests();
  const path = `people/directory/${plainId}`;
  const getPerson = () => ({ json: personDetail(plainId), etag: '"1"' });

  async function wishToLead(frame: Frame, area: string): Promise<void> {
    await frame.getByRole('checkbox', { name: area }).check();
    await frame.getByRole('button', { name: 'Save the duties' }).click();
    await frame.getByRole('alertdialog').waitFor();
  }

  const confirm = (frame: Frame) =>
    frame.getByRole('alertdialog').getByRole('button', { name: 'Save the duties' }).click();

  it('shows the roadmap owner what somebody may do, and lets them change nothing', async () => {
    const answers = { ...basics(owner), getPerson: () => ({ json: personDetail(leadId) }) };
    const { frame } = await tests.open({ path: `people/directory/${leadId}`, answers });
    await frame.getByText('Leads Wessex, South East.').waitFor();
    assert.equal(await frame.getByRole('checkbox').count(), 0);
    assert.equal(await frame.getByRole('link', { name: 'Import' }).count(), 0);
  });

  it('changes duties once an administrator has read what that means', async () => {
    const changes: ApiCall[] = [];
    const duties = { leads: ['wessex'], roadmapOwner: false, administrator: false };
    const changed = personDetail(plainId, { duties }, '"2"');
    const changeDuties = (call: ApiCall) => {
      changes.push(call);
      return { json: changed, etag: '"2"' };
    };
    const { frame } = await tests.open({
      path,
      answers: {
        ...basics(),
        getPerson: () => (changes.length === 0 ? getPerson() : { json: changed, etag: '"2"' }),
        changeDuties,
      },
    });
    await wishToLead(frame, 'Wessex');
    assert.deepEqual(await frame.getByRole('alertdialog').getByRole('listitem').allInnerTexts(), ['Will lead Wessex.']);
    assert.equal(changes.length, 0);
    await confirm(frame);
    await frame.getByText('The duties of David Okafor are changed from now on.').waitFor();
    assert.equal(changes[0]?.headers['if-match'], '"1"');
    assert.deepEqual(JSON.parse(changes[0]?.body ?? ''), duties);
    assert.equal(await frame.getByRole('button', { name: 'Undo my changes' }).count(), 0);
  });

  it('overwrites nothing that somebody else has changed meanwhile, and shows it', async () => {
    const duties = { leads: ['north-west'], roadmapOwner: false, administrator: false };
    const theirs = personDetail(plainId, { duties }, '"2"');
    const state = { refused: false };
    const { frame } = await tests.open({
      path,
      answers: {
        ...basics(),
        getPerson: () => (state.refused ? { json: theirs, etag: '"2"' } : getPerson()),
        changeDuties: () => {
          state.refused = true;
          return refusal(412, 'VersionStale', 'Somebody else has changed this. Look at it again.', theirs);
        },
      },
    });
    await wishToLead(frame, 'Wessex');
    await confirm(frame);
    await frame.getByText('Somebody else changed these duties').waitFor();
    assert.equal(await frame.getByRole('checkbox', { name: 'North West' }).isChecked(), true);
    assert.equal(await frame.getByRole('checkbox', { name: 'Wessex' }).isChecked(), false);
  });

  it('keeps what was ticked when the connection is lost, and saves it the next time', async () => {
    const duties = { leads: ['wessex'], roadmapOwner: false, administrator: false };
    const changeDuties = afterFailures([lost], () => ({ json: personDetail(plainId, { duties }, '"2"') }));
    const { frame } = await tests.open({ path, answers: { ...basics(), getPerson, changeDuties } });
    await wishToLead(frame, 'Wessex');
    await confirm(frame);
    await frame.getByRole('alertdialog').getByText('We could not reach CPS Roadmap').waitFor();
    await confirm(frame);
    await frame.getByText('The duties of David Okafor are changed from now on.').waitFor();
  });

  it('is worked with the keyboard alone, and gives the focus back', async () => {
    const { page, frame } = await tests.open({ path, answers: { ...basics(), getPerson } });
    await frame.getByRole('checkbox', { name: 'Cymru-Wales' }).focus();
    await page.keyboard.press('Space');
    const save = frame.getByRole('button', { name: 'Save the duties' });
    while (!(await save.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab');
    assert.notEqual(await save.evaluate((button) => getComputedStyle(button).outlineStyle), 'none');
    await page.keyboard.press('Enter');
    await frame.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await frame.getByRole('alertdialog').waitFor({ state: 'detached' });
    await frame.waitForFunction(() => document.activeElement?.textContent === 'Save the duties');
  });
});

describe('the import of the directory in the tab', () => {
  const tests = tabTests();
  const path = 'people/import';

  const choose = (frame: Frame) => frame.getByLabel('Directory file (CSV)').setInputFiles(directoryFile);

  async function agree(frame: Frame): Promise<void> {
    await frame.getByRole('button', { name: 'Import 41 new and 2 changed' }).click();
    await frame.getByRole('alertdialog').getByRole('button', { name: 'Import', exact: true }).click();
  }

  it('tells by its lines what is wrong with a file, and then offers nothing', async () => {
    const { frame } = await tests.open({ path, answers: { ...basics(), dryRunImport: () => ({ json: badReport }) } });
    await choose(frame);
    const rows = frame.getByRole('table', { name: 'What must be put right' }).getByRole('row');
    await rows.nth(3).waitFor();
    assert.deepEqual((await rows.allInnerTexts()).map(oneLine), [
      'Line What is wrong',
      '4 There is no such area.',
      '4 There is no such role.',
      '1,207 This id was in the file before.',
    ]);
    await frame.getByText('Nothing can be imported while there are problems.').waitFor();
    assert.equal(await frame.getByRole('button', { name: /^Import/ }).count(), 0);
  });

  it('shows what would change before anything does', async () => {
    const sent: string[] = [];
    const dryRunImport = ({ body }: ApiCall) => {
      sent.push(body);
      return { json: importReport() };
    };
    const { frame } = await tests.open({ path, answers: { ...basics(), dryRunImport } });
    await choose(frame);
    const changes = frame.getByRole('table', { name: 'New and changed people' }).getByRole('row');
    await changes.nth(2).waitFor();
    assert.deepEqual((await changes.allInnerTexts()).map(oneLine).slice(1), [
      'Mair Evans New Name: Mair Evans Area: Cymru-Wales',
      'David Okafor Changed Area: Wessex → South East Role: Corporate services → Digital and technology',
    ]);
    await frame.getByText('They stay in the directory as they are. The first 1 of 26 are listed.').waitFor();
    assert.deepEqual(sent, [directoryFile.buffer.toString()]);
  });

  it('says so when the file changes nothing', async () => {
    const report = importReport({ added: 0, changed: 0, changes: [] });
    const { frame } = await tests.open({ path, answers: { ...basics(), dryRunImport: () => ({ json: report }) } });
    await choose(frame);
    await frame.getByText('The directory says the same already, so there is nothing to import.').waitFor();
  });

  it('imports what was shown, once, however often the order is given', async () => {
    const orders: ApiCall[] = [];
    const applyImport = afterFailures<ApiCall>([lost], (call) => {
      orders.push(call);
      return { json: applied };
    });
    const answers: ApiAnswers = {
      ...basics(),
      dryRunImport: () => ({ json: importReport() }),
      applyImport: (call) => {
        if (orders.length === 0) orders.push(call);
        return applyImport(call);
      },
    };
    const { frame } = await tests.open({ path, answers });
    await choose(frame);
    await agree(frame);
    const dialog = frame.getByRole('alertdialog');
    await dialog.getByText('We could not reach CPS Roadmap').waitFor();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await frame.getByText('New: 41 people. Changed: 2 people. Unchanged: 7,569 people.').waitFor();
    await frame.waitForFunction(() => document.activeElement?.id === 'content');
    const [first, second] = orders.map(({ headers, query, body }) => ({
      key: headers['idempotency-key'],
      digest: query.get('digest'),
      body,
    }));
    assert.deepEqual(second, first);
    assert.equal(first?.digest, 'a-digest');
    assert.equal(first?.body, directoryFile.buffer.toString());
  });

  it('checks the file again when an import broke off in the middle', async () => {
    const state = { broken: false };
    const rest = importReport({ added: 11, changed: 0, unchanged: 7_601 });
    const answers: ApiAnswers = {
      ...basics(),
      dryRunImport: () => ({ json: state.broken ? rest : importReport() }),
      applyImport: () => {
        state.broken = true;
        return refusal(503, 'StoreBusy', 'Too much is going on. Try again in a minute.');
      },
    };
    const { frame } = await tests.open({ path, answers });
    await choose(frame);
    await agree(frame);
    const dialog = frame.getByRole('alertdialog');
    await dialog.getByText('Too much is going on').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByRole('button', { name: 'Import 11 new and 0 changed' }).waitFor();
  });

  it('is not there for the roadmap owner who is no administrator', async () => {
    const { frame } = await tests.open({ path, answers: basics(owner) });
    await frame.getByRole('heading', { name: 'There is no page here' }).waitFor();
  });
});
