import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { putInDocumentation } from '../e2e/documentation-pictures.ts';

/** Ignored by git. */
const folder = join(import.meta.dirname, '../../test-results/tab/journey');

const names = ['home', 'roadmap', 'compose', 'progress', 'results'] as const;
export type JourneyPicture = (typeof names)[number];

/** Does away with the pictures of the last time. */
export async function forgetPictures(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
}

/** Takes a picture of the tab as it is seen, without the page around it. */
export async function takePicture(page: Page, name: JourneyPicture): Promise<void> {
  await page.locator('iframe').screenshot({ path: join(folder, `${name}.png`) });
}

/** Makes the pictures those of the documentation. */
export async function updateTabPictures(): Promise<void> {
  await putInDocumentation(folder, Object.fromEntries(names.map((name) => [`tab-${name}.png`, `${name}.png`])));
}
