import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page, Route } from 'playwright-core';
import { pageAnswer } from '../../src/http/static-page.ts';
import { hostFiles } from '../../src/local/teams-host/host-files.ts';
import type { HostPageSettings } from '../../src/local/teams-host/host-page.ts';
import { type ApiAnswers, answerCall } from './api-answers.ts';

const teamsOrigin = 'https://teams.microsoft.com';
/** Browsers that let no other site store anything keep nothing for the first of these, but for the second. */
const tabOrigins = {
  ofAnotherSite: 'https://roadmap.test',
  ofTheSameSite: 'https://roadmap.teams.microsoft.com',
} as const;
const loadedFor: Omit<HostPageSettings, 'tabUrl'> = {
  tenantId: '7d0c1c54-58f2-4b5f-8f0e-2f6b7f3f9a11',
  people: [
    { id: '11111111-1111-4111-8111-111111111111', label: 'In English', language: 'en' },
    { id: '22222222-2222-4222-8222-222222222222', label: 'In Welsh', language: 'cy' },
  ],
  tokenUrl: '/token/',
};

/** What the browser says of parts of the tab that a test had it not reach. */
const ofLostConnection = /ERR_INTERNET_DISCONNECTED|Failed to fetch dynamically imported module/;

export const themes = ['default', 'dark', 'contrast'] as const;
export type TeamsTheme = (typeof themes)[number];

export interface TabWanted {
  /** The folder of the built tab. */
  readonly folder: string;
  /** The page within the tab, such as `results`, without a slash at the start. */
  readonly path: string;
  readonly answers: ApiAnswers;
  readonly theme?: TeamsTheme;
  readonly language?: 'en' | 'cy';
  /** What Teams calls the client that it runs in; `web` unless said otherwise. */
  readonly client?: 'web' | 'desktop' | 'android';
  readonly width?: number;
  readonly height?: number;
  /** What is waited for, as a selector; the heading of the page unless given. */
  readonly until?: string;
  readonly reducedMotion?: 'reduce' | 'no-preference';
  /** Whether the browser lets the tab store anything; not unless said otherwise, as strict browsers do. */
  readonly stores?: true;
}

export interface OpenTab {
  readonly page: Page;
  /** The tab itself, inside the page of Teams. */
  readonly frame: Frame;
  /** What the browser complained about since the tab was opened, such as a breach of the content security policy. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens a page of the tab under the address of Teams, which a page of ours stands for; nothing comes from elsewhere. */
export async function openTab(browser: Browser, wanted: TabWanted): Promise<OpenTab> {
  const { path, theme = 'default', language = 'en', client = 'web', width = 1280, height = 900 } = wanted;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    reducedMotion: wanted.reducedMotion ?? 'reduce',
    acceptDownloads: true,
  });
  const tabOrigin = originOf(wanted);
  const complaints: string[] = [];
  await serve(context, wanted, complaints);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // The browser tells of every refusal of the API, which a test may have asked for.
    const refusal = message.location().url.startsWith(`${tabOrigin}/api/`);
    if (message.type() === 'error' && !refusal && !ofLostConnection.test(message.text()))
      complaints.push(message.text());
  });
  const person = loadedFor.people.find((each) => each.language === language)?.id ?? '';
  await page.goto(`${teamsOrigin}/?person=${person}&theme=${theme}&client=${client}#${encodeURIComponent(path)}`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new Error('The page of Teams shows no tab.');
  await frame.waitForURL(`${tabOrigin}/tab/**`);
  await frame
    .locator(wanted.until ?? 'h1:not([aria-busy] *)')
    .first()
    .waitFor();
  return { page, frame, complaints, close: () => context.close() };
}

function originOf({ stores }: TabWanted): string {
  return stores === true ? tabOrigins.ofTheSameSite : tabOrigins.ofAnotherSite;
}

async function serve(context: BrowserContext, wanted: TabWanted, complaints: string[]): Promise<void> {
  const { folder, answers } = wanted;
  const tabOrigin = originOf(wanted);
  const files = await hostFiles({ ...loadedFor, tabUrl: `${tabOrigin}/tab/` });
  await context.route('**/*', (route) => route.abort());
  // teams-js asks which origins may play Teams; it knows its own without an answer.
  await context.route('https://res.cdn.office.net/teams-js/**', (route) =>
    route.fulfill({ json: { validOrigins: [] } }),
  );
  await context.route(`${teamsOrigin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname.startsWith(loadedFor.tokenUrl)) return route.fulfill({ body: 'a-token' });
    const file = files.get(pathname.slice(1));
    if (file === undefined) return route.fulfill({ status: 404 });
    const style = pathname.endsWith('.css') ? 'header { display: none }' : '';
    return route.fulfill({ contentType: file.contentType, body: `${file.text}${style}` });
  });
  await context.route(`${tabOrigin}/tab/**`, (route) => answerPage(route, folder));
  await context.route(`${tabOrigin}/api/**`, async (route) => {
    try {
      await answerCall(route, answers);
    } catch (error) {
      complaints.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
      await route.abort();
    }
  });
}

/** The files of the tab, with the headers that the product sends with them. */
async function answerPage(route: Route, folder: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const asset = /^\/tab\/assets\/([\w.-]+)$/.exec(pathname)?.[1];
  if (asset === undefined) {
    const { text, headers = {} } = await pageAnswer({ folder, hostOrigins: [] });
    await route.fulfill({ body: text, headers });
    return;
  }
  const contentType = extname(asset) === '.css' ? 'text/css' : 'text/javascript';
  await route.fulfill({ body: await readFile(join(folder, 'assets', asset)), contentType });
}
