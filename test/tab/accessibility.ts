import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

const axeFile = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

/**
 * Whatever gets the focus here gives it on at once: Fluent UI puts these elements at the ends of a list or a dialog, so
 * that it learns when the focus comes or goes. They are hidden and can have the focus, which axe must not like.
 */
const passesFocusOn = '[data-tabster-dummy]';

/** What axe finds wrong with the tab as it is now, a line each. */
export async function violations(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(await readFile(axeFile, 'utf8'));
  const found = await frame.evaluate(async (exclude) => {
    const { axe } = globalThis as unknown as { readonly axe: { run(context: object): Promise<AxeResults> } };
    return (await axe.run({ exclude })).violations;
  }, passesFocusOn);
  return found.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** How far the content reaches beyond the width of the tab, in CSS pixels; what scrolls by itself does not count. */
export async function tooWide(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The levels of the headings in the order of the page. */
export async function headingLevels(frame: Frame): Promise<readonly number[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName.slice(1))),
  );
}

/** Whether no heading skips a level. */
export function inOrder(levels: readonly number[]): boolean {
  return levels[0] === 1 && levels.every((level, index) => level <= (levels[index - 1] ?? 0) + 1);
}
