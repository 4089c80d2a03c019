import type { RunId } from './delivery.ts';

/** What people are told about the approval of a broadcast: the roadmap owners the first, its author the others. */
export const approvalNews = ['asked', 'approved', 'sent-back'] as const;
export type ApprovalNews = (typeof approvalNews)[number];

/** News of what happened at an instant, ISO 8601; to one person once it was worked out whom it is for. */
export interface Tell {
  readonly kind: 'tell';
  readonly broadcastId: string;
  readonly news: ApprovalNews;
  readonly at: string;
  readonly to?: string;
}

/**
 * Work that waits in the queue: lay out a confirmed broadcast, take one slice of it through a pass, or tell somebody
 * about its approval.
 */
export type Work =
  | { readonly kind: 'plan'; readonly broadcastId: string }
  | Tell
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
