import { randomInt } from 'node:crypto';

/** A number from 0 to 1, without 1, that nobody can foretell. */
export type Random = () => number;

const steps = 2 ** 32;

export const unforeseeable: Random = () => randomInt(steps) / steps;

/** The same in random order. */
export function shuffled<T>(values: readonly T[], random: Random): readonly T[] {
  const order = values.map((value) => ({ value, key: random() }));
  return order.toSorted((one, other) => one.key - other.key).map(({ value }) => value);
}
