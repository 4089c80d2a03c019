import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isRecalled } from '../broadcasts/broadcast-state.ts';
import { isClosedForGood, isClosedPrompt } from '../broadcasts/closing.ts';
import type { Person } from '../people/person.ts';
import type { Outcome } from './delivery.ts';
import { mostReminders, remindersOf } from './reminder-rules.ts';

export const controlNames = [
  'edit',
  'discard',
  'confirm',
  'pause',
  'resume',
  'cancel',
  'resend',
  'remind',
  'correct',
  'recall',
  'extend',
  'close',
  'stop-series',
  'approve',
  'send-back',
  'take-back',
] as const;
export type ControlName = (typeof controlNames)[number];

/**
 * What a person who may see a broadcast can do about it as it stands, so that nothing is offered that is refused. The
 * outcome is that of the first pass.
 */
export function possibleControls(
  broadcast: Broadcast,
  outcome: Outcome,
  person: Person,
  now: Date,
): readonly ControlName[] {
  if (broadcast.cleared !== undefined) return [];
  if (broadcast.state === 'draft') return broadcast.author === person.id ? ['edit', 'discard', 'confirm'] : [];
  if (broadcast.state === 'awaiting-approval') return approvalControls(broadcast, person);
  return [...sendingControls(broadcast, outcome, now), ...promptControls(broadcast, now)];
}

function approvalControls({ author }: Broadcast, { id, duties }: Person): readonly ControlName[] {
  return [
    ...(duties.roadmapOwner ? (['approve', 'send-back'] as const) : []),
    ...(author === id ? (['take-back'] as const) : []),
  ];
}

function sendingControls(broadcast: Broadcast, outcome: Outcome, now: Date): readonly ControlName[] {
  const recalled = isRecalled(broadcast);
  switch (broadcast.state) {
    case 'draft':
    case 'awaiting-approval':
      return [];
    case 'scheduled':
      return ['cancel'];
    case 'sending':
      return ['pause', 'cancel'];
    case 'paused':
      return ['resume', 'cancel'];
    case 'cancelled':
      return recalled || broadcast.confirmed === undefined ? [] : ['recall'];
    case 'sent':
      if (recalled) return [];
      return [
        ...(outcome.unreachable + outcome.failed > 0 ? (['resend'] as const) : []),
        ...(mayRemind(broadcast, now) ? (['remind'] as const) : []),
        'correct',
        'recall',
      ];
  }
}

function mayRemind(broadcast: Broadcast, now: Date): boolean {
  const { content, laterRuns } = broadcast;
  return content.kind === 'prompt' && !isClosedPrompt(broadcast, now) && remindersOf(laterRuns) < mostReminders;
}

function promptControls(broadcast: Broadcast, now: Date): readonly ControlName[] {
  const { content, state, series } = broadcast;
  if (content.kind !== 'prompt' || isRecalled(broadcast)) return [];
  const stands = state !== 'cancelled';
  const mayExtend = stands && !isClosedForGood({ ...broadcast, content }, now);
  return [
    ...(mayExtend ? (['extend'] as const) : []),
    ...(stands && state !== 'scheduled' && !isClosedPrompt(broadcast, now) ? (['close'] as const) : []),
    ...(series !== undefined && series.stopped !== true ? (['stop-series'] as const) : []),
  ];
}
