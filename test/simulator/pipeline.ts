import { setTimeout as wait } from 'node:timers/promises';
import type { Connector, ConnectorCall } from './connector.ts';
import type { Conversation, Directory } from './conversations.ts';
import type { Fault, Faults } from './faults.ts';
import { isJson, textAt } from './json.ts';
import { drawLatency, type Latency } from './latency.ts';
import type { LimitedCall, Limits } from './limits.ts';
import type { Random } from './random.ts';
import { type Answer, refusal, throttled } from './refusals.ts';
import type { RouteName } from './routes.ts';
import type { Traffic } from './traffic.ts';

/** How a call ends for the bot: with an answer, with a cut connection, or not at all. */
export type Ending = Answer | 'reset' | 'hang';

export interface PipelineParts {
  readonly connector: Connector;
  readonly directory: Directory;
  readonly faults: Faults;
  /** Undefined where nothing is limited. */
  readonly limits: () => Limits | undefined;
  readonly latency: () => Latency;
  readonly retryAfter: boolean;
  readonly random: Random;
  readonly traffic: Traffic;
  readonly changed: () => void;
}

const limitedRoutes: Partial<Record<RouteName, LimitedCall>> = {
  createConversation: 'create',
  send: 'send',
  reply: 'send',
  update: 'send',
};

/** What happens to a connector call on its way: scripted faults, then limits, then the call itself, then the delay. */
export function createPipeline(parts: PipelineParts) {
  const { connector, directory, faults, traffic } = parts;

  function conversationOf({ route, body }: ConnectorCall): Conversation | undefined {
    if (route.name !== 'createConversation') return directory.conversation(route.conversationId);
    const members = isJson(body) && Array.isArray(body.members) ? body.members : [];
    return directory.withId(textAt(members[0], 'id') ?? '')?.conversation;
  }

  function refusedByLimits(call: ConnectorCall, conversationId: string): Answer | undefined {
    const limited = limitedRoutes[call.route.name];
    const limits = parts.limits();
    if (limited === undefined || limits === undefined) return undefined;
    const admission = limits.admit(limited, conversationId, performance.now());
    if (admission.admitted) return undefined;
    return throttled(parts.retryAfter ? Math.ceil(admission.waitMs / 1000) : undefined);
  }

  function endingOf(fault: Fault): Ending {
    return fault.kind === 'answer' ? fault.answer : fault.kind;
  }

  async function passThrough(call: ConnectorCall, conversation: Conversation | undefined): Promise<Ending> {
    const userKeys = conversation?.members.flatMap(({ name, id, aadObjectId }) => [name, id, aadObjectId]) ?? [];
    const fault = faults.next({ route: call.route.name, userKeys });
    if (fault?.accepted === false) return endingOf(fault);
    const refused = refusedByLimits(call, conversation?.id ?? call.route.conversationId);
    const answer = refused ?? connector.handle(call);
    const delay = drawLatency(parts.latency(), parts.random);
    if (delay > 0) await wait(delay);
    return fault === undefined || answer.status >= 300 ? answer : endingOf(fault);
  }

  return {
    async run(call: ConnectorCall): Promise<Ending> {
      const began = performance.now();
      traffic.began();
      const conversation = conversationOf(call);
      const ending = await passThrough(call, conversation).catch(() => refusal('ServiceError'));
      traffic.ended({
        at: Date.now(),
        route: call.route.name,
        conversationId: conversation?.id ?? call.route.conversationId,
        status: typeof ending === 'string' ? 0 : ending.status,
        tookMs: performance.now() - began,
      });
      parts.changed();
      return ending;
    },
  };
}

export type Pipeline = ReturnType<typeof createPipeline>;
