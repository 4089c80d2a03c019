/** What somebody writes, kept on the device until the server has it, so that no lost connection loses it. */
export interface KeptTexts {
  keep(key: string, value: unknown): void;
  /** Undefined when nothing is kept. */
  find(key: string): unknown;
  forget(key: string): void;
}

const prefix = 'cps-roadmap.';

/** Keeps in the storage of the browser; where the browser does not allow that, for as long as the page is open. */
export function createKeptTexts(storage: Storage | undefined = storageOfBrowser()): KeptTexts {
  const memory = new Map<string, string>();
  return {
    keep: (key, value) => {
      const text = JSON.stringify(value);
      memory.set(key, text);
      try {
        storage?.setItem(`${prefix}${key}`, text);
      } catch (error) {
        // A full storage: the page itself still holds what is written.
        reportError(error);
      }
    },
    find: (key) => {
      const text = memory.get(key) ?? storage?.getItem(`${prefix}${key}`) ?? undefined;
      return text === undefined ? undefined : JSON.parse(text);
    },
    forget: (key) => {
      memory.delete(key);
      storage?.removeItem(`${prefix}${key}`);
    },
  };
}

/** Browsers that block the storage of pages in frames throw when it is asked for. */
function storageOfBrowser(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
