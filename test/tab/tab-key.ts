import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { OpenTab } from './tab-in-browser.ts';

/** What has the focus, and where it stands in the tab, in CSS pixels. */
export interface Focused {
  /** Names the element among those of the page. */
  readonly id: string;
  /** Its role or the name of its element, and the words on it. */
  readonly what: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether another element lies over its middle. */
  readonly covered: boolean;
}

/** More stops than any page has. */
const mostStops = 200;

/**
 * Goes through the tab by the Tab key from its top, and gives what had the focus, in order. At each stop the focus must
 * be seen (WCAG 2.2, 2.4.7), must not be hidden (2.4.11) and must not be trapped (2.1.2).
 */
export async function tabThrough({ page, frame }: OpenTab): Promise<readonly Focused[]> {
  await frame.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.focus();
  });
  const stops: Focused[] = [];
  const seen = new Set<string>();
  for (;;) {
    const before = await looks(frame);
    await page.keyboard.press('Tab');
    const stop = await focused(frame);
    if (stop === undefined || seen.has(stop.id)) return stops;
    const after = await looks(frame);
    assert.notEqual(after.get(stop.id), before.get(stop.id), `${stop.what} looks the same with the focus`);
    assert.equal(stop.covered, false, `${stop.what} has the focus and is covered`);
    seen.add(stop.id);
    stops.push(stop);
    assert.ok(stops.length < mostStops, `The Tab key does not get out of ${stop.what}`);
  }
}

/** Where the focus goes up the page other than to a column further right, a line each. */
export function againstReadingOrder(stops: readonly Focused[]): readonly string[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (before === undefined) return [];
    const isAbove = stop.y + stop.height <= before.y;
    const isRightOf = stop.x >= before.x + before.width;
    return isAbove && !isRightOf ? [`${stop.what} comes after ${before.what} and stands above it`] : [];
  });
}

/** What moves by itself for longer than an instant. */
export async function moving(frame: Frame): Promise<readonly string[]> {
  return frame.evaluate(() =>
    document.getAnimations().flatMap((animation) => {
      const { duration, iterations } = animation.effect?.getComputedTiming() ?? {};
      const isInstant = typeof duration === 'number' && duration <= 10 && iterations !== Number.POSITIVE_INFINITY;
      if (animation.playState !== 'running' || isInstant) return [];
      const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
      return [`${target?.className ?? 'something'}: ${String(duration)} ms`];
    }),
  );
}

async function focused(frame: Frame): Promise<Focused | undefined> {
  return frame.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body || !document.hasFocus()) return undefined;
    const { x, y, width, height } = element.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    // What is drawn for an input stands beside it, in the same parent.
    const covered = top !== null && element.parentElement?.contains(top) !== true && !top.contains(element);
    const words = element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 40);
    const what = `${element.getAttribute('role') ?? element.localName} “${words}”`;
    return { id: element.dataset.stop ?? '', what, x, y, width, height, covered };
  });
}

/** How everything that can have the focus is drawn now, by the id that it is given for that. */
async function looks(frame: Frame): Promise<ReadonlyMap<string, string>> {
  const all = await frame.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(done));
    const properties = ['box-shadow', 'border', 'background-color', 'text-decoration', 'transform', 'opacity'];
    const print = (element: Element, part?: string) => {
      const style = getComputedStyle(element, part);
      // An outline of no style has a colour and a width all the same.
      const outline = style.outlineStyle === 'none' ? 'none' : style.outline;
      return [outline, ...properties.map((property) => style.getPropertyValue(property))].join();
    };
    const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
    return [...document.querySelectorAll<HTMLElement>(focusable)].map((element, index): [string, string] => {
      element.dataset.stop ??= `${index}-${Math.random()}`;
      const drawn = [element, element.parentElement, element.nextElementSibling].filter((each) => each !== null);
      return [
        element.dataset.stop,
        drawn.flatMap((each) => [print(each), print(each, '::before'), print(each, '::after')]).join(' '),
      ];
    });
  });
  return new Map(all);
}
