import { setTimeout } from 'node:timers/promises';
import type { DeliveryPorts } from './delivery-ports.ts';
import { showProgress } from './progress.ts';

/** Keeps authors' progress cards up to date without flooding their chats. */
export interface ProgressReporter {
  /** Something about a broadcast changed; its card is drawn anew soon. */
  changed(broadcastId: string): void;
  /** Resolves when every change told so far is on its card. */
  finished(): Promise<void>;
}

/** How long a card stands before it is drawn anew, in milliseconds; Teams takes 60 updates of a chat in 30 seconds. */
const standsMs = 1_000;

/**
 * Draws one card at a time for each broadcast, always from what is stored at that moment, so that an older state never
 * overwrites a newer one.
 */
export function createProgressReporter(ports: DeliveryPorts, onError: (error: unknown) => void): ProgressReporter {
  const changed = new Set<string>();
  const drawing = new Map<string, Promise<void>>();
  const draw = async (broadcastId: string): Promise<void> => {
    while (changed.delete(broadcastId)) {
      try {
        const stored = await ports.broadcasts.get(broadcastId);
        if (stored !== undefined) await showProgress(ports, stored.value);
      } catch (error) {
        onError(error);
      }
      await setTimeout(standsMs);
    }
    drawing.delete(broadcastId);
  };
  return {
    changed: (broadcastId) => {
      changed.add(broadcastId);
      if (!drawing.has(broadcastId)) drawing.set(broadcastId, draw(broadcastId));
    },
    finished: async () => {
      while (drawing.size > 0) await Promise.all(drawing.values());
    },
  };
}
