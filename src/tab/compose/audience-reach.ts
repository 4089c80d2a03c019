import type { AudienceJson } from '../../api/contract/content.ts';
import type { AreaJson, Me } from '../../api/contract/me.ts';

/** How far an audience reaches for its author: within the areas that they send to alone, beyond them, or to everybody. */
export const audienceReaches = ['own', 'wider', 'all'] as const;
export type AudienceReach = (typeof audienceReaches)[number];

export function reachOf({ areas }: AudienceJson, { sendsTo }: Pick<Me, 'sendsTo'>): AudienceReach {
  if (areas === 'all') return 'all';
  return areas.every((slug) => sendsTo.includes(slug)) ? 'own' : 'wider';
}

/** The audience once its author chooses how far it reaches; as much as possible of what they had chosen stays. */
export function withReach(
  audience: AudienceJson,
  reach: AudienceReach,
  { sendsTo }: Pick<Me, 'sendsTo'>,
): AudienceJson {
  if (reach === 'all') return { areas: 'all' };
  const [only, ...more] = sendsTo;
  const first = only !== undefined && more.length === 0 ? [only] : [];
  if (audience.areas === 'all') return { areas: first };
  if (reach === 'wider') return audience;
  const kept = audience.areas.filter((slug) => sendsTo.includes(slug));
  return { areas: kept.length === 0 ? first : kept };
}

/** An audience with other areas out of some of them chosen; in the order in which areas are shown. */
export function withAreas(
  { areas: before }: AudienceJson,
  among: readonly string[],
  chosen: readonly string[],
  areas: readonly AreaJson[],
): AudienceJson {
  const kept = before === 'all' ? [] : before.filter((slug) => !among.includes(slug));
  const all = [...kept, ...chosen];
  return { areas: areas.map(({ slug }) => slug).filter((slug) => all.includes(slug)) };
}
