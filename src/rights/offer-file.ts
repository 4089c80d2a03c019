import { randomUUID } from 'node:crypto';
import { ProductError } from '../errors/product-error.ts';
import type { OfferedFile, Person } from '../people/person.ts';
import { changeStored } from '../storage/versioned.ts';
import type { RightsPorts } from './rights-ports.ts';

type OfferPorts = Pick<RightsPorts, 'people' | 'clock'>;

/** An offer stands for a day. */
const standsMs = 24 * 60 * 60 * 1_000;

/** Notes that a person was offered a file, in the place of an earlier offer; gives the offer's id. */
export async function noteOffer({ people, clock }: OfferPorts, personId: string, file: OfferedFile): Promise<string> {
  const id = randomUUID();
  const at = clock.now().toISOString();
  await changePerson(people, personId, (person) => ({ ...person, fileOffer: { id, at, file } }));
  return id;
}

/**
 * Takes an offer up, once, and gives back of which file it was: `again` says that it was taken up before, as when Teams
 * repeats an action. Throws FileOfferGone when no such offer was made to this person within a day, or it was declined.
 */
export async function takeOffer(
  { people, clock }: OfferPorts,
  personId: string,
  offerId: string,
): Promise<OfferedFile | 'again'> {
  let taken: OfferedFile | 'again' = 'again';
  await changePerson(people, personId, (person) => {
    const { fileOffer } = person;
    if (fileOffer?.id !== offerId || clock.now().getTime() - Date.parse(fileOffer.at) > standsMs) {
      throw new ProductError('FileOfferGone');
    }
    taken = fileOffer.taken === true ? 'again' : fileOffer.file;
    return taken === 'again' ? undefined : { ...person, fileOffer: { ...fileOffer, taken: true } };
  });
  return taken;
}

/** Notes that a person does not want a file. Nothing happens when there is no such offer. */
export async function declineOffer({ people }: OfferPorts, personId: string, offerId: string): Promise<void> {
  await changePerson(people, personId, ({ fileOffer, ...person }) => (fileOffer?.id === offerId ? person : undefined));
}

async function changePerson(
  people: RightsPorts['people'],
  id: string,
  decide: (person: Person) => Person | undefined,
): Promise<void> {
  const stored = await changeStored(() => people.get(id), people.replace, decide);
  if (stored === undefined) throw new ProductError('PersonUnknown');
}
