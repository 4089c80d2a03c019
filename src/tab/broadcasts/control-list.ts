import type { BroadcastJson } from '../../api/contract/broadcasts.ts';

/** What needs nothing but a yes, in the order of the buttons. */
export const plainControls = [
  'pause',
  'resume',
  'resend',
  'remind',
  'close',
  'stop-series',
  'cancel',
  'recall',
  'take-back',
] as const;
export type PlainControl = (typeof plainControls)[number];

const order = [
  'pause',
  'resume',
  'remind',
  'resend',
  'correct',
  'extend',
  'close',
  'stop-series',
  'cancel',
  'recall',
] as const;
export type OfferedControl = (typeof order)[number];

/** The controls that the page of a broadcast offers; what is done to drafts is done where they are written. */
export function offeredControls({ may, progress }: Pick<BroadcastJson, 'may' | 'progress'>): readonly OfferedControl[] {
  const missed = (progress?.outcome.unreachable ?? 0) + (progress?.outcome.failed ?? 0);
  return order.filter((control) => may.includes(control) && (control !== 'resend' || missed > 0));
}

const rare: readonly OfferedControl[] = ['correct', 'extend', 'close', 'stop-series', 'recall'];

/** Whether a control is seldom needed, and stands in a menu. */
export function isRare(control: OfferedControl): boolean {
  return rare.includes(control);
}

/** How many people a control concerns; undefined where it is about nobody in particular. */
export function peopleConcerned(
  { progress }: Pick<BroadcastJson, 'progress'>,
  control: PlainControl,
): number | undefined {
  if (progress === undefined) return undefined;
  const { outcome, waiting } = progress;
  switch (control) {
    case 'resend':
      return outcome.unreachable + outcome.failed;
    case 'recall':
    case 'remind':
      return outcome.sent;
    case 'cancel':
    case 'pause':
    case 'resume':
      return waiting;
    case 'close':
    case 'stop-series':
    case 'take-back':
      return undefined;
  }
}
