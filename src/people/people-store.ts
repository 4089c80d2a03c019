import type { Created, Versioned } from '../storage/versioned.ts';
import type { AreaSlug } from './areas.ts';
import type { Person } from './person.ts';

/** Which people are meant: those of the named areas and units, or everybody. */
export type PeopleFilter = { readonly areas: readonly AreaSlug[] | 'all' };

export interface PeoplePage {
  readonly people: readonly Person[];
  /** The id of the last person of this page; absent when nobody follows. */
  readonly next?: string;
}

/** The staff directory as the product holds it, by Entra object id. */
export interface PeopleStore {
  get(id: string): Promise<Versioned<Person> | undefined>;
  create(person: Person): Promise<Created<Person>>;
  /** Throws VersionConflict when `etag` is not current. */
  replace(person: Person, etag: string): Promise<Versioned<Person>>;
  count(filter: PeopleFilter): Promise<{ readonly total: number; readonly reachable: number }>;
  /** How many of them were or will be sent a prompt after `since`, ISO 8601. */
  countPrompted(filter: PeopleFilter, since: string): Promise<number>;
  /** Everybody who owns the roadmap; a handful. */
  roadmapOwners(): Promise<readonly Person[]>;
  /** People in the order of their ids, at most `limit` (1 to 1,000) of them, after the person with the id `after`. */
  page(filter: PeopleFilter, limit: number, after?: string): Promise<PeoplePage>;
}
