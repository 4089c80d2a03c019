import { z } from 'zod';
import type { CardJson, CardSender } from '../delivery/card-sender.ts';
import { activitiesUrl, activityUrl, type ConnectorOptions, callConnector, folder } from './connector-call.ts';

const created = z.object({ id: z.string().min(1) });

/** Puts cards into chats by way of the Bot Connector. */
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
      const answer = await call('PUT', activityUrl(message), { ...cardMessage(card), id: message.activityId });
      return answer.kind === 'answered' ? { kind: 'sent', message } : answer;
    },
  };
}

/** Card only: Teams splits an activity with text and card in two, and then answers with no id. */
function cardMessage(card: CardJson) {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}
