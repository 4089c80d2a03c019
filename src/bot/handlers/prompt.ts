import type { ActionData } from '../../cards/actions.ts';
import { withdrawnCard } from '../../cards/withdrawn-card.ts';
import { isProductError } from '../../errors/product-error.ts';
import { type AnswerResult, answerPrompt, readPrompt } from '../../responses/answer-prompt.ts';
import { withdrawAnswer } from '../../responses/withdraw-answer.ts';
import { askedAgain, replyWithQuestions, replyWithReceipt, whereItStands, withKey } from '../prompt-replies.ts';
import type { Reply, Turn } from '../turn.ts';

type OfPrompt = ActionData<'prompt.show'>;

/** A prompt as it stands for this person: the questions, their receipt, or that it has closed. */
export async function showPrompt(turn: Turn, { broadcastId, key }: OfPrompt): Promise<Reply> {
  const reading = await readPrompt(turn.services.responses, turn.personId, broadcastId, key);
  return whereItStands(turn, reading, key) ?? replyWithQuestions(turn, reading, key);
}

/** The questions once more, filled in with what the person answered. */
export async function changeAnswer(turn: Turn, { broadcastId, key }: ActionData<'prompt.change'>): Promise<Reply> {
  const reading = await readPrompt(turn.services.responses, turn.personId, broadcastId, key);
  const { response, closed, answeredElsewhere } = reading;
  if (closed || answeredElsewhere || response === undefined) return showPrompt(turn, { broadcastId, key });
  return replyWithQuestions(turn, reading, key, { answers: response.answers, changing: true });
}

/** Stores an answer and gives the receipt; what cannot be taken comes back with the reason beside each question. */
export async function answerToPrompt(turn: Turn, data: ActionData<'prompt.answer'>): Promise<Reply> {
  const { broadcastId, key, accepted = [] } = data;
  try {
    const result = await answer(turn, data);
    if (result.kind === 'recorded') return replyWithReceipt(turn, result, key);
    return askedAgain(turn, result, key, accepted);
  } catch (error) {
    if (isProductError(error, 'PromptClosed') || isProductError(error, 'AlreadyAnswered')) {
      return showPrompt(turn, { broadcastId, key });
    }
    if (isProductError(error, 'AnswerMissing')) return askForAnything(turn, data);
    throw error;
  }
}

/** Takes the person's answer back. Doing it again changes nothing. */
export async function takeBackAnswer(turn: Turn, { broadcastId, key }: ActionData<'prompt.withdraw'>): Promise<Reply> {
  const { responses, texts } = turn.services;
  try {
    await withdrawAnswer(responses, turn.personId, broadcastId, key);
  } catch (error) {
    if (isProductError(error, 'PromptClosed') || isProductError(error, 'AlreadyAnswered')) {
      return showPrompt(turn, { broadcastId, key });
    }
    if (!isProductError(error, 'NothingAnswered')) throw error;
  }
  const reading = await readPrompt(responses, turn.personId, broadcastId, key);
  const standing = whereItStands(turn, reading, key);
  if (standing !== undefined) return standing;
  const { prompt, asked } = reading;
  const words = texts.in(asked.language);
  const card = withdrawnCard({ broadcastId, content: prompt.content, ...withKey(prompt, key) }, words);
  return { card, keep: true, also: asked.message };
}

/**
 * Step by step the person was asked about each doubtful text when it was written: what they kept then is not asked about
 * once more.
 */
async function answer(turn: Turn, data: ActionData<'prompt.answer'>): Promise<AnswerResult> {
  const { broadcastId, key, given = {}, accepted = [], step, sure = false, ...inputs } = data;
  const send = (certain: boolean) =>
    answerPrompt(turn.services.responses, turn.personId, {
      broadcastId,
      inputs: { ...given, ...inputs },
      sure: certain,
      ...(key === undefined ? {} : { key }),
    });
  const result = await send(step === undefined && sure);
  if (step === undefined || result.kind !== 'doubts') return result;
  const last = result.prompt.content.questions[step - 1]?.id;
  const kept = sure && last !== undefined ? [...accepted, last] : accepted;
  const doubts = Object.fromEntries(Object.entries(result.doubts).filter(([id]) => !kept.includes(id)));
  return Object.keys(doubts).length === 0 ? send(true) : { ...result, doubts };
}

/** Nothing was answered at all: the questions stay, with a sentence that says so. */
async function askForAnything(turn: Turn, { broadcastId, key, step }: ActionData<'prompt.answer'>): Promise<Reply> {
  const reading = await readPrompt(turn.services.responses, turn.personId, broadcastId, key);
  const words = turn.services.texts.in(reading.asked.language);
  const problems = { all: words.t('error.AnswerMissing.text') };
  return replyWithQuestions(turn, reading, key, { problems, ...(step === undefined ? {} : { step }) });
}
