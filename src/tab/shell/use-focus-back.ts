import { useLayoutEffect } from 'react';

/**
 * While something is open that takes the focus, such as a dialog, remembers where the focus was, and takes it back
 * there afterwards if that place still exists.
 */
export function useFocusBack(open: boolean): void {
  // A layout effect runs before what has opened takes the focus.
  useLayoutEffect(() => {
    if (!open) return;
    const from = document.activeElement;
    if (!(from instanceof HTMLElement) || from === document.body) return;
    return () => {
      // What has closed holds the focus until it is gone.
      requestAnimationFrame(() => setTimeout(() => from.focus()));
    };
  }, [open]);
}
