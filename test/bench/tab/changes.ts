import type { Frame } from 'playwright-core';

interface Changes {
  /** When the person last did something, on the clock of the page. */
  began: number;
  /** When the page last changed. */
  changed: number;
}

/** Has the page remember when it last changed after something that the person did. */
export async function watchChanges(frame: Frame): Promise<void> {
  await frame.evaluate(() => {
    const changes: Changes = { began: 0, changed: 0 };
    Reflect.set(globalThis, 'changes', changes);
    const begin = ({ timeStamp }: Event) => {
      changes.began = timeStamp;
    };
    for (const type of ['pointerdown', 'keydown']) addEventListener(type, begin, { capture: true });
    new MutationObserver(() => {
      changes.changed = performance.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** How long after the person did something the page was as it is now, in milliseconds. */
export async function tookToChange(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const { began, changed } = Reflect.get(globalThis, 'changes') as Changes;
    return Math.max(0, Math.round(changed - began));
  });
}
