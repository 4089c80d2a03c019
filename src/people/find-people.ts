import { foldedText, searchWords } from '../language/search-words.ts';
import type { AreaSlug } from './areas.ts';
import { everyPerson } from './every-person.ts';
import type { PeoplePage, PeopleStore } from './people-store.ts';
import { isAdministrator, mayBroadcast, type Person } from './person.ts';

export interface PeopleSearch {
  /** Words that the name holds, in any order. */
  readonly search?: string | undefined;
  readonly area?: AreaSlug | undefined;
  /** Only those who lead an area, own the roadmap or administer. */
  readonly withDuties: boolean;
}

/** People who fit a search, at most `limit` of them, after the person with the id `after`. */
export async function findPeople(
  people: PeopleStore,
  wanted: PeopleSearch,
  limit: number,
  after?: string,
): Promise<PeoplePage> {
  const found: Person[] = [];
  const words = searchWords(wanted.search ?? '');
  for await (const person of everyPerson(people, { areas: wanted.area === undefined ? 'all' : [wanted.area] }, after)) {
    if (!fits(person, wanted, words)) continue;
    if (found.length === limit) return { people: found, ...nextOf(found) };
    found.push(person);
  }
  return { people: found };
}

function nextOf(found: readonly Person[]): { readonly next?: string } {
  const last = found.at(-1);
  return last === undefined ? {} : { next: last.id };
}

function fits(person: Person, { withDuties }: PeopleSearch, words: readonly string[]): boolean {
  if (withDuties && !mayBroadcast(person) && !isAdministrator(person)) return false;
  const name = foldedText(person.name ?? '');
  return words.every((word) => name.includes(word));
}
