import { isRecalled } from '../broadcasts/broadcast-state.ts';
import { isClosedPrompt } from '../broadcasts/closing.ts';
import type { ProgressView } from '../cards/progress-card.ts';
import { type Reason, reasons } from '../delivery/delivery.ts';
import { type Progress, startOf } from '../delivery/progress.ts';
import { mostReminders, remindersOf } from '../delivery/reminder-rules.ts';

/** Progress as its card shows it. */
export function progressView({ broadcast, run, recipients, outcome, waiting, waitsUntil, at }: Progress): ProgressView {
  const { id, content, state, pausedBecause, laterRuns, closedEarlyAt, series, resultsKept } = broadcast;
  const closed = isClosedPrompt(broadcast, new Date(at));
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
    mayRemind: content.kind === 'prompt' && !closed && remindersOf(laterRuns) < mostReminders,
    closed,
    ...(closedEarlyAt === undefined ? {} : { closedEarlyAt }),
    ...(series === undefined ? {} : { series }),
    ...(resultsKept === undefined ? {} : { resultsKept }),
    ...(startAt !== undefined && startAt > at ? { startAt } : {}),
    ...(waitsUntil === undefined ? {} : { waitsUntil }),
    ...(because === undefined ? {} : { pausedBecause: because }),
  };
}
