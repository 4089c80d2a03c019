import { randomUUID } from 'node:crypto';
import { CloudAdapter, type TurnContext } from 'botbuilder';
import { AuthenticationError, type BotFrameworkAuthentication } from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import type { Logger } from 'pino';
import { type InboundActivity, inboundActivity } from './activity.ts';
import type { Reply } from './turn.ts';

/** What the door answers the Bot Connector with. */
export interface DoorAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface DoorOptions {
  readonly authentication: BotFrameworkAuthentication;
  readonly tenantId: string;
  readonly log: Logger;
  /** Answers one activity; undefined where nothing is to be said. */
  readonly handle: (activity: InboundActivity, log: Logger) => Promise<Reply | undefined>;
}

/** The bot's door: takes what the Bot Connector posts, checks who sent it, and answers. */
export type Door = (authorization: string, body: unknown) => Promise<DoorAnswer>;

/**
 * Makes the door. It answers 401 to a token that does not hold, 400 to what is no activity, 403 to another tenant, 200
 * otherwise; an error that nobody foresaw is logged under a correlation id and answered 500 with that id only.
 */
export function createDoor(options: DoorOptions): Door {
  const adapter = new OpenAdapter(options.authentication);
  return async (authorization, body) => {
    const correlationId = randomUUID();
    const log = options.log.child({ correlationId });
    try {
      return await receive(adapter, options, log, authorization, body);
    } catch (error) {
      if (error instanceof AuthenticationError) {
        log.warn({ reason: error.message }, 'activity refused: not signed in');
        return { status: 401, body: { error: { code: 'Unauthorized' } } };
      }
      log.error({ err: error }, 'activity failed');
      return { status: 500, body: { error: { code: 'Unexpected', correlationId } } };
    }
  };
}

async function receive(
  adapter: OpenAdapter,
  options: DoorOptions,
  log: Logger,
  authorization: string,
  body: unknown,
): Promise<DoorAnswer> {
  const shape = activityShape(body);
  if (shape === undefined) return { status: 400, body: { error: { code: 'ActivityMalformed' } } };
  let answer: DoorAnswer = { status: 200 };
  await adapter.receive(authorization, shape, async () => {
    answer = await answerActivity(options, log, body);
  });
  return answer;
}

async function answerActivity(options: DoorOptions, log: Logger, body: unknown): Promise<DoorAnswer> {
  const parsed = inboundActivity.safeParse(body);
  if (!parsed.success) {
    log.warn({ issues: parsed.error.issues.map(({ path, code }) => ({ path, code })) }, 'activity not understood');
    return { status: isKnownType(body) ? 400 : 200 };
  }
  const activity = parsed.data;
  if (activity.channelData.tenant.id.toLowerCase() !== options.tenantId) {
    log.warn('activity refused: another tenant');
    return { status: 403, body: { error: { code: 'TenantForeign' } } };
  }
  const reply = await options.handle(activity, log);
  return reply === undefined ? { status: 200 } : { status: 200, body: invokeBody(reply) };
}

/** What a client shows after Action.Execute. */
function invokeBody(reply: Reply) {
  if ('error' in reply) return { statusCode: 500, type: 'application/vnd.microsoft.error', value: reply.error };
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card };
}

function activityShape(body: unknown): Partial<Activity> | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  return 'type' in body && typeof body.type === 'string' ? { ...body, type: body.type } : undefined;
}

function isKnownType(body: unknown): boolean {
  const type = activityShape(body)?.type ?? '';
  return ['message', 'invoke', 'conversationUpdate', 'installationUpdate'].includes(type);
}

/** The SDK's adapter with its way in opened, since its own `process` prints to the console and leaks error texts. */
class OpenAdapter extends CloudAdapter {
  async receive(authorization: string, activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>) {
    await this.processActivity(authorization, activity as Activity, logic);
  }
}
