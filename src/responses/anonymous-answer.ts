import { ProductError } from '../errors/product-error.ts';
import type { Versioned } from '../storage/versioned.ts';
import { cardKeyPlaceholder, claimOf, respondentIdOf } from './card-key.ts';
import type { Participation } from './participation-store.ts';
import type { Response } from './response.ts';
import type { ResponsePorts } from './response-ports.ts';
import { type GivenResponse, putAnswer, standingAnswer, takeBack } from './stored-answer.ts';

type Ports = Pick<ResponsePorts, 'responses' | 'participation'>;

/**
 * An anonymous answer is two things that nothing stored ties together: the response, under an id that follows from the
 * card's key, and the participation, which says that the person has answered, and by its claim from which card.
 *
 * An answer stands only with a participation of the same claim, so that a person has one. Whoever makes an answer makes
 * the participation before it, and looks afterwards whether it still stands; whoever withdraws removes the participation
 * after the answer, and looks afterwards whether an answer came back. Of two that cross each other, one sees it.
 */
export interface AnonymousCard {
  readonly broadcastId: string;
  readonly personId: string;
  /** Throws nothing: see {@link requireKey}. */
  readonly key: string;
}

/** Throws CardKeyMissing where a card of an anonymous prompt brought no key of its own. */
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

/** Records an answer from a card, or changes the one that was given from it. Throws AlreadyAnswered. */
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
  if (began) await keepIfClaimed(ports, claim, respondentId);
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
  const isTakenBack = await takeBack(ports.responses, broadcastId, respondentId);
  if (!isTakenBack && participation === undefined) throw new ProductError('NothingAnswered');
  await ports.participation.remove(broadcastId, personId, claim.claim);
  const again = standingAnswer(await ports.responses.get(broadcastId, respondentId));
  if (again !== undefined) await keepIfClaimed(ports, claim, respondentId);
}

async function requireClaim(ports: Ports, claim: Participation, standing: Versioned<Response> | undefined) {
  // Whoever changes an answer has a claim already, and reading it is cheaper than failing to make it.
  const known =
    standingAnswer(standing) === undefined
      ? undefined
      : await ports.participation.get(claim.broadcastId, claim.personId);
  const { claim: stands } = known ?? (await ports.participation.create(claim)).stored.value;
  if (stands !== claim.claim) throw new ProductError('AlreadyAnswered');
}

/** Makes sure that an answer that now stands has its participation; if another card has it, the answer goes again. */
async function keepIfClaimed(ports: Ports, claim: Participation, respondentId: string): Promise<void> {
  const { broadcastId, personId } = claim;
  const known = await ports.participation.get(broadcastId, personId);
  const { claim: stands } = known ?? (await ports.participation.create(claim)).stored.value;
  if (stands === claim.claim) return;
  await takeBack(ports.responses, broadcastId, respondentId);
  throw new ProductError('AlreadyAnswered');
}
