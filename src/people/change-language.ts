import { ProductError } from '../errors/product-error.ts';
import type { Language } from '../language/texts.ts';
import { changeStored } from '../storage/versioned.ts';
import type { PeopleStore } from './people-store.ts';
import type { Person } from './person.ts';

/** Keeps the language in which a person wants to read. Throws PersonUnknown. */
export async function changeLanguage(people: PeopleStore, id: string, language: Language): Promise<Person> {
  const stored = await changeStored(
    () => people.get(id),
    people.replace,
    (person): Person | undefined => (person.language === language ? undefined : { ...person, language }),
  );
  if (stored === undefined) throw new ProductError('PersonUnknown');
  return stored.value;
}
