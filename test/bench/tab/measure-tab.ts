import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { buildTab } from '../../../deploy/build-tab.ts';
import { findChromium } from '../../e2e/find-chromium.ts';
import { timeInteraction, watchInteractions } from '../../tab/interactions.ts';
import { answersWith, resultsPath } from '../../tab/results-states.ts';
import { openTab } from '../../tab/tab-in-browser.ts';
import { openBarePage } from './bare-page.ts';
import { tookToChange, watchChanges } from './changes.ts';
import { printReport } from './report.ts';
import { steps } from './results-steps.ts';

export interface TabOptions {
  readonly warmUps: number;
  readonly rounds: number;
}

/** What one interaction took on the results page, and what one took that puts as much into a bare page. */
export interface StepTimed {
  readonly what: string;
  readonly tabMs: number;
  readonly bareMs: number;
  /** Until the page had changed altogether: what takes long to draw may come after the next paint. */
  readonly wholeMs: number;
  /** Elements in the part of the page that changed, afterwards. */
  readonly elements: number;
}

/**
 * How long a person waits for the next paint on the results page with 14 areas and ten questions, in Chromium, beside a
 * bare page in the same browser; each step in turn on both. And how much script Home loads at first.
 */
export async function measureTab({ warmUps, rounds }: TabOptions): Promise<void> {
  const executablePath = findChromium();
  assert.ok(executablePath !== undefined, 'There is no Chromium.');
  const folder = await mkdtemp(join(tmpdir(), 'cps-roadmap-tab-'));
  const browser = await chromium.launch({ executablePath });
  try {
    const { homeBytes, mostForHome } = await buildTab(folder);
    const timed: StepTimed[] = [];
    for (let round = 0; round < warmUps + rounds; round += 1) {
      const steps = await runRound(browser, folder);
      if (round >= warmUps) timed.push(...steps);
    }
    printReport({ timed, rounds, homeBytes, mostForHome });
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Each round begins with a page that has shown nothing yet. */
async function runRound(browser: Browser, folder: string): Promise<readonly StepTimed[]> {
  const tab = await openTab(browser, { folder, path: resultsPath, answers: answersWith() });
  const { page, frame } = tab;
  const context = await browser.newContext();
  const bare = await openBarePage(context);
  await frame.locator('svg.fui-hbc__chart').first().waitFor();
  await watchInteractions(frame);
  await watchChanges(frame);
  const timed: StepTimed[] = [];
  for (const { what, prepare, act, until } of steps) {
    await page.bringToFront();
    await prepare?.(frame);
    const { ms: tabMs } = await timeInteraction(frame, what, async () => {
      await act(frame, page);
    });
    await until(frame);
    const wholeMs = await tookToChange(frame);
    const elements = await frame.getByRole('tabpanel').evaluate((panel) => panel.querySelectorAll('*').length);
    const { ms: bareMs } = await bare.time(what, elements);
    timed.push({ what, tabMs, bareMs, wholeMs, elements });
  }
  assert.deepEqual(tab.complaints, []);
  await tab.close();
  await context.close();
  return timed;
}
