import type { Agreed, Seen } from '../broadcasts/confirm-broadcast.ts';
import { readBroadcast } from '../broadcasts/read-broadcast.ts';
import { followAgreement } from '../delivery/follow-agreement.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import type { ApiServices } from './api-services.ts';
import type { Confirmation } from './contract/broadcasts.ts';
import { readEntityTag } from './entity-tag.ts';
import { shownBroadcast } from './shown-broadcast.ts';

/** What somebody agrees to. Throws RequestMalformed for what is no entity tag. */
export function readSeen({ etag, people }: Confirmation): Seen {
  const version = readEntityTag(etag);
  if (version === undefined) throw new ProductError('RequestMalformed', { field: 'body.etag' });
  return { version, people };
}

/** Sets going what follows from an agreement, and answers with how the broadcast stands then. */
export async function agreedAnswer(services: ApiServices, person: Person, agreed: Agreed) {
  await followAgreement(services, agreed);
  const stored = await readBroadcast(services.broadcasts, person, agreed.broadcast.id);
  return { broadcast: (await shownBroadcast(services, stored, person)).body };
}
