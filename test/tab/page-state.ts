import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { headingLevels, inOrder, tooWide, violations } from './accessibility.ts';
import type { ApiAnswers } from './api-answers.ts';
import { type OpenTab, type TeamsTheme, themes } from './tab-in-browser.ts';
import type { TabTests } from './tab-tests.ts';

/** A page of the tab as somebody may find it. */
export interface PageState {
  /** Begins with the page; also the name of its pictures. */
  readonly name: string;
  readonly path: string;
  readonly answers: ApiAnswers;
  /** What somebody does to bring the page into this state, until it is seen. */
  readonly reach: (frame: Frame) => Promise<unknown>;
}

/** As wide as a window of Teams and as a phone, in CSS pixels. */
const widths = [1280, 360] as const;
/** As wide as the side panel of a meeting, and as a window of Teams at 200 % zoom. */
const tightWidths = [320, 640] as const;
const pictureHeight = { least: 600, most: 4_000 } as const;

/** Declares a test for each state: nothing for axe to find in any theme, nothing cut off, headings in order. */
export function itIsAccessibleIn(tests: TabTests, states: readonly PageState[]): void {
  for (const state of states) {
    it(`is accessible in every theme and at every width: ${state.name}`, async function () {
      this.timeout(120_000);
      await checkEverywhere(tests, state);
    });
  }
}

/** Changes the theme as Teams does, and the width; takes a picture of each. */
async function checkEverywhere(tests: TabTests, { name, path, answers, reach }: PageState): Promise<void> {
  const tab = await tests.open({ path, answers });
  await reach(tab.frame);
  const { page, frame } = tab;
  for (const width of widths) {
    await page.setViewportSize({ width, height: pictureHeight.least });
    const height = await frame.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(Math.max(height, pictureHeight.least), pictureHeight.most) });
    for (const theme of themes) {
      await changeTheme(tab, theme);
      assert.deepEqual(await violations(frame), [], `${name} at ${width} px in the theme ${theme}`);
      await tests.picture(tab, `${name}-${theme}-${width}`);
    }
    await checkShape(frame, `${name} at ${width} px`);
  }
  for (const width of tightWidths) {
    await page.setViewportSize({ width, height: pictureHeight.least });
    await checkShape(frame, `${name} at ${width} px`);
  }
}

/** Changes the theme as the person does in Teams, and waits until the tab has it. */
export async function changeTheme({ page, frame }: OpenTab, theme: TeamsTheme): Promise<void> {
  await page.evaluate((name) => {
    const select = document.querySelector('#theme');
    if (!(select instanceof HTMLSelectElement) || select.value === name) return;
    select.value = name;
    select.dispatchEvent(new Event('change'));
  }, theme);
  await frame.waitForFunction(
    (colour) =>
      getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body).backgroundColor === colour,
    backgrounds[theme],
  );
  // Colours on their way from one theme to the other are of neither.
  await frame.evaluate(() =>
    Promise.allSettled(
      document.getAnimations().flatMap((each) => (each instanceof CSSTransition ? [each.finished] : [])),
    ),
  );
}

/** What Fluent writes upon, which tells the themes apart. */
const backgrounds: Readonly<Record<TeamsTheme, string>> = {
  default: 'rgb(255, 255, 255)',
  dark: 'rgb(41, 41, 41)',
  contrast: 'rgb(0, 0, 0)',
};

/** So long what floats over a page may take to follow a change of its width, in milliseconds. */
const settledWithin = 2_000;

async function checkShape(frame: Frame, where: string): Promise<void> {
  for (const end = Date.now() + settledWithin; (await tooWide(frame)) > 0 && Date.now() < end; ) {
    await frame.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  // Behind an open dialog the page is narrower, by the bar with which it is scrolled.
  assert.ok((await tooWide(frame)) <= 0, `${where} is too wide`);
  const levels = await headingLevels(frame);
  assert.ok(inOrder(levels), `${where} has headings of the levels ${levels.join(', ')}`);
}
