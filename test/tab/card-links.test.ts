import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { linkIntoHostPage } from '../../src/teams/tab-links.ts';
import { startTabUnderTest, type TabUnderTest, visitors } from './tab-under-test.ts';
import { openWindow, startBrowser } from './tab-window.ts';

describe('the tab of the running product', function () {
  this.timeout(120_000);
  let browser: Browser;
  let run: TabUnderTest;

  before(async () => {
    [browser, run] = await Promise.all([startBrowser(), startTabUnderTest()]);
  });

  after(async () => {
    await browser?.close();
    await run?.close();
  });

  it('opens at the page that the link of a card names, as the person whose card it is', async () => {
    const { page, context } = await openWindow(browser, run, { person: visitors.lead.id });
    await page.goto(linkIntoHostPage(run.host.url, 'roadmap/common-platform-upgrades', visitors.welshLead.id));
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    assert.ok(frame !== null);
    await frame.getByRole('heading', { level: 1, name: 'Uwchraddio ar gyfer y Platfform Cyffredin' }).waitFor();
    await context.close();
  });

  it('can be pinned to a channel by staff, and opens there for their area', async () => {
    const { page, tab, context, complaints } = await openWindow(browser, run, { person: visitors.staff.id });
    await page.getByRole('button', { name: 'Pin to a channel' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Pin the roadmap to this channel' }).waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Pinned as “Roadmap: Wessex”.').waitFor();
    await tab.getByRole('heading', { level: 1, name: 'Roadmap', exact: true }).waitFor();
    assert.equal(await tab.getByLabel('Area').inputValue(), 'wessex');
    assert.deepEqual(complaints, []);
    await context.close();
  });
});
