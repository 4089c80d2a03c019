import { isStandingPrompt, isUnconfirmed, type Prompt } from '../broadcasts/broadcast-state.ts';
import { hasClosed } from '../broadcasts/closing.ts';
import { ProductError } from '../errors/product-error.ts';
import type { Asked, ResponsePorts } from './response-ports.ts';

/** A prompt and the person who was asked it. */
export interface AskedPrompt {
  readonly prompt: Prompt;
  readonly asked: Asked;
}

/**
 * The prompt that a person was asked, open or closed. Throws PromptUnknown, PromptNotSent, NotYourPrompt, and
 * RecordsRemoved once it is no longer kept who was asked.
 */
export async function askedPrompt(ports: ResponsePorts, personId: string, broadcastId: string): Promise<AskedPrompt> {
  const [broadcast, asked] = await Promise.all([ports.sentBroadcast(broadcastId), ports.asked(broadcastId, personId)]);
  if (broadcast?.content.kind === 'prompt' && isUnconfirmed(broadcast)) throw new ProductError('PromptNotSent');
  if (broadcast === undefined || !isStandingPrompt(broadcast)) throw new ProductError('PromptUnknown');
  if (asked === undefined) throw new ProductError(broadcast.cleared === undefined ? 'NotYourPrompt' : 'RecordsRemoved');
  return { prompt: broadcast, asked };
}

/** The same while it takes answers; otherwise throws PromptClosed too. */
export async function openPrompt(ports: ResponsePorts, personId: string, broadcastId: string): Promise<AskedPrompt> {
  const found = await askedPrompt(ports, personId, broadcastId);
  if (hasClosed(found.prompt, ports.clock.now())) throw new ProductError('PromptClosed');
  return found;
}
