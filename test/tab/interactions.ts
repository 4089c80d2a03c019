import type { Frame } from 'playwright-core';

/** How long it took from what a person did to the next paint, in milliseconds. */
export interface Interaction {
  readonly what: string;
  readonly ms: number;
}

interface Kept {
  readonly id: number;
  readonly ms: number;
}

/** Has the browser keep the time of every interaction in the tab; https://www.w3.org/TR/event-timing/ */
export async function watchInteractions(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const kept: Kept[] = [];
    Reflect.set(globalThis, 'keptInteractions', kept);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const id: unknown = Reflect.get(entry, 'interactionId');
        if (typeof id === 'number' && id > 0) kept.push({ id, ms: entry.duration });
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
  });
}

/**
 * Does something once and says how long the slowest of the interactions took that came of it. The browser keeps none
 * that took less than 16 ms, and rounds to 8 ms; such a quick one counts as 16.
 */
export async function timeInteraction(frame: Frame, what: string, act: () => Promise<void>): Promise<Interaction> {
  await takeKept(frame);
  await act();
  return { what, ms: Math.max(16, ...(await takeKept(frame)).map(({ ms }) => ms)) };
}

/** Waits until the browser has told of everything that has happened, and takes it. */
async function takeKept(frame: Frame): Promise<readonly Kept[]> {
  return frame.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise((done) => requestAnimationFrame(done));
    await new Promise((done) => setTimeout(done, 100));
    return (Reflect.get(globalThis, 'keptInteractions') as Kept[]).splice(0);
  });
}
