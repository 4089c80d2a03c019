import type { BrowserContext } from 'playwright-core';
import { type Interaction, timeInteraction, watchInteractions } from '../../tab/interactions.ts';

export interface BarePage {
  /** Times a press of a button that puts so many plain elements into the page, in the place of those before. */
  readonly time: (what: string, elements: number) => Promise<Interaction>;
}

/** A page of nothing but a button and what it shows, without any library: the least that an interaction takes here. */
export async function openBarePage(context: BrowserContext): Promise<BarePage> {
  const page = await context.newPage();
  await page.setContent('<!doctype html><title>Bare</title><button>Show</button><div></div>');
  const frame = page.mainFrame();
  await watchInteractions(frame);
  return {
    time: async (what, elements) => {
      await page.bringToFront();
      await frame.evaluate((count) => {
        const [button] = document.getElementsByTagName('button');
        const [place] = document.getElementsByTagName('div');
        if (button === undefined || place === undefined) throw new Error('The page is not there.');
        button.onclick = () => {
          // Half of them hold the other half.
          const shown = Array.from({ length: count / 2 }, (_, index) => {
            const row = document.createElement('p');
            const cell = document.createElement('span');
            cell.textContent = `${index} of ${count}`;
            row.append(cell);
            return row;
          });
          place.replaceChildren(...shown);
        };
      }, elements);
      return timeInteraction(frame, what, () => frame.getByRole('button').click());
    },
  };
}
