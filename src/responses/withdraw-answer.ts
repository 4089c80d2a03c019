import { ProductError } from '../errors/product-error.ts';
import { requireKey, withdrawAnonymous } from './anonymous-answer.ts';
import { type AskedPrompt, openPrompt } from './asked-prompt.ts';
import type { ResponsePorts } from './response-ports.ts';
import { takeBack } from './stored-answer.ts';

/**
 * Takes back what a person answered, while the prompt takes answers; they may answer again. `key` is that of the card,
 * which cards of anonymous prompts have. Throws PromptUnknown, PromptNotSent, NotYourPrompt, PromptClosed and
 * NothingAnswered; for an anonymous prompt also AlreadyAnswered (from another card) and CardKeyMissing.
 */
export async function withdrawAnswer(
  ports: ResponsePorts,
  personId: string,
  broadcastId: string,
  key?: string,
): Promise<AskedPrompt> {
  const found = await openPrompt(ports, personId, broadcastId);
  if (found.prompt.content.privacy === 'anonymous') {
    await withdrawAnonymous(ports, { broadcastId, personId, key: requireKey(key) });
  } else if (!(await takeBack(ports.responses, broadcastId, personId))) {
    throw new ProductError('NothingAnswered');
  }
  return found;
}
