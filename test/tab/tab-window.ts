import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core';
import { findChromium } from '../e2e/find-chromium.ts';
import type { TabUnderTest } from './tab-under-test.ts';

const teamsOrigin = 'https://teams.microsoft.com';

/** What a window waits for at most, in milliseconds, before it says what it waited for. */
const longestWaitMs = 30_000;

/** Ignored by git. */
const failuresFolder = join(import.meta.dirname, '../../test-results/tab/failures');

export interface WindowWanted {
  /** Who opens it, by their id. */
  readonly person: string;
  /** The page within the tab, such as `results`, without a slash at the start. */
  readonly path?: string;
  /** Whether the page around the tab has the address of Teams itself, or that of this machine as with `npm start`. */
  readonly under?: 'teams' | 'this-machine';
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly width?: number;
  readonly height?: number;
  /** Where it is to be opened; in a new session of the browser unless given. */
  readonly context?: BrowserContext;
}

/** A window of a browser with the real tab in it. */
export interface TabWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The tab, inside the page that plays Teams. */
  readonly tab: Frame;
  /** What the browser complained about, but for refusals of the API. */
  readonly complaints: readonly string[];
}

/** A browser in which a page with the address of Teams may hold a tab from this machine. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  assert.ok(executablePath !== undefined, 'There is no Chromium: run npm run browser.');
  return chromium.launch({ executablePath, args: ['--disable-features=LocalNetworkAccessChecks'] });
}

/** Opens a page of the tab of the running product; its first heading is there then. */
export async function openWindow(browser: Browser, run: TabUnderTest, wanted: WindowWanted): Promise<TabWindow> {
  const { person, path = '', under = 'this-machine', theme = 'default', width = 1280, height = 900 } = wanted;
  const context =
    wanted.context ??
    (await browser.newContext({ viewport: { width, height }, locale: 'en-GB', reducedMotion: 'reduce' }));
  context.setDefaultTimeout(longestWaitMs);
  await keepOnThisMachine(context, run);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const refusal = message.location().url.startsWith(new URL('/api/', run.tabUrl).href);
    if (message.type() === 'error' && !refusal) complaints.push(message.text());
  });
  const origin = under === 'teams' ? teamsOrigin : run.host.origin;
  await page.goto(`${origin}/?person=${person}&theme=${theme}#${encodeURIComponent(path)}`);
  const tab = await (await page.waitForSelector('iframe')).contentFrame();
  if (tab === null) throw new Error('The page around the tab shows no tab.');
  await tab.locator('h1').first().waitFor();
  return { page, context, tab, complaints };
}

/** Lets nothing come from elsewhere; what has the address of Teams is the page that plays its part. */
async function keepOnThisMachine(context: BrowserContext, run: TabUnderTest): Promise<void> {
  await context.route(
    ({ hostname }) => hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  // teams-js asks which origins may play Teams; it knows its own without an answer.
  await context.route('https://res.cdn.office.net/teams-js/**', (route) =>
    route.fulfill({ json: { validOrigins: [] } }),
  );
  await context.route(`${teamsOrigin}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url());
    const response = await fetch(`${run.host.origin}${pathname}${search}`);
    await route.fulfill({
      status: response.status,
      contentType: response.headers.get('content-type') ?? 'text/plain',
      body: await response.text(),
    });
  });
}

/** Keeps a picture of every window as it was when a test failed, for people to look at. */
export async function pictureFailure(browser: Browser, title: string): Promise<void> {
  await mkdir(failuresFolder, { recursive: true });
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const name = `${title}-${index + 1}`.replaceAll(/[^A-Za-z0-9]+/g, '-');
    await page.screenshot({ path: join(failuresFolder, `${name}.png`) });
  }
}
