import { Agent, request } from 'undici';
import { type Json, textAt } from './json.ts';

/** What the bot answered, or that it did not: 504 after the time limit, 502 when it could not be reached. */
export interface BotAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly failure?: 'timeout' | 'connection';
  readonly tookMs: number;
}

export interface PostOptions {
  readonly authorization?: string | undefined;
  readonly timeoutMs: number;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Posts activities to the bot as the Bot Framework does. An answer that comes too late is dropped, not cancelled. */
export function createBotClient(endpoint: () => string | undefined) {
  const agent = new Agent({ connections: 256, keepAliveTimeout: 10_000, headersTimeout: 0, bodyTimeout: 0 });

  async function exchange(activity: Json, authorization: string | undefined): Promise<Omit<BotAnswer, 'tookMs'>> {
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)',
      'x-ms-conversation-id': textAt(activity, 'conversation', 'id') ?? '',
      'x-ms-tenant-id': textAt(activity, 'conversation', 'tenantId') ?? '',
      ...(authorization === undefined ? {} : { authorization }),
    };
    const url = endpoint();
    if (url === undefined) throw new Error('No bot is connected: give botEndpoint, or call connect');
    const body = JSON.stringify(activity);
    try {
      const response = await request(url, { method: 'POST', headers, body, dispatcher: agent });
      return { status: response.statusCode, body: parsed(await response.body.text()) };
    } catch (error) {
      return { status: 502, body: String(error), failure: 'connection' };
    }
  }

  return {
    async post(activity: Json, { authorization, timeoutMs }: PostOptions): Promise<BotAnswer> {
      const started = performance.now();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Omit<BotAnswer, 'tookMs'>>((resolve) => {
        timer = setTimeout(() => resolve({ status: 504, body: undefined, failure: 'timeout' }), timeoutMs);
      });
      try {
        const answer = await Promise.race([exchange(activity, authorization), late]);
        return { ...answer, tookMs: performance.now() - started };
      } finally {
        clearTimeout(timer);
      }
    },
    close: () => agent.destroy(),
  };
}

export type BotClient = ReturnType<typeof createBotClient>;
