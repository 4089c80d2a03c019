import { type RefObject, useEffect, useRef, useState } from 'react';

/** How wide an element is, in CSS pixels, whenever that changes; undefined until it is known. */
export function useWidth<T extends HTMLElement>(): {
  readonly elementRef: RefObject<T | null>;
  readonly width: number | undefined;
} {
  const elementRef = useRef<T>(null);
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    const { current } = elementRef;
    if (current === null) return;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { elementRef, width };
}
