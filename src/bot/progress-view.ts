import { isRecalled } from '../broadcasts/broadcast-state.ts';
import { isClosedPrompt } from '../broadcasts/closing.ts';
import type { ProgressView } from '../cards/progress-card.ts';
import { type Reason, reasons } from '../delivery/delivery.ts';
import { type Progress, startOf } from '../delivery/progress.ts';
import { mostReminders, remindersOf } from '../delivery/reminder-rules.ts';

/** Progress as its card shows it. */
export function progressView({ broadcast, run, recipients, outcome, waiting, waitsUntil, at }: Progress): ProgressView {
  const { id, content, state, pausedBecause, laterRuns } = broadcast;
  const because = reasons.find((reason): reason is Reason => reason === pausedBecause);
  const startAt = startOf(broadcast, run);
  return {
    broadcastId: id,
    content,
    state,
    people: recipients,
    outcome,
    planned: waiting,
    updatedAt: at,
    run,
    recalled: isRecalled(broadcast),
    mayRemind:
      content.kind === 'prompt' && !isClosedPrompt(broadcast, new Date(at)) && remindersOf(laterRuns) < mostReminders,
    ...(startAt !== undefined && startAt > at ? { startAt } : {}),
    ...(waitsUntil === undefined ? {} : { waitsUntil }),
    ...(because === undefined ? {} : { pausedBecause: because }),
  };
}
