import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { ApiAnswers, ApiCall } from './api-answers.ts';
import { refusal } from './failing-answers.ts';
import { itIsAccessibleIn, type PageState } from './page-state.ts';
import { bigResults, promptId } from './results-fixture.ts';
import { filteredRoadmap } from './roadmap-fixture.ts';
import { tabTests } from './tab-tests.ts';
import { areaList, basics } from './who-and-where.ts';

const answers: ApiAnswers = {
  ...basics({ area: 'wessex' }),
  listRoadmap: (call: ApiCall) => ({ json: filteredRoadmap(call) }),
  getResults: () => ({ json: bigResults() }),
};
const english = 'Pin the roadmap to this channel';
const welsh = "Pinio'r map ffordd i'r sianel hon";

/** Opens the dialog in which somebody pins the tab to a channel. */
async function openDialog(frame: Frame, title = english): Promise<void> {
  await frame.page().evaluate(() => document.getElementById('pin')?.click());
  await frame.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Confirms the dialog with the button of Teams, once Teams lets one. */
async function save(frame: Frame): Promise<void> {
  const page = frame.page();
  await page.waitForFunction(() => document.querySelector('#save')?.matches(':enabled') === true);
  await page.evaluate(() => document.getElementById('save')?.click());
  await page.getByText('Pinned as').waitFor({ state: 'attached' });
}

/** Opens a page in a tab of a channel, as if the tab had been pinned with this address. */
async function openPinned(frame: Frame, address: string): Promise<void> {
  await openDialog(frame);
  await save(frame);
  await frame.getByRole('heading', { level: 1, name: 'Roadmap', exact: true }).waitFor();
  await frame.goto(new URL(address, frame.url()).href);
}

const said = (frame: Frame) => frame.page().locator('#said').textContent();
const areaOf = (frame: Frame) => frame.getByLabel(/^(Area|Ardal)$/);

const states: readonly PageState[] = [{ name: 'configure', path: 'help', answers, reach: openDialog }];

describe('a tab pinned to a channel', () => {
  const tests = tabTests();

  itIsAccessibleIn(tests, states);

  it('is offered for every area and for all, at first for the own one', async () => {
    const { frame } = await tests.open({ path: 'help', answers });
    await openDialog(frame);
    const offered = await areaOf(frame).locator('option').allInnerTexts();
    assert.deepEqual(offered, ['All areas', ...areaList.areas.map(({ name }) => name.en)]);
    assert.equal(await areaOf(frame).inputValue(), 'wessex');
    assert.equal(await frame.getByRole('navigation').count(), 0);
    assert.equal(await frame.getByRole('button', { name: 'Copy link' }).count(), 0);
  });

  it('opens at the roadmap of its area, and shows all only when asked to', async () => {
    const { frame } = await tests.open({ path: 'help', answers });
    await openDialog(frame);
    await areaOf(frame).selectOption('cymru-wales');
    await save(frame);
    await frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
    assert.equal(await said(frame), 'Pinned as “Roadmap: Cymru-Wales”.');
    assert.equal(await areaOf(frame).inputValue(), 'cymru-wales');
    await areaOf(frame).selectOption({ label: 'All' });
    await frame.waitForURL('**/tab/roadmap?area=all');
    assert.equal(await areaOf(frame).inputValue(), '');
    await frame.getByRole('link', { name: 'Help', exact: true }).click();
    await frame.getByRole('link', { name: 'Roadmap', exact: true }).first().click();
    await frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
    assert.equal(await areaOf(frame).inputValue(), 'cymru-wales');
  });

  it('asks the API for the items of its area', async () => {
    const asked: (string | null)[] = [];
    const listRoadmap = (call: ApiCall) => {
      asked.push(call.query.get('area'));
      return { json: filteredRoadmap(call) };
    };
    const { frame } = await tests.open({ path: 'help', answers: { ...answers, listRoadmap } });
    await openDialog(frame);
    await save(frame);
    await frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
    await frame.getByRole('status').getByText('shown').waitFor({ state: 'attached' });
    assert.deepEqual(asked, ['wessex']);
  });

  it('is changed from what it was', async () => {
    const { frame } = await tests.open({ path: 'help', answers });
    await openDialog(frame);
    await areaOf(frame).selectOption({ label: 'All areas' });
    await save(frame);
    assert.equal(await said(frame), 'Pinned as “Roadmap”.');
    await frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
    assert.equal(await areaOf(frame).inputValue(), '');
    await openDialog(frame);
    assert.equal(await areaOf(frame).inputValue(), 'all');
    await areaOf(frame).selectOption('mersey-cheshire');
    await save(frame);
    await openDialog(frame);
    assert.equal(await areaOf(frame).inputValue(), 'mersey-cheshire');
  });

  it('shows the results of its area first', async () => {
    const { frame } = await tests.open({ path: 'help', answers });
    await openPinned(frame, `/tab/results/${promptId}?pinned=south-east`);
    await frame.getByRole('heading', { level: 2, name: 'South East' }).waitFor();
    await frame.getByLabel('Area').selectOption({ label: 'All areas' });
    await frame.getByRole('heading', { level: 2, name: 'All areas' }).waitFor();
  });

  it('is for all where its address names no area that there is', async () => {
    const { frame } = await tests.open({ path: 'help', answers });
    await openPinned(frame, '/tab/roadmap?pinned=atlantis');
    await frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
    assert.equal(await areaOf(frame).inputValue(), '');
  });

  it('speaks Welsh', async () => {
    const tab = await tests.open({
      path: 'help',
      answers: { ...answers, ...basics({ area: 'cymru-wales', language: 'cy' }) },
      language: 'cy',
    });
    const { frame } = tab;
    await openDialog(frame, welsh);
    await tests.picture(tab, 'configure-welsh');
    await save(frame);
    assert.equal(await said(frame), 'Pinned as “Map ffordd: Cymru-Wales”.');
  });

  it('cannot be pinned by somebody whom the directory does not know', async () => {
    const getMe = () => refusal(403, 'NotInDirectory', 'We do not know you yet.');
    const { page, frame } = await tests.open({ path: 'help', answers: { ...answers, getMe } });
    await page.evaluate(() => document.getElementById('pin')?.click());
    await frame.waitForURL('**/tab/configure');
    await frame.getByText('We do not know you yet.').waitFor();
    assert.equal(await page.locator('#save').isEnabled(), false);
  });

  it('can be pinned by staff, who see the roadmap in it', async () => {
    const staff = basics({
      area: 'wessex',
      duties: { leads: [], roadmapOwner: false, administrator: false },
      may: { broadcast: false, broadcastToAll: false, editRoadmap: false, seePeople: false, changePeople: false },
    });
    const { frame } = await tests.open({ path: 'help', answers: { ...answers, ...staff } });
    await openDialog(frame);
    await save(frame);
    await frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
    assert.deepEqual(await frame.getByRole('navigation').getByRole('link').allInnerTexts(), ['Roadmap', 'Help']);
  });
});
