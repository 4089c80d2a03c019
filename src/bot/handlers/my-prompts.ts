import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { minutesToAnswer } from '../../cards/minutes-to-answer.ts';
import { myAnswersCard } from '../../cards/my-answers-card.ts';
import { waitingCard } from '../../cards/waiting-card.ts';
import { myAnswers, promptsWaiting } from '../../responses/my-prompts.ts';
import type { KnownTurn, Reply } from '../turn.ts';

/** The prompts that wait for the person's answer. */
export async function showWaiting({ services, personId, words }: KnownTurn): Promise<AdaptiveCard> {
  const waiting = await promptsWaiting(services.responses, personId);
  const prompts = waiting.map(({ prompt: { id, content } }) => ({
    broadcastId: id,
    title: content.title,
    deadline: content.deadline,
    minutes: minutesToAnswer(content.questions),
  }));
  return waitingCard({ prompts }, words);
}

export async function replyWithWaiting(turn: KnownTurn): Promise<Reply> {
  return { card: await showWaiting(turn), keep: false };
}

/** What the person answered in the last twelve months. */
export async function showMyAnswers({ services, personId, words }: KnownTurn): Promise<AdaptiveCard> {
  const mine = await myAnswers(services.responses, personId);
  const answers = mine.map(({ prompt: { id, content }, response, closed }) => ({
    broadcastId: id,
    content,
    ...(response === undefined ? {} : { answers: response.answers }),
    ...(response?.answeredAt === undefined ? {} : { answeredAt: response.answeredAt }),
    open: !closed,
  }));
  return myAnswersCard({ answers }, words);
}

export async function replyWithMyAnswers(turn: KnownTurn): Promise<Reply> {
  return { card: await showMyAnswers(turn), keep: false };
}
