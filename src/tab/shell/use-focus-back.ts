import { useLayoutEffect } from 'react';

/**
 * While something is open that takes the focus, such as a dialog, remembers where the focus was, and takes it back
 * there afterwards; when that place is gone, to what was around it.
 */
export function useFocusBack(open: boolean): void {
  // A layout effect runs before what has opened takes the focus.
  useLayoutEffect(() => {
    if (!open) return;
    const places = withAround(document.activeElement);
    return () => {
      const back = () => places.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
      // What has closed holds the focus until it is gone.
      requestAnimationFrame(() => setTimeout(back));
    };
  }, [open]);
}

/** An element and all around it that can have the focus, such as the item of a list or the content of the page. */
function withAround(element: Element | null): readonly HTMLElement[] {
  if (!(element instanceof HTMLElement) || element === document.body) return [];
  return [element, ...withAround(element.parentElement?.closest('[tabindex]') ?? null)];
}
