import { type Dimension, dimensions, type Profile } from '../responses/response.ts';

/** People who are counted together, and what all of them have in common. */
export interface Group<Member> {
  readonly label: Profile;
  readonly members: readonly Member[];
}

export interface GroupRules {
  /** Every group has at least so many members. */
  readonly smallest: number;
  /** More people may answer: some are held back, so that those who come last are never too few to be counted. */
  readonly more: boolean;
}

interface Class<Member> {
  readonly value: string | undefined;
  readonly members: readonly Member[];
}

/**
 * Puts people into groups that share nobody, each of at least `smallest`: first by area, then within each area by role,
 * and so on through `dimensions`. Those who are too few in one dimension make up a group without a value in it,
 * together with as many from the largest classes as that takes. While more may answer, the people of small areas wait,
 * and at least `smallest` people wait in all.
 *
 * `people` must be in random order: the first ones of a class are those taken from it.
 */
export function formGroups<Member extends { readonly profile: Profile }>(
  people: readonly Member[],
  { smallest, more }: GroupRules,
): readonly Group<Member>[] {
  const counted = more && smallest > 1 ? withoutWaiting(people, smallest) : people;
  return counted.length < smallest ? [] : divide(counted, {}, dimensions, smallest);
}

/** Leaves out those of small areas, and as many others as it takes until `smallest` wait. */
function withoutWaiting<Member extends { readonly profile: Profile }>(
  people: readonly Member[],
  smallest: number,
): readonly Member[] {
  const all = classesBy(people, 'area');
  const large = all.filter(({ members }) => members.length >= smallest);
  const small = all.filter(({ members }) => members.length < smallest).flatMap(({ members }) => members);
  return fillUp(large, small, smallest).classes.flatMap(({ members }) => members);
}

function divide<Member extends { readonly profile: Profile }>(
  people: readonly Member[],
  label: Profile,
  [dimension, ...further]: readonly Dimension[],
  smallest: number,
): readonly Group<Member>[] {
  if (dimension === undefined) return [{ label, members: people }];
  const all = classesBy(people, dimension);
  const stands = ({ value, members }: Class<Member>) => value !== undefined && members.length >= smallest;
  const others = all.filter((each) => !stands(each)).flatMap(({ members }) => members);
  const { classes, rest } =
    others.length === 0 ? { classes: all, rest: others } : fillUp(all.filter(stands), others, smallest);
  return [
    ...classes.flatMap(({ value, members }) => divide(members, { ...label, [dimension]: value }, further, smallest)),
    ...(rest.length === 0 ? [] : divide(rest, label, further, smallest)),
  ];
}

/** The largest class first. */
function classesBy<Member extends { readonly profile: Profile }>(
  people: readonly Member[],
  dimension: Dimension,
): readonly Class<Member>[] {
  const byValue = Map.groupBy(people, ({ profile }) => profile[dimension]);
  return [...byValue]
    .map(([value, members]): Class<Member> => ({ value, members }))
    .toSorted((one, other) => other.members.length - one.members.length);
}

/**
 * Brings the rest up to `smallest`, if there are so many in all: with people from the largest classes as long as these
 * keep `smallest`, or else with the whole of the smallest class.
 */
function fillUp<Member>(
  classes: readonly Class<Member>[],
  rest: readonly Member[],
  smallest: number,
): { readonly classes: readonly Class<Member>[]; readonly rest: readonly Member[] } {
  const missing = smallest - rest.length;
  if (missing <= 0) return { classes, rest };
  const toSpare = classes.reduce((sum, { members }) => sum + members.length - smallest, 0);
  if (toSpare < missing) return { classes: classes.slice(0, -1), rest: [...rest, ...(classes.at(-1)?.members ?? [])] };
  const taken = classes.map(() => 0);
  const left = (index: number) => (classes[index]?.members.length ?? 0) - (taken[index] ?? 0);
  for (let more = missing; more > 0; more -= 1) {
    const largest = classes.reduce((best, _, index) => (left(index) > left(best) ? index : best), 0);
    taken[largest] = (taken[largest] ?? 0) + 1;
  }
  return {
    classes: classes.map(({ value, members }, index) => ({ value, members: members.slice(taken[index]) })),
    rest: [...rest, ...classes.flatMap(({ members }, index) => members.slice(0, taken[index]))],
  };
}
