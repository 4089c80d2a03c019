import type { Schedule } from '../broadcasts/broadcast.ts';
import { bankHolidaysKnown } from '../time/working-days.ts';
import type { CardAction, CardElement } from './adaptive-card.ts';
import { goButton, sendButton } from './buttons.ts';
import type { Words } from './card-texts.ts';
import { group, heading, paragraph, strong } from './text-blocks.ts';

/** When a broadcast goes out once somebody has agreed to it. */
export interface PlannedTime {
  readonly schedule: Schedule;
  /** Whether the first cards go out at once then. */
  readonly startsNow: boolean;
  /** How many get it later, because of a prompt in the week before. */
  readonly promptedLately: number;
}

export interface ScheduleView extends PlannedTime {
  readonly broadcastId: string;
  /** Whether the author may send outside the sending hours. */
  readonly mayBeUrgent: boolean;
}

/** When a broadcast will really go out, and to whom later than to others, with the choice of another time. */
export function scheduleSection(view: ScheduleView, words: Words): CardElement {
  return group(
    [
      ...scheduleLines(view, words.t('schedule.now'), words),
      { type: 'ActionSet', spacing: 'Small', actions: choices(view, words) },
    ],
    { spacing: 'Medium', separator: true },
  );
}

/** The same without a choice; `now` says that it starts as soon as one agrees. */
export function scheduleLines(
  { schedule, startsNow, promptedLately }: PlannedTime,
  now: string,
  words: Words,
): readonly CardElement[] {
  const { startAt, latestBy, urgentBecause } = schedule;
  const year = Number(startAt.slice(0, 4));
  return [
    heading(words.t('schedule.title'), { spacing: 'None' }),
    strong(startsNow ? now : words.t('schedule.startsAt', { moment: words.moment(startAt) })),
    ...(urgentBecause === undefined ? [] : [paragraph(words.t('schedule.urgent'))]),
    ...(latestBy === undefined || startsNow
      ? []
      : [paragraph(words.t('schedule.latestBy', { moment: words.moment(latestBy) }))]),
    ...(promptedLately > 0 ? [paragraph(words.t('schedule.waiting', { count: promptedLately }))] : []),
    ...(bankHolidaysKnown(year) ? [] : [paragraph(words.t('schedule.bankHolidaysUnknown', { year: String(year) }))]),
  ];
}

function choices({ broadcastId, schedule, mayBeUrgent }: ScheduleView, words: Words): readonly CardAction[] {
  const chosen = schedule.hours === 'permitted' || schedule.urgentBecause !== undefined;
  return [
    shown(
      words.t('schedule.choose'),
      timeInputs(words),
      [sendButton('compose.at', words.t('schedule.use'), { broadcastId })],
      words,
    ),
    ...(chosen ? [goButton('compose.next-hours', words.t('schedule.nextHours'), { broadcastId })] : []),
    ...(mayBeUrgent
      ? [
          shown(
            words.t('schedule.urgentChoose'),
            [urgentInput(words)],
            [sendButton('compose.urgent', words.t('schedule.urgentUse'), { broadcastId })],
            words,
          ),
        ]
      : []),
  ];
}

function timeInputs(words: Words): readonly CardElement[] {
  const required = (label: string, errorMessage: string) => ({
    label: words.t('common.required', { label }),
    isRequired: true,
    errorMessage,
  });
  return [
    { type: 'Input.Date', id: 'when.date', ...required(words.t('schedule.date'), words.t('composeForm.dateMissing')) },
    {
      type: 'Input.Time',
      id: 'when.time',
      value: '10:00',
      ...required(words.t('schedule.time'), words.t('composeForm.timeMissing')),
    },
  ];
}

function urgentInput(words: Words): CardElement {
  const label = words.t('common.required', { label: words.t('schedule.urgentReason') });
  return {
    type: 'Input.Text',
    id: 'urgent.because',
    label,
    isRequired: true,
    errorMessage: words.t('error.ReasonMissing.title'),
    isMultiline: true,
    maxLength: 300,
  };
}

function shown(title: string, body: readonly CardElement[], actions: readonly CardAction[], words: Words): CardAction {
  return {
    type: 'Action.ShowCard',
    title,
    card: { type: 'AdaptiveCard', version: '1.5', lang: words.language, body, actions },
  };
}
