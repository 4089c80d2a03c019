import type { PeopleFilter, PeopleStore } from '../../src/people/people-store.ts';
import type { Person } from '../../src/people/person.ts';
import { type Counted, checkPageLimit, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryPeopleStore(): PeopleStore & Counted {
  const operations = noOperations();
  const people = createMemoryItems<Person>(
    { what: 'person', id: (person) => person.id, partition: (person) => person.id },
    operations,
  );
  return {
    operations,
    get: (id) => people.read(id, id),
    create: people.create,
    replace: people.replace,

    async count(filter) {
      const { values } = await people.query(inAreas(filter));
      const reachable = values.filter((person) => person.reach.state === 'reachable');
      return { total: values.length, reachable: reachable.length };
    },

    async countPrompted(filter, since) {
      const { values } = await people.query(inAreas(filter));
      return values.filter(({ prompted }) => (prompted?.at ?? '') > since).length;
    },

    async roadmapOwners() {
      const { values } = await people.query(({ duties }) => duties.roadmapOwner);
      return values;
    },

    async page(filter, limit, after) {
      checkPageLimit(limit);
      const { values, ...rest } = await people.query(inAreas(filter), limit, after);
      return { people: values, ...rest };
    },
  };
}

function inAreas({ areas }: PeopleFilter): (person: Person) => boolean {
  return areas === 'all' ? () => true : (person) => areas.includes(person.area);
}
