import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Appearance, PlaygroundPage } from './playground-page.ts';

/** Ignored by git. */
export const picturesFolder = join(import.meta.dirname, '../../test-results/playground');

const appearances = { light: {}, dark: { theme: 'dark' }, phone: { width: 360 } } as const satisfies Readonly<
  Record<string, Appearance>
>;

/** One person's chat on three devices, which all get the same messages; only `light` got what came before. */
export type Windows = Readonly<Record<keyof typeof appearances, PlaygroundPage>>;

export async function openWindows(browser: Browser, url: string): Promise<Windows> {
  const open = (appearance: Appearance) => PlaygroundPage.open(browser, url, appearance);
  const light = await open(appearances.light);
  const [dark, phone] = await Promise.all([open(appearances.dark), open(appearances.phone)]);
  return { light, dark, phone };
}

/** Does the same in each window. */
export async function inEach(windows: Partial<Windows>, act: (window: PlaygroundPage) => Promise<void>): Promise<void> {
  await Promise.all(Object.values(windows).map(act));
}

/** Takes a picture in each window of its newest card that holds all of the texts, once there is one. */
export async function takePictures(
  windows: Partial<Windows>,
  name: string,
  ...texts: readonly string[]
): Promise<void> {
  await mkdir(picturesFolder, { recursive: true });
  for (const [device, window] of Object.entries(windows)) {
    await window.waitForAnyCard(...texts);
    await window.screenshotOfCard(join(picturesFolder, `${name}-${device}.png`), texts);
  }
}

/** Takes a picture of every open window as it is, for somebody who looks for the reason of a failure. */
export async function takePicturesOfAll(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: join(picturesFolder, `failed-${index + 1}.png`) });
  }
}
