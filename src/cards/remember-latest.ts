import { LRUCache } from 'lru-cache';

/** How many results are remembered: more than the fixed texts of all cards, with room for those of open prompts. */
const most = 2_000;

/** The same function, which remembers its latest results by the key that `keyOf` gives: one key, one result. */
export function rememberLatest<Input extends readonly unknown[]>(
  keyOf: (...input: Input) => string,
  make: (...input: Input) => string,
): (...input: Input) => string {
  const latest = new LRUCache<string, string>({ max: most });
  return (...input) => {
    const key = keyOf(...input);
    const known = latest.get(key);
    if (known !== undefined) return known;
    const made = make(...input);
    latest.set(key, made);
    return made;
  };
}
