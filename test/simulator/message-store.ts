import type { Conversation } from './conversations.ts';
import { type Content, newMessage } from './message.ts';

export interface MessageStoreOptions {
  readonly record: 'everything' | 'counts';
  readonly now: () => Date;
  /** Told of every message, and every change of one, that reaches a conversation. */
  readonly stored: (kind: 'delivery' | 'update') => void;
}

export type MessageStore = ReturnType<typeof createMessageStore>;

/**
 * The bot's messages. With `record: 'counts'` nothing is kept of them but their number, so that a long run takes no
 * more memory than a short one; an id then counts as known when it was ever given out.
 */
export function createMessageStore({ record, now, stored }: MessageStoreOptions) {
  const firstId = Date.now();
  let lastId = firstId;

  function nextId(): string {
    lastId += 1;
    return String(lastId);
  }

  return {
    nextId,
    has(conversation: Conversation, id: string): boolean {
      if (record === 'everything') return conversation.messages.has(id);
      const number = Number(id);
      return Number.isInteger(number) && number > firstId && number <= lastId;
    },
    add(conversation: Conversation, content: Content): string {
      const id = nextId();
      conversation.deliveries += 1;
      if (record === 'everything') {
        conversation.messages.set(id, newMessage(id, conversation.id, now(), content));
      }
      stored('delivery');
      return id;
    },
    update(conversation: Conversation, id: string, content: Content): void {
      conversation.updates += 1;
      const message = conversation.messages.get(id);
      message?.versions.push(content);
      message?.revert();
      stored('update');
    },
    remove(conversation: Conversation, id: string): void {
      const message = conversation.messages.get(id);
      if (message !== undefined) message.deleted = true;
      conversation.messages.delete(id);
    },
  };
}
