import type { Broadcast } from '../broadcasts/broadcast.ts';
import { readProgress } from '../delivery/progress.ts';
import type { Person } from '../people/person.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { ApiServices } from './api-services.ts';
import { broadcastJson } from './json/broadcast-json.ts';

/** A broadcast as its page shows it: with how far it is, and who wrote it. */
export async function shownBroadcast(services: ApiServices, stored: Versioned<Broadcast>, reader: Person) {
  const [progress, author] = await Promise.all([
    readProgress(services, stored.value),
    services.people.get(stored.value.author),
  ]);
  return { body: broadcastJson(stored, progress, reader, author?.value.name), etag: stored.etag };
}
