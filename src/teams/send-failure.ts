import type { SendResult } from '../delivery/card-sender.ts';
import type { Reason } from '../delivery/delivery.ts';

/** What the Bot Connector answered when it did not take a card. */
export interface Refusal {
  readonly status: number;
  /** The code in the body, such as `ConversationBlockedByUser`, or in its older form `209`. */
  readonly code?: string;
  readonly retryAfterMs?: number;
}

type Failure = Exclude<SendResult, { readonly kind: 'sent' }>;

const unreachableCodes: ReadonlyMap<string, Reason> = new Map([
  ['ConversationBlockedByUser', 'blocked'],
  ['MessageWritesBlocked', 'blocked'],
  ['209', 'blocked'],
  ['BotNotInConversationRoster', 'uninstalled'],
  ['ForbiddenOperationException', 'not-installed'],
]);

const throttledStatuses: ReadonlySet<number> = new Set([412, 429]);
const gatewayStatuses: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * What a refusal means for the recipient, or for the whole broadcast.
 * Source: Teams documentation, "Send proactive messages" and "Optimize your bot with rate limiting": 403 with the codes
 * above concerns one person, and with any other code says nothing lasting about them; 404 means the conversation is gone; 401 and BotDisabledByAdmin concern the bot; 400 and
 * 413 concern the card; 412, 429, 502, 503 and 504 are worth another try, 500 is not.
 */
export function classifyRefusal({ status, code, retryAfterMs }: Refusal): Failure {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  if (throttledStatuses.has(status)) return { kind: 'retry', why: 'throttled', ...wait };
  if (gatewayStatuses.has(status)) return { kind: 'retry', why: 'uncertain', ...wait };
  if (status === 404) return { kind: 'unreachable', reason: 'chat-gone' };
  if (status === 401) return { kind: 'stop', reason: 'not-signed-in' };
  if (status === 400 || status === 413) return { kind: 'stop', reason: 'card-refused' };
  if (status === 403) {
    if (code === 'BotDisabledByAdmin') return { kind: 'stop', reason: 'bot-disabled' };
    const reason = unreachableCodes.get(code ?? '');
    return reason === undefined ? { kind: 'failed', reason: 'refused' } : { kind: 'unreachable', reason };
  }
  return { kind: 'failed', reason: 'server-error' };
}

/** Reads a Retry-After header, in seconds or as a date. Undefined when it is missing or makes no sense. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
