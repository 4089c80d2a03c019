import type { ActionData, Verb } from '../cards/actions.ts';
import { actionData } from '../cards/actions.ts';
import { unexpectedNotice } from '../cards/notice-card.ts';
import { isProductError, ProductError } from '../errors/product-error.ts';
import { executeValue } from './activity.ts';
import { approve, sendBack, showAwaiting } from './handlers/approval.ts';
import { hideComment, replyWithComments, restoreComment } from './handlers/comments.ts';
import {
  confirmSending,
  discardComposed,
  editComposed,
  openComposeForm,
  previewComposed,
  sendAtTime,
  sendInNextHours,
  sendUrgently,
} from './handlers/compose.ts';
import { addFromBank, addQuestion, moveQuestion, openQuestion, removeQuestion } from './handlers/compose-questions.ts';
import {
  cancel,
  closeEarly,
  correct,
  keep,
  openCorrection,
  pause,
  recall,
  remind,
  replyWithReport,
  resend,
  resume,
  share,
  stopAsking,
} from './handlers/control.ts';
import { checkExtension, extend, openExtension } from './handlers/deadline.ts';
import { askToErase, eraseHeld, exportHeld, replyWithHeld } from './handlers/held.ts';
import { askIntroduction, introduce } from './handlers/introduce.ts';
import { replyWithMyAnswers, replyWithWaiting } from './handlers/my-prompts.ts';
import { replyWithProgress } from './handlers/progress.ts';
import { answerToPrompt, changeAnswer, showPrompt, takeBackAnswer } from './handlers/prompt.ts';
import { takeStep } from './handlers/prompt-steps.ts';
import { replyWithResults } from './handlers/results.ts';
import { offerResultsFile } from './handlers/results-file.ts';
import { replyWithItem, replyWithRoadmap } from './handlers/roadmap.ts';
import { replyWithSharedResults } from './handlers/shared-results.ts';
import { refusalCard } from './refusal-card.ts';
import type { KnownTurn, Reply, Turn } from './turn.ts';

type ForAnybody<V extends Verb> = {
  readonly who: 'anybody';
  readonly run: (turn: Turn, data: ActionData<V>) => Promise<Reply>;
};
type ForKnown<V extends Verb> = {
  readonly who: 'known';
  readonly run: (turn: KnownTurn, data: ActionData<V>) => Promise<Reply>;
};

/**
 * What each button does. `known` handlers get the person from the directory; those for `anybody` look up what they need
 * themselves: an answer must not wait for one read more than it takes.
 */
const verbHandlers: { readonly [V in Verb]: ForAnybody<V> | ForKnown<V> } = {
  'person.introduce': { who: 'anybody', run: introduce },
  'roadmap.show': { who: 'known', run: replyWithRoadmap },
  'roadmap.item': { who: 'known', run: replyWithItem },
  'prompts.waiting': { who: 'known', run: replyWithWaiting },
  'answers.mine': { who: 'known', run: replyWithMyAnswers },
  'held.show': { who: 'known', run: replyWithHeld },
  'held.export': { who: 'known', run: exportHeld },
  'held.erase-ask': { who: 'known', run: askToErase },
  'held.erase': { who: 'known', run: eraseHeld },
  'prompt.show': { who: 'anybody', run: showPrompt },
  'prompt.step': { who: 'anybody', run: takeStep },
  'prompt.answer': { who: 'anybody', run: answerToPrompt },
  'prompt.change': { who: 'anybody', run: changeAnswer },
  'prompt.withdraw': { who: 'anybody', run: takeBackAnswer },
  'prompt.results': { who: 'anybody', run: replyWithSharedResults },
  'compose.form': { who: 'known', run: openComposeForm },
  'compose.add-question': { who: 'known', run: addQuestion },
  'compose.add-from-bank': { who: 'known', run: addFromBank },
  'compose.open-question': { who: 'known', run: openQuestion },
  'compose.move-question': { who: 'known', run: moveQuestion },
  'compose.remove-question': { who: 'known', run: removeQuestion },
  'compose.preview': { who: 'known', run: previewComposed },
  'compose.edit': { who: 'known', run: editComposed },
  'compose.send': { who: 'known', run: confirmSending },
  'compose.discard': { who: 'known', run: discardComposed },
  'compose.at': { who: 'known', run: sendAtTime },
  'compose.next-hours': { who: 'known', run: sendInNextHours },
  'compose.urgent': { who: 'known', run: sendUrgently },
  'approval.show': { who: 'known', run: showAwaiting },
  'approval.approve': { who: 'known', run: approve },
  'approval.send-back': { who: 'known', run: sendBack },
  'broadcast.progress': { who: 'known', run: replyWithProgress },
  'broadcast.pause': { who: 'known', run: pause },
  'broadcast.resume': { who: 'known', run: resume },
  'broadcast.cancel': { who: 'known', run: cancel },
  'broadcast.resend': { who: 'known', run: resend },
  'broadcast.remind': { who: 'known', run: remind },
  'broadcast.recall': { who: 'known', run: recall },
  'broadcast.correct-form': { who: 'known', run: openCorrection },
  'broadcast.correct': { who: 'known', run: correct },
  'broadcast.extend-form': { who: 'known', run: openExtension },
  'broadcast.extend-check': { who: 'known', run: checkExtension },
  'broadcast.extend': { who: 'known', run: extend },
  'broadcast.close': { who: 'known', run: closeEarly },
  'broadcast.keep-results': { who: 'known', run: keep },
  'broadcast.share-results': { who: 'known', run: share },
  'broadcast.stop-series': { who: 'known', run: stopAsking },
  'broadcast.report': { who: 'known', run: replyWithReport },
  'results.show': { who: 'known', run: replyWithResults },
  'results.file': { who: 'known', run: offerResultsFile },
  'results.comments': { who: 'known', run: replyWithComments },
  'comments.hide': { who: 'known', run: hideComment },
  'comments.restore': { who: 'known', run: restoreComment },
};

/** Answers a button. Every refusal has its own card; an error that nobody foresaw leaves the card as it is. */
export async function handleAction(turn: Turn, name: string, value: unknown): Promise<Reply> {
  try {
    return await refusing(turn, () => runAction(turn, name, value));
  } catch (error) {
    return unforeseen(turn, error);
  }
}

async function refusing(turn: Turn, action: () => Promise<Reply>): Promise<Reply> {
  try {
    return await action();
  } catch (error) {
    if (!isProductError(error)) throw error;
    turn.log.info({ code: error.code }, 'action refused');
    return { card: await refusalCard(turn, error), keep: false };
  }
}

async function runAction(turn: Turn, name: string, value: unknown): Promise<Reply> {
  const parsed = executeValue.safeParse(value);
  if (name !== 'adaptiveCard/action' || !parsed.success) throw new ProductError('ActionMalformed');
  const { verb, data } = parsed.data.action;
  if (!isVerb(verb)) throw new ProductError('ActionUnknown');
  return runVerb(turn, verb, data ?? {});
}

async function runVerb<V extends Verb>(turn: Turn, verb: V, data: unknown): Promise<Reply> {
  const parsed = actionData[verb].safeParse(data);
  if (!parsed.success) throw new ProductError('ActionMalformed');
  const handler: ForAnybody<V> | ForKnown<V> = verbHandlers[verb];
  const known = parsed.data as ActionData<V>;
  if (handler.who === 'anybody') return handler.run(turn, known);
  const stored = await turn.services.people.get(turn.personId);
  if (stored === undefined) return { card: askIntroduction(turn), keep: true };
  const words = turn.services.texts.in(stored.value.language);
  return handler.run({ ...turn, person: stored.value, words }, known);
}

function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(verbHandlers, verb);
}

function unforeseen(turn: Turn, error: unknown): Reply {
  turn.log.error({ err: error }, 'action failed');
  const { correlationId } = turn.log.bindings();
  const { title, text } = unexpectedNotice(String(correlationId), turn.words);
  return { error: { code: 'Unexpected', message: `${title}. ${text}` } };
}
