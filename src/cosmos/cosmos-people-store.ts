import type { Container } from '@azure/cosmos';
import type { PeopleFilter, PeopleStore } from '../people/people-store.ts';
import type { Person } from '../people/person.ts';
import { openItems, type Query } from './items.ts';

/**
 * People in the container `people`, each a partition of its own. Whatever finds more than one goes over all partitions,
 * which only planning, imports and requests for approval may ask for.
 */
export function createCosmosPeopleStore(container: Container): PeopleStore {
  const people = openItems<Person, Person>(container, {
    what: 'person',
    partitionKey: 'id',
    toItem: (person) => person,
    fromItem: (item) => item,
  });
  return {
    get: (id) => people.read(id, id),
    create: people.create,
    replace: people.replace,

    async count(filter) {
      const all = inAreas(filter);
      const [total, reachable] = await Promise.all([
        people.count(all),
        people.count({ where: `${all.where} AND c.reach.state = 'reachable'`, parameters: all.parameters }),
      ]);
      return { total, reachable };
    },

    countPrompted(filter, since) {
      const { where, parameters } = inAreas(filter);
      return people.count({ where: `${where} AND c.prompted.at > @since`, parameters: { ...parameters, since } });
    },

    roadmapOwners: () => people.all({ where: 'c.duties.roadmapOwner = true', parameters: {} }),

    async page(filter, limit, after) {
      const { values, ...rest } = await people.page(inAreas(filter), limit, after);
      return { people: values, ...rest };
    },
  };
}

function inAreas({ areas }: PeopleFilter): Query {
  if (areas === 'all') return { where: 'true', parameters: {} };
  if (areas.length === 0) return { where: 'false', parameters: {} };
  const names = areas.map((_, index) => `area${index}`);
  return {
    where: `c.area IN (${names.map((name) => `@${name}`).join(', ')})`,
    parameters: Object.fromEntries(names.map((name, index) => [name, areas[index] ?? ''])),
  };
}
