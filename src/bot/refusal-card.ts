import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { errorNotice, noticeCard } from '../cards/notice-card.ts';
import type { ProductError } from '../errors/product-error.ts';
import type { Turn } from './turn.ts';

/** What a coded error is answered with, in the person's language where the directory knows it. */
export async function refusalCard(turn: Turn, { code, facts }: ProductError): Promise<AdaptiveCard> {
  const stored = await turn.services.people.get(turn.personId);
  const words = stored === undefined ? turn.words : turn.services.texts.in(stored.value.language);
  return noticeCard(errorNotice(code, facts, words), words);
}
