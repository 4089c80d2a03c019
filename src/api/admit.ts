import { ProductError } from '../errors/product-error.ts';
import type { PeopleStore } from '../people/people-store.ts';
import { isAdministrator, mayBroadcast, type Person } from '../people/person.ts';
import type { Callers } from './contract/paths.ts';

/**
 * Whoever calls, as the directory knows them. Throws NotInDirectory for somebody unknown, and LeadsOnly,
 * RoadmapOwnerOnly or AdministratorsOnly for somebody whom the route is not for.
 */
export async function admit(people: PeopleStore, personId: string, who: Callers): Promise<Person> {
  const stored = await people.get(personId);
  if (stored === undefined) throw new ProductError('NotInDirectory');
  requireCaller(stored.value, who);
  return stored.value;
}

function requireCaller(person: Person, who: Callers): void {
  switch (who) {
    case 'staff':
      return;
    case 'leads':
      if (!mayBroadcast(person)) throw new ProductError('LeadsOnly');
      return;
    case 'owner':
      if (!person.duties.roadmapOwner) throw new ProductError('RoadmapOwnerOnly');
      return;
    case 'people-readers':
      if (!person.duties.roadmapOwner && !isAdministrator(person)) throw new ProductError('AdministratorsOnly');
      return;
    case 'administrator':
      if (!isAdministrator(person)) throw new ProductError('AdministratorsOnly');
      return;
  }
}
