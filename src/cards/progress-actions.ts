import type { ActionData, Verb } from './actions.ts';
import type { CardAction } from './adaptive-card.ts';
import { commandButton, goButton } from './buttons.ts';
import type { TextKey, Words } from './card-texts.ts';
import type { ProgressView } from './progress-card.ts';
import { paragraph } from './text-blocks.ts';

type ControlVerb = Exclude<Extract<Verb, `broadcast.${string}` | 'results.show'>, 'broadcast.extend'>;

/** What an author may do about a broadcast as it stands. What cannot be undone asks once more. */
export function progressActions(view: ProgressView, words: Words): readonly CardAction[] {
  const { content, state, recalled } = view;
  const results =
    content.kind === 'prompt' && state !== 'scheduled' ? [button(view, 'results.show', 'progress.results', words)] : [];
  const cancel = confirmed(view, 'broadcast.cancel', 'control.cancel', 'control.cancelSure', words);
  switch (state) {
    case 'draft':
    case 'awaiting-approval':
      return [];
    case 'scheduled':
      return [cancel];
    case 'sending':
      return [
        button(view, 'broadcast.pause', 'control.pause', words),
        cancel,
        refreshButton(view, words),
        ...results.map(folded),
      ];
    case 'paused':
      return [button(view, 'broadcast.resume', 'control.resume', words), ...results, cancel];
    case 'cancelled':
      return [...results, ...(recalled ? [] : [recallButton(view, words)]), report(view, words)];
    case 'sent':
      return recalled ? [...results, report(view, words)] : sentActions(view, results, words);
  }
}

/** Draws the card anew from what is stored. */
export function refreshButton(view: ProgressView, words: Words): CardAction {
  return button(view, 'broadcast.progress', 'progress.refresh', words);
}

function sentActions(view: ProgressView, results: readonly CardAction[], words: Words): readonly CardAction[] {
  const { content, outcome, run, mayRemind } = view;
  const missed = run === 'send' ? outcome.unreachable + outcome.failed : 0;
  return [
    ...results,
    ...(mayRemind ? [button(view, 'broadcast.remind', 'control.remind', words)] : []),
    ...(missed > 0 ? [button(view, 'broadcast.resend', 'control.resend', words)] : []),
    folded(report(view, words)),
    folded(button(view, 'broadcast.correct-form', 'control.correct', words)),
    folded(recallButton(view, words)),
    ...(content.kind === 'update' ? [folded(commandButton('broadcast', words))] : []),
  ];
}

/** What an author may do about until when, and how often, people can answer a prompt, and what they learn of it. */
export function answeringActions(view: ProgressView, words: Words): readonly CardAction[] {
  const { content, state, closed, series, recalled, resultsKept } = view;
  const isAnonymous = content.kind === 'prompt' && content.privacy === 'anonymous';
  if (recalled || state === 'draft' || state === 'awaiting-approval' || state === 'cancelled') return [];
  const extend = button(view, 'broadcast.extend-form', closed === true ? 'control.reopen' : 'control.extend', words);
  const closeSure = isAnonymous ? 'control.closeSureAnonymous' : 'control.closeSure';
  const close = confirmed(view, 'broadcast.close', 'control.close', closeSure, words);
  const stop = confirmed(view, 'broadcast.stop-series', 'series.stop', 'series.stopSure', words);
  const results =
    resultsKept === true
      ? button(view, 'broadcast.share-results', 'control.shareResults', words)
      : button(view, 'broadcast.keep-results', 'control.keepResults', words);
  return [
    ...(closed === true && isAnonymous ? [] : [extend]),
    ...(closed === true || state === 'scheduled' ? [] : [close]),
    ...(series === undefined || series.stopped === true ? [] : [stop]),
    ...(closed === true ? [] : [results]),
  ];
}

function report(view: ProgressView, words: Words): CardAction {
  return button(view, 'broadcast.report', 'control.report', words);
}

function recallButton(view: ProgressView, words: Words): CardAction {
  return confirmed(view, 'broadcast.recall', 'control.recall', 'control.recallSure', words);
}

/** A button that is not often needed: clients that can fold it into a menu, so that three at most stand out. */
function folded(action: CardAction): CardAction {
  return { ...action, mode: 'secondary' };
}

function button(
  { broadcastId }: ProgressView,
  verb: ControlVerb,
  title: TextKey,
  words: Words,
  extras: Readonly<Record<string, unknown>> = {},
): CardAction {
  const data = { broadcastId } satisfies ActionData<ControlVerb>;
  return goButton(verb, words.t(title), data, extras);
}

/** A button that opens the question whether one is sure, and only there does it. */
function confirmed(view: ProgressView, verb: ControlVerb, title: TextKey, question: TextKey, words: Words): CardAction {
  const sure = words.t(question, { count: view.outcome.sent });
  return {
    type: 'Action.ShowCard',
    title: words.t(title),
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      lang: words.language,
      body: [paragraph(sure)],
      actions: [button(view, verb, title, words, { style: 'destructive' })],
    },
  };
}
