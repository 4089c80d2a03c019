import { ProductError } from '../errors/product-error.ts';
import { VersionConflict } from '../storage/versioned.ts';
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
  const before = await ports.responses.get(broadcastId, respondentId);
  // Whoever changes an answer has a claim already, and reading it costs less than failing to make it.
  const hadClaim = standingAnswer(before) !== undefined && (await hasClaim(ports, claim));
  if (!hadClaim && (await makeClaim(ports, claim)) !== claim.claim) return refuse(ports, claim, respondentId);
  // What was read before the claim was made may be gone with the claim that went with it.
  const known = hadClaim ? before : undefined;
  const { response, began } = await putAnswer(ports.responses, { broadcastId, respondentId, ...given }, known);
  if ((began || !hadClaim) && !(await hasClaim(ports, claim))) {
    if ((await settle(ports, claim, respondentId)) === 'elsewhere') throw new ProductError('AlreadyAnswered');
  }
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
  if (participation !== undefined && participation.claim !== claim.claim) return refuse(ports, claim, respondentId);
  for (let answered = participation !== undefined; ; answered = true) {
    const isTakenBack = await takeBack(ports.responses, broadcastId, respondentId);
    if (!isTakenBack && !answered) throw new ProductError('NothingAnswered');
    await ports.participation.remove(broadcastId, personId, claim.claim);
    const settled = await settle(ports, claim, respondentId);
    // What was answered meanwhile stays; what was there all the time, though it was not seen, goes in the next round.
    if (isTakenBack || settled !== 'answered') return;
  }
}

/** Another card has the claim: an answer from this one, which a crash may have left, must not stand. */
async function refuse(ports: Ports, claim: Participation, respondentId: string): Promise<never> {
  await settle(ports, claim, respondentId);
  throw new ProductError('AlreadyAnswered');
}

async function hasClaim({ participation }: Ports, { broadcastId, personId, claim }: Participation): Promise<boolean> {
  return (await participation.get(broadcastId, personId))?.claim === claim;
}

/**
 * Brings an answer and its participation into line, whoever else writes them: where an answer stands there is a
 * participation of the same claim, and the other way round. An answer goes where another card has the claim.
 */
async function settle(
  ports: Ports,
  claim: Participation,
  respondentId: string,
): Promise<'answered' | 'not-answered' | 'elsewhere'> {
  const { broadcastId, personId } = claim;
  for (;;) {
    const known = await ports.participation.get(broadcastId, personId);
    const stands = standingAnswer(await ports.responses.get(broadcastId, respondentId)) !== undefined;
    const isMine = known?.claim === claim.claim;
    if (stands && isMine) return 'answered';
    if (!stands && !isMine) return known === undefined ? 'not-answered' : 'elsewhere';
    if (isMine) await ports.participation.remove(broadcastId, personId, claim.claim);
    else if (known === undefined) await makeClaim(ports, claim);
    else await takeBack(ports.responses, broadcastId, respondentId);
  }
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
