import { ProductError } from '../../errors/product-error.ts';
import { changeDuties as change } from '../../people/change-duties.ts';
import { readCoverage } from '../../people/coverage.ts';
import { findPeople } from '../../people/find-people.ts';
import type { Person } from '../../people/person.ts';
import type { Versioned } from '../../storage/versioned.ts';
import { personId } from '../contract/ids.ts';
import { entityTag } from '../entity-tag.ts';
import type { Handler } from '../handler.ts';
import { personJson } from '../json/person-json.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';

/** Unless more or fewer are asked for. */
const usualLimit = 25;

export const getCoverage: Handler<'getCoverage'> = async ({ people, areas }) => readCoverage(people, areas);

export const listPeople: Handler<'listPeople'> = async ({ people }, { query }) => {
  const { search, area, withDuties, cursor, limit = usualLimit } = query;
  const wanted = { search, area, withDuties: withDuties === 'true' };
  const page = await findPeople(people, wanted, limit, readCursor(cursor, personId));
  return { people: page.people.map(personJson), next: writeCursor(page.next) };
};

export const getPerson: Handler<'getPerson'> = async ({ people }, { params }) => {
  const stored = await people.get(params.personId);
  if (stored === undefined) throw new ProductError('PersonUnknown');
  return shown(stored);
};

export const changeDuties: Handler<'changeDuties'> = async (services, { person, params, body, seen }) =>
  shown(await change(services, person, params.personId, body, seen));

function shown({ value, etag }: Versioned<Person>) {
  return { body: { person: personJson(value), etag: entityTag(etag) }, etag };
}
