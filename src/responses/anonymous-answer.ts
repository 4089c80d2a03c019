import { ProductError } from '../errors/product-error.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import { cardKeyPlaceholder, claimOf, respondentIdOf } from './card-key.ts';
import type { Participation } from './participation-store.ts';
import type { Response } from './response.ts';
import type { ResponsePorts } from './response-ports.ts';
import { type GivenResponse, putAnswer, standingAnswer, takeBack } from './stored-answer.ts';

type Ports = Pick<ResponsePorts, 'responses' | 'participation'>;

/** A card of an anonymous prompt, in the chat of the person who was asked. */
export interface AnonymousCard {
  readonly broadcastId: string;
  readonly personId: string;
  readonly key: string;
}

/** The key that a card of an anonymous prompt brought. Throws CardKeyMissing where it brought none of its own. */
export function requireKey(key: string | undefined): string {
  if (key === undefined || key === '' || key === cardKeyPlaceholder) throw new ProductError('CardKeyMissing');
  return key;
}

export interface AnonymousReading {
  readonly response?: Response;
  /** The person has answered, but from another card. */
  readonly answeredElsewhere: boolean;
}

/** What this card knows of the person's answer. Without a key it can only know that there is one. */
export async function readAnonymous(
  ports: Ports,
  broadcastId: string,
  personId: string,
  key: string | undefined,
): Promise<AnonymousReading> {
  const [stored, participation] = await Promise.all([
    key === undefined ? undefined : ports.responses.get(broadcastId, respondentIdOf(key)),
    ports.participation.get(broadcastId, personId),
  ]);
  const response = standingAnswer(stored);
  const answeredElsewhere = participation !== undefined && (key === undefined || participation.claim !== claimOf(key));
  return { answeredElsewhere, ...(response === undefined ? {} : { response }) };
}

/**
 * Records an answer from a card, or changes the one that was given from it. Throws AlreadyAnswered.
 *
 * An anonymous answer is two things that nothing stored ties together: the response, under an id that follows from the
 * card's key, and the participation, which says that the person has answered, and by its claim from which card. An
 * answer stands only with a participation of the same claim, so that a person has one. Whoever makes an answer makes the
 * participation first, and looks afterwards whether it still stands; whoever withdraws removes the participation after
 * the answer, and looks afterwards whether the answer is there again. Of two that cross, one sees what the other did.
 * What a crash cuts in two is completed by the same action again.
 */
export async function recordAnonymous(
  ports: Ports,
  { broadcastId, personId, key }: AnonymousCard,
  given: Omit<GivenResponse, 'broadcastId' | 'respondentId' | 'answeredAt'>,
): Promise<Response> {
  const respondentId = respondentIdOf(key);
  const claim = { broadcastId, personId, claim: claimOf(key) };
  const standing = await ports.responses.get(broadcastId, respondentId);
  await requireClaim(ports, claim, standing);
  const { response, began } = await putAnswer(ports.responses, { broadcastId, respondentId, ...given }, standing);
  if (began && !(await keepIfClaimed(ports, claim, respondentId))) throw new ProductError('AlreadyAnswered');
  return response;
}

/**
 * Withdraws what was answered from a card; the person may then answer again, from any card. Withdrawing what was cut off
 * in the middle completes it. Throws NothingAnswered and AlreadyAnswered.
 */
export async function withdrawAnonymous(ports: Ports, { broadcastId, personId, key }: AnonymousCard): Promise<void> {
  const respondentId = respondentIdOf(key);
  const claim = { broadcastId, personId, claim: claimOf(key) };
  const participation = await ports.participation.get(broadcastId, personId);
  if (participation !== undefined && participation.claim !== claim.claim) throw new ProductError('AlreadyAnswered');
  for (let answered = participation !== undefined; ; answered = true) {
    const isTakenBack = await takeBack(ports.responses, broadcastId, respondentId);
    if (!isTakenBack && !answered) throw new ProductError('NothingAnswered');
    await ports.participation.remove(broadcastId, personId, claim.claim);
    const again = standingAnswer(await ports.responses.get(broadcastId, respondentId));
    if (again === undefined) return;
    // What was there all the time, though it was not seen, goes now; what was answered meanwhile stays.
    if (!isTakenBack) continue;
    await keepIfClaimed(ports, claim, respondentId);
    return;
  }
}

/** Whoever changes an answer has a claim already, and reading it costs less than failing to make it. */
async function requireClaim(ports: Ports, claim: Participation, stored: Versioned<Response> | undefined) {
  const isChange = standingAnswer(stored) !== undefined;
  const stands = isChange ? await standingClaim(ports, claim) : await makeClaim(ports, claim);
  if (stands !== claim.claim) throw new ProductError('AlreadyAnswered');
}

/** Sees to it that an answer which now stands has its participation; it goes again where another card has one: false. */
async function keepIfClaimed(ports: Ports, claim: Participation, respondentId: string): Promise<boolean> {
  if ((await standingClaim(ports, claim)) === claim.claim) return true;
  await takeBack(ports.responses, claim.broadcastId, respondentId);
  return false;
}

/** The claim of the person's participation, which is made where there is none. */
async function standingClaim(ports: Ports, claim: Participation): Promise<string> {
  const known = await ports.participation.get(claim.broadcastId, claim.personId);
  return known?.claim ?? makeClaim(ports, claim);
}

async function makeClaim(ports: Ports, claim: Participation): Promise<string> {
  for (;;) {
    try {
      return (await ports.participation.create(claim)).stored.value.claim;
    } catch (error) {
      // What stood there was removed before it could be read.
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}
