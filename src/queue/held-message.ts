import { type DequeuedMessageItem, type QueueClient, RestError } from '@azure/storage-queue';
import type { ReceivedWork } from '../delivery/work-queue.ts';
import { wholeSeconds } from './whole-seconds.ts';

/**
 * Deletes a message, or hides it for longer, by its latest receipt. Each hiding brings a new receipt, so the two wait
 * for each other. A message that is gone, or that was handed out again since, is left alone: its work is done, or is
 * being done by whoever holds it now.
 */
export function holdMessage(message: DequeuedMessageItem, queue: QueueClient): Pick<ReceivedWork, 'done' | 'extend'> {
  let receipt: string | undefined = message.popReceipt;
  let last: Promise<void> = Promise.resolve();

  function inTurn(step: (receipt: string) => Promise<string | undefined>): Promise<void> {
    const turn = async () => {
      if (receipt === undefined) return;
      try {
        receipt = await step(receipt);
      } catch (error) {
        if (!isLost(error)) throw error;
        receipt = undefined;
      }
    };
    last = last.then(turn, turn);
    return last;
  }

  return {
    done: () =>
      inTurn(async (current) => {
        await queue.deleteMessage(message.messageId, current);
        return undefined;
      }),
    extend: async (seconds) => {
      const hidden = wholeSeconds(seconds, 0);
      await inTurn(async (current) => {
        const { popReceipt } = await queue.updateMessage(message.messageId, current, undefined, hidden);
        return popReceipt;
      });
    },
  };
}

/** https://learn.microsoft.com/rest/api/storageservices/queue-service-error-codes */
function isLost(error: unknown): boolean {
  return error instanceof RestError && (error.code === 'MessageNotFound' || error.code === 'PopReceiptMismatch');
}
