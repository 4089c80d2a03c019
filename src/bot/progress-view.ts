import type { ProgressView } from '../cards/progress-card.ts';
import type { Progress } from '../delivery/progress.ts';

/** Progress as its card shows it. */
export function progressView({ broadcast, recipients, outcome, waiting, at }: Progress): ProgressView {
  const { id, content, state } = broadcast;
  return { broadcastId: id, content, state, people: recipients, outcome, planned: waiting, updatedAt: at };
}
