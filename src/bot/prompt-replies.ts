import type { Prompt } from '../broadcasts/broadcast-state.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { answerProblemText } from '../cards/answer-problem-text.ts';
import { answeredElsewhereCard } from '../cards/answered-elsewhere-card.ts';
import type { Words } from '../cards/card-texts.ts';
import { closedCard } from '../cards/closed-card.ts';
import { promptCard } from '../cards/prompt-card.ts';
import { asksStepByStep } from '../cards/prompt-steps.ts';
import type { PromptView } from '../cards/prompt-view.ts';
import { receiptCard } from '../cards/receipt-card.ts';
import type { AnswerResult, PromptReading } from '../responses/answer-prompt.ts';
import { newCardKey } from '../responses/card-key.ts';
import type { Response } from '../responses/response.ts';
import { promptView } from './broadcast-view.ts';
import type { CardReply, Turn } from './turn.ts';

type Key = string | undefined;
type Shown = Pick<PromptView, 'answers' | 'problems' | 'doubts' | 'step' | 'accepted' | 'changing'>;

/**
 * What a person finds who has answered or is too late; undefined for whoever may answer now. A message may hold the card
 * with the only key to an anonymous answer, so one that came without that key never takes its place.
 */
export function whereItStands(turn: Turn, reading: PromptReading, key: Key): CardReply | undefined {
  const { prompt, asked, response, closed, answeredElsewhere } = reading;
  const words = turn.services.texts.in(asked.language);
  const kept = answeredElsewhere ? { keep: false } : { keep: true, also: asked.message };
  if (closed) return { card: closedFor(turn, reading, key, words), ...kept };
  if (answeredElsewhere) return { card: answeredElsewhereCard({ content: prompt.content }, words), ...kept };
  return response === undefined ? undefined : { card: receipt(prompt, response, key, words), ...kept };
}

/** The receipt, in the place of the questions wherever the person has them. */
export function replyWithReceipt(
  turn: Turn,
  { prompt, asked, response }: Extract<AnswerResult, { kind: 'recorded' }>,
  key: Key,
): CardReply {
  const card = receipt(prompt, response, key, turn.services.texts.in(asked.language));
  return { card, keep: true, also: asked.message };
}

/**
 * The questions. Step by step the stored message becomes the card as well once the person has begun, so that whoever
 * comes back finds it where it was.
 */
export async function replyWithQuestions(
  turn: Turn,
  { prompt, asked }: Pick<PromptReading, 'prompt' | 'asked'>,
  key: Key,
  shown: Shown = {},
): Promise<CardReply> {
  const words = turn.services.texts.in(asked.language);
  const view = await promptView(turn.services, prompt, words);
  const card = promptCard({ ...view, ...shown, ...withKey(prompt, key) }, words);
  return { card, keep: asksStepByStep(prompt.content.questions) && shown.step !== undefined };
}

/** The questions with what was filled in, and what is wrong with it; of many, the first with which something is. */
export async function askedAgain(
  turn: Turn,
  result: Exclude<AnswerResult, { kind: 'recorded' }>,
  key: Key,
  accepted: readonly string[],
): Promise<CardReply> {
  const { prompt, asked, answers } = result;
  const { content } = prompt;
  const words = turn.services.texts.in(asked.language);
  const wrong = result.kind === 'problems' ? result.problems : result.doubts;
  const step = content.questions.findIndex(({ id }) => Object.hasOwn(wrong, id)) + 1;
  const found =
    result.kind === 'doubts'
      ? { doubts: result.doubts }
      : {
          problems: Object.fromEntries(
            Object.entries(result.problems).map(([id, problem]) => [
              id,
              answerProblemText(content, id, problem, words),
            ]),
          ),
        };
  return replyWithQuestions(turn, { prompt, asked }, key, { answers, accepted, step: Math.max(1, step), ...found });
}

/** The key for a card of a prompt: a fresh one where an anonymous prompt was opened from a card that has none. */
export function withKey({ content }: Prompt, key: Key): { readonly key?: string } {
  return content.privacy === 'anonymous' ? { key: key ?? newCardKey() } : {};
}

function receipt(prompt: Prompt, response: Response, key: Key, words: Words): AdaptiveCard {
  const { answers, answeredAt, revision } = response;
  const { id: broadcastId, content, resultsKept } = prompt;
  const answered = { answers, revision, ...(answeredAt === undefined ? {} : { answeredAt }) };
  return receiptCard({ broadcastId, content, resultsKept, ...answered, ...ownKey(prompt, key) }, words);
}

function closedFor(
  turn: Turn,
  { prompt, response, answeredElsewhere }: PromptReading,
  key: Key,
  words: Words,
): AdaptiveCard {
  const { id, content, closedEarlyAt, resultsKept } = prompt;
  return closedCard(
    {
      broadcastId: id,
      content,
      resultsKept,
      contact: turn.services.contactAddress,
      answeredElsewhere,
      ...(closedEarlyAt === undefined ? {} : { closedEarlyAt }),
      ...(response === undefined ? {} : { answers: response.answers, ...ownKey(prompt, key) }),
    },
    words,
  );
}

function ownKey({ content }: Prompt, key: Key): { readonly key?: string } {
  return content.privacy === 'anonymous' && key !== undefined ? { key } : {};
}
