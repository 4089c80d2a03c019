/** Fewer respondents than this are never shown apart, neither scores nor comments. */
export const smallestGroup = 10;

/**
 * Which groups of a total may be shown: those with at least ten respondents, less as many more as it takes so that
 * the hidden ones together are ten or none: otherwise a hidden group is the total less the groups shown. The next
 * smallest groups are hidden first. With fewer than ten respondents in all nothing is shown, not even the total.
 */
export function showableGroups(sizes: ReadonlyMap<string, number>): {
  readonly total: boolean;
  readonly groups: ReadonlySet<string>;
} {
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (all < smallestGroup) return { total: false, groups: new Set() };
  const bySize = [...sizes].sort(([one, size], [other, otherSize]) => otherSize - size || one.localeCompare(other));
  const shown = bySize.filter(([, size]) => size >= smallestGroup);
  let hidden = bySize.slice(shown.length);
  while (shown.length > 0 && !hiddenSafely(hidden)) {
    const next = shown.pop();
    if (next !== undefined) hidden = [next, ...hidden];
  }
  return { total: true, groups: new Set(shown.map(([group]) => group)) };
}

/** Groups that nobody answered from hide nothing; others must be two at least, and ten people together. */
function hiddenSafely(hidden: readonly (readonly [string, number])[]): boolean {
  const answering = hidden.filter(([, size]) => size > 0);
  const people = answering.reduce((sum, [, size]) => sum + size, 0);
  return answering.length === 0 || (answering.length > 1 && people >= smallestGroup);
}
