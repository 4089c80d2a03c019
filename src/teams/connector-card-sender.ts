import { type Dispatcher, errors, request } from 'undici';
import { z } from 'zod';
import type { MessageAddress } from '../broadcasts/broadcast.ts';
import type { CardJson, CardSender, SendResult } from '../delivery/card-sender.ts';
import type { ChatAddress } from '../people/person.ts';
import type { Clock } from '../time/clock.ts';
import type { BotToken } from './bot-token.ts';
import { classifyRefusal, retryAfterMs } from './send-failure.ts';

export interface ConnectorOptions {
  readonly appId: string;
  readonly tenantId: string;
  /** Where to open the chat with somebody who has never written to the bot. */
  readonly defaultServiceUrl: string;
  readonly token: BotToken;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  /** For one call, in milliseconds. */
  readonly timeoutMs: number;
}

const created = z.object({ id: z.string().min(1) });
/** In the usual form and in an older one, in which Teams still says that a person has blocked the bot. */
const refused = z.union([
  z.object({ error: z.object({ code: z.string() }) }).transform(({ error }) => error.code),
  z.object({ errorCode: z.number() }).transform(({ errorCode }) => String(errorCode)),
]);

type Failure = Exclude<SendResult, { readonly kind: 'sent' }>;
type Answer = { readonly kind: 'answered'; readonly body: unknown } | Failure;

/**
 * Talks to the Bot Connector by plain HTTP requests, each made once and with a time limit: the SDK's client repeats a
 * POST behind one's back, and then a card arrives twice.
 */
export function createConnectorCardSender(options: ConnectorOptions): CardSender {
  const call = (method: 'POST' | 'PUT', url: URL, body: unknown) => callConnector(options, method, url, body);
  return {
    openChat: async (personId) => {
      const url = new URL('v3/conversations', folder(options.defaultServiceUrl));
      const answer = await call('POST', url, {
        isGroup: false,
        bot: { id: `28:${options.appId}` },
        members: [{ id: personId }],
        tenantId: options.tenantId,
        channelData: { tenant: { id: options.tenantId } },
      });
      if (answer.kind !== 'answered') return answer;
      const opened = created.safeParse(answer.body);
      if (!opened.success) return { kind: 'failed', reason: 'server-error' };
      return { kind: 'opened', chat: { serviceUrl: options.defaultServiceUrl, conversationId: opened.data.id } };
    },
    send: async (chat, card) => {
      const answer = await call('POST', activitiesUrl(chat), cardMessage(card));
      if (answer.kind !== 'answered') return answer;
      const posted = created.safeParse(answer.body);
      return { kind: 'sent', message: { ...chat, activityId: posted.success ? posted.data.id : '' } };
    },
    update: async (message, card) => {
      const url = new URL(encodeURIComponent(message.activityId), folder(activitiesUrl(message).href));
      const answer = await call('PUT', url, { ...cardMessage(card), id: message.activityId });
      return answer.kind === 'answered' ? { kind: 'sent', message } : answer;
    },
  };
}

async function callConnector(
  options: ConnectorOptions,
  method: 'POST' | 'PUT',
  url: URL,
  body: unknown,
): Promise<Answer> {
  try {
    const response = await request(url, {
      method,
      dispatcher: options.dispatcher,
      headers: { authorization: `Bearer ${await options.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      headersTimeout: options.timeoutMs,
      bodyTimeout: options.timeoutMs,
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    const text = await response.body.text();
    if (response.statusCode < 300) return { kind: 'answered', body: parsed(text) };
    const refusal = refused.safeParse(parsed(text));
    const header = response.headers['retry-after'];
    const wait = retryAfterMs(Array.isArray(header) ? header[0] : header, options.clock.now());
    return classifyRefusal({
      status: response.statusCode,
      ...(refusal.success ? { code: refusal.data } : {}),
      ...(wait === undefined ? {} : { retryAfterMs: wait }),
    });
  } catch (error) {
    if (isTransportFailure(error)) return { kind: 'retry', why: 'uncertain' };
    throw error;
  }
}

function isTransportFailure(error: unknown): boolean {
  if (error instanceof errors.UndiciError) return true;
  if (error instanceof DOMException) return error.name === 'TimeoutError' || error.name === 'AbortError';
  return error instanceof Error && 'syscall' in error;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Card only: Teams splits an activity with text and card in two, and then answers with no id. */
function cardMessage(card: CardJson) {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

function activitiesUrl({ serviceUrl, conversationId }: ChatAddress | MessageAddress): URL {
  return new URL(`v3/conversations/${encodeURIComponent(conversationId)}/activities`, folder(serviceUrl));
}

function folder(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
