import { type Dispatcher, errors, request } from 'undici';
import { z } from 'zod';
import type { MessageAddress } from '../broadcasts/broadcast.ts';
import type { SendResult } from '../delivery/card-sender.ts';
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

/** In the usual form and in an older one, in which Teams still says that a person has blocked the bot. */
const refused = z.union([
  z.object({ error: z.object({ code: z.string() }) }).transform(({ error }) => error.code),
  z.object({ errorCode: z.number() }).transform(({ errorCode }) => String(errorCode)),
]);

type Failure = Exclude<SendResult, { readonly kind: 'sent' }>;

/** What the Bot Connector said to a call. */
export type ConnectorAnswer = { readonly kind: 'answered'; readonly body: unknown } | Failure;

/**
 * Calls the Bot Connector once, by a plain HTTP request with a time limit: the SDK's client repeats a POST behind one's
 * back, and then a card arrives twice.
 */
export async function callConnector(
  options: ConnectorOptions,
  method: 'POST' | 'PUT' | 'DELETE',
  url: URL,
  body?: unknown,
): Promise<ConnectorAnswer> {
  try {
    const response = await request(url, {
      method,
      dispatcher: options.dispatcher,
      headers: { authorization: `Bearer ${await options.token()}`, 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
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

/** Whether a request failed on its way, rather than for a mistake of ours. */
export function isTransportFailure(error: unknown): boolean {
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

/** Where the messages of a chat are. */
export function activitiesUrl({ serviceUrl, conversationId }: ChatAddress | MessageAddress): URL {
  return new URL(`v3/conversations/${encodeURIComponent(conversationId)}/activities`, folder(serviceUrl));
}

/** Where one message is. */
export function activityUrl(message: MessageAddress): URL {
  return new URL(encodeURIComponent(message.activityId), folder(activitiesUrl(message).href));
}

/** An address to which the parts of a path can be added. */
export function folder(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}
