import type { CardElement } from './adaptive-card.ts';

/** In bytes of UTF-16. Teams refuses cards of about 100 KB; the message around a card takes some of that. */
export const largestCard = 80 * 1024;

/** The size of a card, or of a part of one, as Teams measures it. */
export function cardBytes(part: object): number {
  return JSON.stringify(part).length * 2;
}

/** As many of the first elements as fit into `bytes`; always one, where there is one. */
export function firstThatFit(elements: readonly CardElement[], bytes: number): readonly CardElement[] {
  let left = bytes;
  const fitting = elements.findIndex((element) => {
    left -= cardBytes(element);
    return left < 0;
  });
  return fitting === -1 ? elements : elements.slice(0, Math.max(1, fitting));
}
