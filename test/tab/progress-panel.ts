import { isDeepStrictEqual } from 'node:util';
import type { Locator } from 'playwright-core';
import { untilTrue } from './in-the-tab.ts';

/** Every number of delivered cards that the panel shows until it says that it is over; tells of each as it comes. */
export async function deliveredUntilOver(
  panel: Locator,
  tell: (delivered: number) => Promise<void>,
): Promise<ReadonlySet<number>> {
  const seen = new Set<number>();
  const over = panel.getByText('It has gone out to everybody it could reach.');
  const look = async () => {
    const delivered = Number(/Delivered to (\d+)/.exec(await panel.innerText())?.[1] ?? 0);
    if (!seen.has(delivered)) {
      seen.add(delivered);
      await tell(delivered);
    }
    return (await over.count()) > 0;
  };
  await untilTrue(look, () => `the end of sending, after ${[...seen].join(', ')}`, 60_000);
  return seen;
}

/** Waits until these are the figures below the bar, by name. */
export async function figuresAre(panel: Locator, wanted: Readonly<Record<string, string>>): Promise<void> {
  let shown: Readonly<Record<string, string>> = {};
  const asWanted = async () => {
    const [names, numbers] = [await panel.locator('dt').allInnerTexts(), await panel.locator('dd').allInnerTexts()];
    shown = Object.fromEntries(names.map((name, index) => [name, numbers[index] ?? '']));
    return isDeepStrictEqual(shown, wanted);
  };
  await untilTrue(asWanted, () => `${JSON.stringify(wanted)} instead of ${JSON.stringify(shown)}`);
}
