import PQueue from 'p-queue';
import type { PeopleStore } from '../people/people-store.ts';

const readsAtOnce = 20;

/** The names of people as they are now, by id; whoever has left the directory, or is not named, is not in it. */
export async function namesOf(
  people: PeopleStore,
  named: readonly { readonly personId?: string }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(named.flatMap(({ personId }) => (personId === undefined ? [] : [personId])));
  const queue = new PQueue({ concurrency: readsAtOnce });
  const found = await queue.addAll([...ids].map((id) => () => people.get(id)));
  return new Map(found.flatMap((each) => (each?.value.name === undefined ? [] : [[each.value.id, each.value.name]])));
}
