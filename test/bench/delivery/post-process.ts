import { Agent } from 'undici';
import type { CardJson } from '../../../src/delivery/card-sender.ts';
import { createConnectorCardSender } from '../../../src/teams/connector-card-sender.ts';
import { systemClock } from '../../../src/time/clock.ts';
import { answerParent, inputOfParent } from '../child-process.ts';
import { conversationOf } from './audience.ts';
import type { Spent } from './spent.ts';

export interface PostInput {
  readonly way: 'fetch' | 'send';
  readonly serviceUrl: string;
  readonly card: CardJson;
  readonly warmUp: number;
  readonly messages: number;
  readonly atOnce: number;
}

type Post = (conversationId: string) => Promise<void>;

const { way, serviceUrl, card, warmUp, messages, atOnce } = inputOfParent<PostInput>();

/** The least that anybody can do: a body made once, posted by the fetch that Node brings along. */
function postByFetch(): Post {
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  const body = JSON.stringify({ type: 'message', attachments });
  const headers = { authorization: 'Bearer local', 'content-type': 'application/json' };
  return async (conversationId) => {
    const url = `${serviceUrl}v3/conversations/${encodeURIComponent(conversationId)}/activities`;
    const response = await fetch(url, { method: 'POST', headers, body });
    const answer = await response.json();
    if (response.status !== 201 || answer.id === undefined) throw new Error(`${response.status}`);
  };
}

function postBySender(): Post {
  const sender = createConnectorCardSender({
    appId: '',
    tenantId: '',
    defaultServiceUrl: serviceUrl,
    token: async () => 'local',
    dispatcher: new Agent({ connections: 64, keepAliveTimeout: 30_000 }),
    clock: systemClock,
    timeoutMs: 10_000,
  });
  return async (conversationId) => {
    const result = await sender.send({ serviceUrl, conversationId }, card);
    if (result.kind !== 'sent') throw new Error(result.kind);
  };
}

async function postAll(post: Post, count: number): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) {
      next += 1;
      await post(conversationOf(next));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

const post = way === 'fetch' ? postByFetch() : postBySender();
await postAll(post, warmUp);
const [before, began] = [process.cpuUsage(), performance.now()];
await postAll(post, messages);
const { user, system } = process.cpuUsage(before);
const spent: Spent = { cpuMs: (user + system) / 1_000 / messages, seconds: (performance.now() - began) / 1_000 };
answerParent(spent, async () => {});
