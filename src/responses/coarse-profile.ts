import type { Profile } from './response.ts';
import type { Asked } from './response-ports.ts';

/** What the directory says of a person that a profile may hold. */
export type Traits = Pick<Asked, 'area' | 'role' | 'language' | 'site'>;

/** The fewest people of an audience who may share the profile of an anonymous answer. */
export const fewestAlike = 10;

/** In which order people are told apart. */
const order = ['area', 'role', 'language', 'site'] as const satisfies readonly (keyof Traits)[];
type Trait = (typeof order)[number];

export type CoarseProfiles = (traits: Traits) => Profile;

/** People of an audience who do not differ in anything. */
interface Kind {
  readonly traits: Traits;
  people: number;
}

/**
 * Gives each person of an audience so much of what is known of them as at least ten people of the audience are given
 * too, word for word: whoever knows the audience cannot tell one of them from the others. People are told apart by
 * area first, then by role, language and site. Whoever would be in a class of fewer than ten is left without that
 * trait, together with so many others that they are ten as well, or everybody is. An audience of fewer than ten is
 * given nothing at all.
 */
export function coarseProfiles(audience: readonly Traits[]): CoarseProfiles {
  const kinds = new Map<string, Kind>();
  for (const { area, role, language, site } of audience) {
    const traits = { area, language, ...(role === undefined ? {} : { role }), ...(site === undefined ? {} : { site }) };
    const kind = kinds.get(keyOf(traits)) ?? { traits, people: 0 };
    kind.people += 1;
    kinds.set(keyOf(traits), kind);
  }
  const profiles = new Map<string, Profile>();
  tellApart([...kinds.values()], order, {}, profiles);
  return (traits) => profiles.get(keyOf(traits)) ?? {};
}

function tellApart(
  kinds: readonly Kind[],
  [trait, ...further]: readonly Trait[],
  profile: Profile,
  profiles: Map<string, Profile>,
): void {
  if (trait === undefined) {
    for (const { traits } of kinds) profiles.set(keyOf(traits), profile);
    return;
  }
  const { classes, others } = classesBy(kinds, trait);
  for (const [value, members] of classes) tellApart(members, further, { ...profile, [trait]: value }, profiles);
  if (others.length > 0) tellApart(others, further, profile, profiles);
}

/** The classes that are large enough, and everybody else: nobody, or enough people too. */
function classesBy(kinds: readonly Kind[], trait: Trait) {
  const byValue = Map.groupBy(kinds, ({ traits }) => traits[trait]);
  const others = [...(byValue.get(undefined) ?? [])];
  byValue.delete(undefined);
  const bySize = [...byValue].sort(
    ([one, some], [other, more]) => sizeOf(some) - sizeOf(more) || (String(one) < String(other) ? -1 : 1),
  );
  const classes = bySize.filter(([, members]) => {
    const isLarge = sizeOf(members) >= fewestAlike && (others.length === 0 || sizeOf(others) >= fewestAlike);
    if (!isLarge) others.push(...members);
    return isLarge;
  });
  return { classes, others };
}

function sizeOf(kinds: readonly Kind[]): number {
  return kinds.reduce((sum, { people }) => sum + people, 0);
}

function keyOf(traits: Traits): string {
  return JSON.stringify(order.map((trait) => traits[trait] ?? null));
}
