import { createHash } from 'node:crypto';
import { ProductError } from '../errors/product-error.ts';
import type { KeptAnswer, KeptAnswerStore } from '../storage/kept-answer.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { Clock } from '../time/clock.ts';

export type Answer = NonNullable<KeptAnswer['answer']>;

/** The longest request, an import, takes less; after that its process counts as gone. In milliseconds. */
const heldMs = 120_000;

/** What a request asks for, in one short text. */
export function fingerprintOf(method: string, address: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, address, body ?? null]))
    .digest('base64url');
}

/**
 * Carries a request out once under its key, however often it comes, and answers every time alike. One that failed may
 * come again. Throws KeyReused when the key came with another request, StillUnderWay while the first is carried out, and
 * whatever carrying it out throws.
 */
export async function answerOnce(
  { keptAnswers, clock }: { readonly keptAnswers: KeptAnswerStore; readonly clock: Clock },
  asked: Pick<KeptAnswer, 'personId' | 'key' | 'fingerprint'>,
  carryOut: () => Promise<Answer>,
): Promise<Answer> {
  const held = (ms: number) => new Date(clock.now().getTime() + ms).toISOString();
  const mine: KeptAnswer = { ...asked, heldUntil: held(heldMs) };
  const { created, stored } = await keptAnswers.create(mine);
  if (!created && stored.value.fingerprint !== asked.fingerprint) throw new ProductError('KeyReused');
  if (!created && stored.value.answer !== undefined) return stored.value.answer;
  const taken = created ? stored : await takeOver(keptAnswers, stored, mine, clock.now());
  try {
    const answer = await carryOut();
    await write(keptAnswers, { ...mine, answer }, taken.etag);
    return answer;
  } catch (error) {
    await write(keptAnswers, { ...mine, heldUntil: held(0) }, taken.etag);
    throw error;
  }
}

async function takeOver(
  keptAnswers: KeptAnswerStore,
  stored: Versioned<KeptAnswer>,
  mine: KeptAnswer,
  now: Date,
): Promise<Versioned<KeptAnswer>> {
  if (Date.parse(stored.value.heldUntil) > now.getTime()) throw new ProductError('StillUnderWay');
  try {
    return await keptAnswers.replace(mine, stored.etag);
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
    throw new ProductError('StillUnderWay', {}, { cause: error });
  }
}

/** Whoever took over meanwhile, since this took too long, writes what is kept. */
async function write(keptAnswers: KeptAnswerStore, kept: KeptAnswer, etag: string): Promise<void> {
  await keptAnswers.replace(kept, etag).catch((error: unknown) => {
    if (!(error instanceof VersionConflict)) throw error;
  });
}
