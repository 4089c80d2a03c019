import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../e2e/find-chromium.ts';
import { builtTab } from './built-tab.ts';
import { type OpenTab, openTab, type TabWanted } from './tab-in-browser.ts';

/** Ignored by git. */
const picturesFolder = join(import.meta.dirname, '../../test-results/tab/pictures');

/** Pages in Chromium for the tests of one suite. After each test the pages are closed, and must not have complained. */
export interface TabTests {
  open(wanted: Omit<TabWanted, 'folder'>): Promise<OpenTab>;
  /** Takes a picture of a page as it is seen, for people to look at. */
  picture(tab: OpenTab, name: string): Promise<void>;
}

/** To be called in a suite: builds the tab and starts the browser before its tests, and ends it after them. */
export function tabTests(): TabTests {
  const running: { browser?: Browser; folder?: string; tabs: OpenTab[] } = { tabs: [] };
  before(async function () {
    this.timeout(120_000);
    const executablePath = findChromium();
    assert.ok(executablePath !== undefined, 'There is no Chromium.');
    [running.folder, running.browser] = await Promise.all([builtTab(), chromium.launch({ executablePath })]);
  });
  afterEach(async () => {
    const tabs = running.tabs.splice(0);
    await Promise.all(tabs.map((tab) => tab.close()));
    assert.deepEqual(
      tabs.flatMap(({ complaints }) => complaints),
      [],
    );
  });
  after(async () => running.browser?.close());
  return {
    open: async (wanted) => {
      const { browser, folder } = running;
      assert.ok(browser !== undefined && folder !== undefined);
      const tab = await openTab(browser, { ...wanted, folder });
      running.tabs.push(tab);
      return tab;
    },
    picture: async ({ page }, name) => {
      await mkdir(picturesFolder, { recursive: true });
      await page.screenshot({ path: join(picturesFolder, `${name}.png`) });
    },
  };
}
