/** How many people of an area or a site cards can reach. */
export interface Reached {
  readonly id: string;
  readonly name: string;
  readonly people: number;
  readonly reachable: number;
}

/** 0 to 1; 0 where there is nobody. */
export function shareOf({ people, reachable }: Reached): number {
  return people === 0 ? 0 : reachable / people;
}

/** Where the smallest and the largest share can be reached; undefined when they are the same everywhere. */
export function extremesOf(
  entries: readonly Reached[],
): { readonly least: Reached; readonly most: Reached } | undefined {
  const sorted = entries.filter(({ people }) => people > 0).toSorted((one, other) => shareOf(one) - shareOf(other));
  const [least] = sorted;
  const most = sorted.at(-1);
  return least === undefined || most === undefined || shareOf(least) === shareOf(most) ? undefined : { least, most };
}
