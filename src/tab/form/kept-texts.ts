/** What somebody writes, kept on the device until the server has it, so that no lost connection loses it. */
export interface KeptTexts {
  /** Whether what is kept is still there when the page is closed. */
  readonly lasting: boolean;
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
    lasting: storage !== undefined,
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
      if (text === undefined) return undefined;
      memory.set(key, text);
      return JSON.parse(text);
    },
    forget: (key) => {
      // What another window keeps under the same key is not saved yet.
      if (storage?.getItem(`${prefix}${key}`) === memory.get(key)) storage?.removeItem(`${prefix}${key}`);
      memory.delete(key);
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
