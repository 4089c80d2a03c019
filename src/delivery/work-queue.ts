import type { RunId } from './delivery.ts';

/** Work that waits in the queue: lay out a confirmed broadcast, or take one slice of it through a pass. */
export type Work =
  | { readonly kind: 'plan'; readonly broadcastId: string }
  | { readonly kind: 'slice'; readonly broadcastId: string; readonly run: RunId; readonly slice: number };

export interface ReceivedWork {
  readonly work: Work;
  /** How often this message was handed out, this time included. */
  readonly deliveries: number;
  /** Removes the message: the work is done. */
  done(): Promise<void>;
  /** Hides the message for `seconds` more from now. */
  extend(seconds: number): Promise<void>;
}

/** At-least-once: the same work can arrive twice, so doing it twice must change nothing. */
export interface WorkQueue {
  enqueue(work: Work, delaySeconds?: number): Promise<void>;
  /** At most `max` (1 to 32) messages, each hidden from others for `hideSeconds`. Empty when nothing waits. */
  receive(max: number, hideSeconds: number): Promise<readonly ReceivedWork[]>;
}
