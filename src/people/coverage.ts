import type { AreaList, AreaSlug } from './areas.ts';
import { everyPerson } from './every-person.ts';
import type { PeopleStore } from './people-store.ts';

export interface Reached {
  readonly people: number;
  /** How many of them cards can reach now. */
  readonly reachable: number;
}

export interface AreaCoverage extends Reached {
  readonly area: AreaSlug;
  /** By name; people of no site are under the empty name. */
  readonly sites: readonly (Reached & { readonly site: string })[];
}

export interface Coverage extends Reached {
  /** In display order, every area and unit; those that are no longer listed come last. */
  readonly areas: readonly AreaCoverage[];
}

/** How many people cards can reach, by area and site. Reads the whole directory. */
export async function readCoverage(people: PeopleStore, areas: AreaList): Promise<Coverage> {
  const counts = new Map<AreaSlug, Map<string, Reached>>(areas.all.map(({ slug }) => [slug, new Map()]));
  for await (const { area, site = '', reach } of everyPerson(people, { areas: 'all' })) {
    const sites = counts.get(area) ?? new Map<string, Reached>();
    counts.set(
      area,
      sites.set(site, sum([sites.get(site) ?? nobody, { people: 1, reachable: reachableCount(reach) }])),
    );
  }
  const covered = [...counts].map(([area, sites]) => ({
    area,
    ...sum([...sites.values()]),
    sites: [...sites]
      .map(([site, reached]) => ({ site, ...reached }))
      .toSorted((one, other) => one.site.localeCompare(other.site)),
  }));
  return { ...sum(covered), areas: covered };
}

const nobody: Reached = { people: 0, reachable: 0 };

function reachableCount({ state }: { readonly state: string }): number {
  return state === 'reachable' ? 1 : 0;
}

function sum(all: readonly Reached[]): Reached {
  return all.reduce(
    (total, { people, reachable }) => ({ people: total.people + people, reachable: total.reachable + reachable }),
    nobody,
  );
}
