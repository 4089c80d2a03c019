/** How many people answered, and then how many under each key of the question, in the order of its keys. */
export type Figures = readonly number[];

export function noFigures(keys: readonly string[]): Figures {
  return Array.from({ length: keys.length + 1 }, () => 0);
}

/** One person's part of the figures. Keys that the question has not are left out. */
export function figuresOfOne(keys: readonly string[], picked: readonly string[]): Figures {
  return [1, ...keys.map((key) => (picked.includes(key) ? 1 : 0))];
}

export function plus(one: Figures, other: Figures): Figures {
  return one.map((number, index) => number + (other[index] ?? 0));
}

export function minus(one: Figures, other: Figures): Figures {
  return one.map((number, index) => number - (other[index] ?? 0));
}
