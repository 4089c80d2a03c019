import type { BroadcastContent, BroadcastState } from '../broadcasts/broadcast.ts';
import { finalStates, type Outcome, reasons } from '../delivery/delivery.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { blockBar } from './block-bar.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { facts, group, heading, hint, paragraph } from './text-blocks.ts';

export interface ProgressView {
  readonly broadcastId: string;
  readonly content: BroadcastContent;
  readonly state: BroadcastState;
  /** Everyone of the audience; the outcome and those still planned always add up to it. */
  readonly people: number;
  readonly outcome: Outcome;
  readonly planned: number;
  /** ISO 8601. */
  readonly updatedAt: string;
}

/** Shows an author how far a broadcast has gone out, with everyone accounted for. */
export function progressCard(view: ProgressView, words: Words): AdaptiveCard {
  const { broadcastId, content, state, people, outcome } = view;
  const sentence = words.t('progress.sentence', { count: people, sent: words.number(outcome.sent) });
  const refresh = goButton('broadcast.progress', words.t('progress.refresh'), { broadcastId });
  return cardFrame(words, {
    title: words.t(`progress.titles.${state}`),
    subtitle: words.of(content.title),
    body: [
      paragraph(sentence),
      ...(state === 'stopped' ? [stoppedNote(words)] : []),
      progressBar(view, words),
      counts(view, words),
      ...reasonLines(outcome, words),
      hint(words.t('progress.updatedAt', { moment: words.moment(view.updatedAt) }), { spacing: 'Medium' }),
    ],
    actions: actionsOf(view, refresh, words),
    speak: `${words.of(content.title)}. ${sentence}`,
    refresh,
  });
}

function stoppedNote(words: Words): CardElement {
  return group([paragraph(words.t('progress.stopped'))], { style: 'attention', spacing: 'Medium' });
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

function actionsOf({ broadcastId, content, state }: ProgressView, refresh: CardAction, words: Words): CardAction[] {
  return [
    ...(content.kind === 'prompt' ? [goButton('results.show', words.t('progress.results'), { broadcastId })] : []),
    ...(state === 'sending' ? [refresh] : []),
    ...(content.kind === 'update' && state !== 'sending' ? [commandButton('broadcast', words)] : []),
  ];
}
