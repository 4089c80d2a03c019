import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import type { Download, Frame, Page } from 'playwright-core';

/** Goes to a page by the navigation. */
export async function goTo(tab: Frame, name: string): Promise<void> {
  await tab.getByRole('navigation', { name: 'CPS Roadmap' }).getByRole('link', { name, exact: true }).click();
}

/** Waits for the page with this heading. */
export async function onPage(tab: Frame, heading: string): Promise<void> {
  await tab.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
}

/** Waits for the page with this heading, and that a screen reader is taken to it. */
export async function takenToPage(tab: Frame, heading: string): Promise<void> {
  await onPage(tab, heading);
  await tab.waitForFunction((text) => {
    const { activeElement } = document;
    return activeElement?.tagName === 'H1' && activeElement.textContent === text;
  }, heading);
}

/** Waits until a draft is saved. */
export async function saved(tab: Frame): Promise<void> {
  await tab.getByText('Saved', { exact: true }).waitFor();
}

/** What is downloaded upon something that a person does. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download;
}

/** Looks again and again until it is true. Throws with what it was waiting for. */
export async function untilTrue(isTrue: () => Promise<boolean>, what: () => string, longestMs = 30_000): Promise<void> {
  const end = Date.now() + longestMs;
  while (!(await isTrue())) {
    assert.ok(Date.now() < end, `Waited in vain for ${what()}.`);
    await setTimeout(50);
  }
}
