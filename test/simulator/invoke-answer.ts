import type { BotAnswer } from './bot-client.ts';
import { isJson, type Json, textAt } from './json.ts';

/** What came of pressing a button, for the person who pressed it. */
export interface ActionResult extends BotAnswer {
  /** A new card, a line of text, an error under the card, or "unable to reach app". */
  readonly outcome: 'card' | 'message' | 'error' | 'unreachable';
  readonly card?: Json;
  /** The line of text, or of the error. */
  readonly text?: string;
  readonly attempts: number;
}

/** Reads the bot's answer to an Action.Execute as a client does: only a well-formed one shows what the bot meant. */
export function readActionAnswer(answer: BotAnswer, attempts: number, tookMs: number): ActionResult {
  return { ...answer, attempts, tookMs, ...shown(answer) };
}

function shown({ status, body, failure }: BotAnswer): Pick<ActionResult, 'outcome' | 'card' | 'text'> {
  if (failure !== undefined) return { outcome: 'unreachable' };
  if (status !== 200 || !isJson(body)) return { outcome: 'error' };
  const { statusCode = 200, type, value } = body;
  if (type === 'application/vnd.microsoft.error') {
    const text = textAt(value, 'message');
    return text === undefined ? { outcome: 'error' } : { outcome: 'error', text };
  }
  if (statusCode !== 200) return { outcome: 'error' };
  if (type === 'application/vnd.microsoft.card.adaptive' && textAt(value, 'type') === 'AdaptiveCard' && isJson(value)) {
    return { outcome: 'card', card: value };
  }
  if (type === 'application/vnd.microsoft.activity.message' && typeof value === 'string') {
    return { outcome: 'message', text: value };
  }
  return { outcome: 'error' };
}
