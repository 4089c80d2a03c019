import { ProductError } from '../errors/product-error.ts';
import type { Person } from '../people/person.ts';
import type { CardJson, CardSender } from './card-sender.ts';
import { repeated } from './repeated-call.ts';

/**
 * Posts a card in the author's own chat, for them to look at. Throws AuthorUnreachable when there is no chat, or none any
 * more, and CardNotTaken when Teams does not take it after four tries.
 */
export async function sendToAuthor(sender: CardSender, { reach }: Person, card: CardJson): Promise<void> {
  if (reach.state !== 'reachable') throw new ProductError('AuthorUnreachable');
  const { chat } = reach;
  const result = await repeated(() => sender.send(chat, card));
  if (result.kind === 'sent') return;
  if (result.kind === 'unreachable') throw new ProductError('AuthorUnreachable', { reason: result.reason });
  throw new ProductError('CardNotTaken', {
    kind: result.kind,
    ...('reason' in result ? { reason: result.reason } : {}),
  });
}
