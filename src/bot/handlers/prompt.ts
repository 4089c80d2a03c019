import type { Prompt } from '../../broadcasts/broadcast-state.ts';
import type { ActionData } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { answerProblemText } from '../../cards/answer-problem-text.ts';
import type { Words } from '../../cards/card-texts.ts';
import { closedCard } from '../../cards/closed-card.ts';
import { promptCard } from '../../cards/prompt-card.ts';
import { receiptCard } from '../../cards/receipt-card.ts';
import { isProductError } from '../../errors/product-error.ts';
import { answerPrompt, readPrompt } from '../../responses/answer-prompt.ts';
import type { Answers, Response } from '../../responses/response.ts';
import { promptView } from '../broadcast-view.ts';
import type { Reply, Turn } from '../turn.ts';

/** A prompt as it stands for this person: the questions, their receipt, or that it has closed. */
export async function showPrompt(turn: Turn, { broadcastId }: ActionData<'prompt.show'>): Promise<Reply> {
  const { prompt, asked, response, closed } = await readPrompt(turn.services.responses, turn.personId, broadcastId);
  const words = turn.services.texts.in(asked.language);
  if (closed) return { card: closedFor(turn, prompt, response, words), keep: true, also: asked.message };
  if (response !== undefined) return { card: receipt(prompt, response, words), keep: true, also: asked.message };
  return { card: await questions(turn, prompt, words), keep: false };
}

/** The questions once more, filled in with what the person answered. */
export async function changeAnswer(turn: Turn, { broadcastId }: ActionData<'prompt.change'>): Promise<Reply> {
  const { prompt, asked, response, closed } = await readPrompt(turn.services.responses, turn.personId, broadcastId);
  const words = turn.services.texts.in(asked.language);
  if (closed) return { card: closedFor(turn, prompt, response, words), keep: true, also: asked.message };
  return { card: await questions(turn, prompt, words, { answers: response?.answers ?? {} }), keep: false };
}

/** Stores an answer and gives the receipt; what cannot be taken comes back with the reason beside each question. */
export async function answerToPrompt(turn: Turn, data: ActionData<'prompt.answer'>): Promise<Reply> {
  const { broadcastId, ...inputs } = data;
  try {
    const result = await answerPrompt(turn.services.responses, turn.personId, broadcastId, inputs);
    const { asked } = result;
    const words = turn.services.texts.in(asked.language);
    if (result.kind === 'recorded') {
      return { card: receipt(result.prompt, result.response, words), keep: true, also: asked.message };
    }
    const problems = Object.fromEntries(
      Object.entries(result.problems).map(([id, problem]) => [
        id,
        answerProblemText(result.prompt.content, id, problem, words),
      ]),
    );
    return { card: await questions(turn, result.prompt, words, { answers: result.answers, problems }), keep: false };
  } catch (error) {
    if (isProductError(error, 'PromptClosed')) return showPrompt(turn, { broadcastId });
    if (isProductError(error, 'AnswerMissing')) return askAgain(turn, broadcastId);
    throw error;
  }
}

/** Nothing was answered at all: the questions stay, with a sentence that says so. */
async function askAgain(turn: Turn, broadcastId: string): Promise<Reply> {
  const { prompt, asked } = await readPrompt(turn.services.responses, turn.personId, broadcastId);
  const words = turn.services.texts.in(asked.language);
  const problems = { all: words.t('error.AnswerMissing.text') };
  return { card: await questions(turn, prompt, words, { problems }), keep: false };
}

async function questions(
  turn: Turn,
  prompt: Prompt,
  words: Words,
  filled: { readonly answers?: Answers; readonly problems?: Readonly<Record<string, string>> } = {},
): Promise<AdaptiveCard> {
  return promptCard({ ...(await promptView(turn.services, prompt, words)), ...filled }, words);
}

function receipt({ id, content }: Prompt, response: Response, words: Words): AdaptiveCard {
  const { answers, answeredAt, revision } = response;
  return receiptCard({ broadcastId: id, content, answers, answeredAt, revision }, words);
}

function closedFor(turn: Turn, { content }: Prompt, response: Response | undefined, words: Words): AdaptiveCard {
  const contact = turn.services.contactAddress;
  return closedCard({ content, contact, ...(response === undefined ? {} : { answers: response.answers }) }, words);
}
