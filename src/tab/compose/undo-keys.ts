/** The keys that undo and redo, as this device names them. */
export function undoKeys(platform = navigator.platform): { readonly undo: string; readonly redo: string } {
  return isApple(platform) ? { undo: '⌘Z', redo: '⇧⌘Z' } : { undo: 'Ctrl+Z', redo: 'Ctrl+Y' };
}

export interface KeyPressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a key asks for. While somebody writes in a field the browser undoes letter by letter there, as everywhere; these
 * keys are meant for the whole draft only when they are pressed elsewhere.
 */
export function wishOfKey(pressed: KeyPressed, inField: boolean): 'undo' | 'redo' | undefined {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = pressed;
  if (inField || altKey || ctrlKey === metaKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}

/** Whether the browser undoes by itself in this element. */
export function undoesItself(element: EventTarget | null): boolean {
  if (element instanceof HTMLTextAreaElement) return true;
  return element instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(element.type);
}

function isApple(platform: string): boolean {
  return /^(Mac|iP)/.test(platform);
}
