import type { BroadcastContent, BroadcastState, Series } from '../broadcasts/broadcast.ts';
import { finalStates, type Outcome, type Reason, type RunId, reasons } from '../delivery/delivery.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { blockBar } from './block-bar.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { answeringActions, progressActions, refreshButton } from './progress-actions.ts';
import { facts, group, heading, hint, paragraph, strong } from './text-blocks.ts';

export interface ProgressView {
  readonly broadcastId: string;
  readonly content: BroadcastContent;
  readonly state: BroadcastState;
  /** Everyone of the audience; the outcome and those still planned always add up to it. */
  readonly people: number;
  readonly outcome: Outcome;
  readonly planned: number;
  /** The pass that the figures are about. */
  readonly run: RunId;
  /** When the first card goes out, ISO 8601; only before that. */
  readonly startAt?: string;
  /** Until when some wait for their working hours or the end of their week, ISO 8601. */
  readonly waitsUntil?: string;
  /** Why Teams refuses it as a whole. */
  readonly pausedBecause?: Reason;
  /** Whether it was taken back. */
  readonly recalled: boolean;
  /** Whether those who have not answered may be reminded now. */
  readonly mayRemind: boolean;
  /** Of a prompt: whether it takes no more answers, and when its author closed it, if before the deadline (ISO 8601). */
  readonly closed?: boolean;
  readonly closedEarlyAt?: string;
  /** Of a prompt that is asked again and again. */
  readonly series?: Series;
  /** Whether those who answer a prompt do not get its results. */
  readonly resultsKept?: true;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** Shows an author how far a broadcast has gone out, with everyone accounted for. */
export function progressCard(view: ProgressView, words: Words): AdaptiveCard {
  const { content, state, people, outcome } = view;
  const sentence = words.t('progress.sentence', { count: people, sent: words.number(outcome.sent) });
  return cardFrame(words, {
    title: titleOf(view, words),
    subtitle: words.of(content.title),
    body: [
      paragraph(state === 'scheduled' ? words.t('progress.scheduled', { count: people }) : sentence),
      ...notes(view, words),
      ...(state === 'scheduled' ? [] : [progressBar(view, words), counts(view, words)]),
      ...reasonLines(outcome, words),
      ...answering(view, words),
      hint(words.t('progress.updatedAt', { moment: words.moment(view.updatedAt) }), { spacing: 'Medium' }),
    ],
    actions: progressActions(view, words),
    speak: `${words.of(content.title)}. ${sentence}`,
    refresh: refreshButton(view, words),
  });
}

function titleOf({ state, run }: ProgressView, words: Words): string {
  if (run === 'send') return words.t(`progress.titles.${state}`);
  if (run === 'recall' || run === 'results') return words.t(`progress.runs.${run}`);
  return words.t(run.startsWith('remind') ? 'progress.runs.remind' : 'progress.runs.correct');
}

function notes(view: ProgressView, words: Words): readonly CardElement[] {
  const { state, startAt, waitsUntil, pausedBecause, outcome } = view;
  return [
    ...(startAt === undefined ? [] : [strong(words.t('progress.startsAt', { moment: words.moment(startAt) }))]),
    ...(state === 'paused' ? [pausedNote(pausedBecause, words)] : []),
    ...(waitsUntil === undefined
      ? []
      : [paragraph(words.t('progress.waitsUntil', { moment: words.moment(waitsUntil) }))]),
    ...(outcome.possiblyTwice > 0
      ? [paragraph(words.t('progress.possiblyTwice', { count: outcome.possiblyTwice }))]
      : []),
  ];
}

/** Until when people can answer a prompt, and whether they are asked again. */
function answering(view: ProgressView, words: Words): readonly CardElement[] {
  const { content, series } = view;
  if (content.kind === 'update') return [];
  const again = series === undefined ? [] : [words.t(`series.${series.stopped === true ? 'stopped' : series.every}`)];
  const lines = [closingLine(view, words.deadline(content.deadline), words), ...again, ...sharing(view, words)];
  const actions = answeringActions(view, words);
  return [
    group(
      [
        ...lines.map((text, index) => paragraph(text, { spacing: index === 0 ? 'None' : 'Small' })),
        ...(actions.length === 0 ? [] : [{ type: 'ActionSet', spacing: 'Small', actions }]),
      ],
      { spacing: 'Medium', separator: true },
    ),
  ];
}

/** What those who answer learn of what came of it, while that can still be chosen. */
function sharing({ closed, recalled, resultsKept }: ProgressView, words: Words): readonly string[] {
  if (closed === true || recalled) return [];
  return [words.t(resultsKept === true ? 'progress.resultsKept' : 'progress.resultsShared')];
}

function closingLine({ closed, closedEarlyAt }: ProgressView, deadline: string, words: Words): string {
  if (closedEarlyAt !== undefined) return words.t('progress.closedEarly', { moment: words.moment(closedEarlyAt) });
  return words.t(closed === true ? 'progress.closedAt' : 'progress.openUntil', { deadline });
}

function pausedNote(because: Reason | undefined, words: Words): CardElement {
  const text =
    because === undefined
      ? words.t('progress.paused')
      : words.t('progress.pausedBecause', { reason: words.t(`reasonOne.${because}`) });
  return group([paragraph(text)], { style: because === undefined ? 'emphasis' : 'attention', spacing: 'Medium' });
}

function progressBar({ people, planned }: ProgressView, words: Words): CardElement {
  const done = people === 0 ? 1 : (people - planned) / people;
  const text = words.t('progress.bar', { percent: words.percent(done) });
  return group(
    [
      {
        type: 'ProgressBar',
        value: people - planned,
        max: Math.max(1, people),
        color: 'Good',
        fallback: blockBar(done),
      },
      hint(text, { spacing: 'None' }),
    ],
    { spacing: 'Medium' },
  );
}

function counts({ outcome, planned }: ProgressView, words: Words): CardElement {
  const shown = finalStates.filter((state) => state === 'sent' || outcome[state] > 0);
  return facts(
    [
      ...shown.map((state) => [words.t(`progress.${state}`), words.number(outcome[state])] as const),
      ...(planned > 0 ? [[words.t('progress.planned'), words.number(planned)] as const] : []),
    ],
    { spacing: 'Medium' },
  );
}

function reasonLines(outcome: Outcome, words: Words): readonly CardElement[] {
  const lines = reasons.flatMap((reason) => {
    const count = outcome.reasons[reason] ?? 0;
    return count > 0 ? [paragraph(words.t(`reason.${reason}`, { count }), { spacing: 'Small' })] : [];
  });
  return lines.length === 0 ? [] : [heading(words.t('progress.reasons')), ...lines];
}
