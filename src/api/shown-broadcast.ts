import type { Broadcast } from '../broadcasts/broadcast.ts';
import { readProgress } from '../delivery/progress.ts';
import type { Person } from '../people/person.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { ApiServices } from './api-services.ts';
import { broadcastJson } from './json/broadcast-json.ts';

/** A broadcast as its page shows it: with how far it is, and who wrote it, approved it or sent it back. */
export async function shownBroadcast(services: ApiServices, stored: Versioned<Broadcast>, reader: Person) {
  const { author, approval, sentBack } = stored.value;
  const nameOf = async (id: string | undefined) =>
    id === undefined ? undefined : (await services.people.get(id))?.value.name;
  const [progress, ...names] = await Promise.all([
    readProgress(services, stored.value),
    ...[author, approval?.given?.by, sentBack?.by].map(nameOf),
  ]);
  const [authorName, approver, sentBackBy] = names;
  return {
    body: broadcastJson(stored, progress, reader, { author: authorName, approver, sentBackBy }),
    etag: stored.etag,
  };
}
