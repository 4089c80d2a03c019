import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { violations } from './accessibility.ts';
import { startTabUnderTest, strangerId, type TabUnderTest, visitors } from './tab-under-test.ts';
import { openWindow, pictureFailure, startBrowser } from './tab-window.ts';

describe('somebody whom the tab cannot let in', function () {
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

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await pictureFailure(browser, this.currentTest.title);
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  it('is told how to become known, when the directory does not have them', async () => {
    const { tab } = await openWindow(browser, run, { person: strangerId });
    await tab.getByText('We do not know you yet').waitFor();
    await tab.getByText('Open the chat of CPS Roadmap in Teams and tell it your area.').waitFor();
    assert.equal(await tab.getByRole('navigation').count(), 0);
    assert.deepEqual(await violations(tab), []);
  });

  it('is told to sign in, when the server does not take their token, and is let in with a good one', async () => {
    const context = await browser.newContext();
    const tokens = `${run.host.origin}/token/**`;
    const forged = await run.entra.forger.token(visitors.lead.id);
    await context.route(tokens, (route) => route.fulfill({ body: forged }));
    const { tab } = await openWindow(browser, run, { person: visitors.lead.id, context });
    await tab.getByText('You are not signed in').waitFor();
    await tab.getByText('Sign in to Teams again, then open this page once more.').waitFor();
    await context.unroute(tokens);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { level: 1, name: 'What needs you now' }).waitFor();
  });

  it('is told where the tab works, when it was opened outside Teams', async () => {
    const context = await browser.newContext({ locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(run.tabUrl);
    await page.getByText('CPS Roadmap works in Microsoft Teams. Open Teams, choose Apps, then CPS Roadmap.').waitFor();
  });

  it('is told that it cannot be reached, when the server is gone, and goes on once it is back', async () => {
    const context = await browser.newContext();
    const { tab } = await openWindow(browser, run, { person: visitors.lead.id, context, path: 'roadmap' });
    const link = tab.getByRole('link', { name: 'Digital jury bundles' });
    await link.waitFor();
    const everything = `${new URL(run.tabUrl).origin}/**`;
    await context.route(everything, (route) => route.abort('connectionrefused'));
    await link.click();
    await tab.getByText('We could not reach CPS Roadmap').waitFor();
    await tab.getByText('Check your connection, then try again.').waitFor();
    await context.unroute(everything);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Digital jury bundles' }).waitFor();
  });

  it('is told that it cannot be reached, when the server is gone as the tab opens', async () => {
    const context = await browser.newContext();
    const api = `${new URL(run.tabUrl).origin}/api/**`;
    await context.route(api, (route) => route.abort('connectionrefused'));
    const { tab } = await openWindow(browser, run, { person: visitors.lead.id, context });
    await tab.getByText('We could not reach CPS Roadmap').waitFor();
    await context.unroute(api);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('heading', { level: 1, name: 'What needs you now' }).waitFor();
  });
});
