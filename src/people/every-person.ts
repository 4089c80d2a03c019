import type { PeopleFilter, PeopleStore } from './people-store.ts';
import type { Person } from './person.ts';

const pageSize = 1_000;

/** The people of the directory one by one, in the order of their ids, a large page at a time. */
export async function* everyPerson(people: PeopleStore, filter: PeopleFilter, after?: string): AsyncGenerator<Person> {
  let next = after;
  do {
    const page = await people.page(filter, pageSize, next);
    yield* page.people;
    next = page.next;
  } while (next !== undefined);
}
