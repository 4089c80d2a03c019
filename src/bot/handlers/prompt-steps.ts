import type { Question } from '../../broadcasts/question.ts';
import type { ActionData } from '../../cards/actions.ts';
import { answerProblemText } from '../../cards/answer-problem-text.ts';
import { asksStepByStep } from '../../cards/prompt-steps.ts';
import { ProductError } from '../../errors/product-error.ts';
import { readPrompt } from '../../responses/answer-prompt.ts';
import { readInputs } from '../../responses/read-inputs.ts';
import type { Answers, AnswerValue } from '../../responses/response.ts';
import { type TextDoubt, textDoubts } from '../../responses/text-doubts.ts';
import { replyWithQuestions, whereItStands } from '../prompt-replies.ts';
import type { Reply, Turn } from '../turn.ts';

/**
 * From one question of a prompt to the next, or back. Nothing is stored: what was answered goes on in the card. The way
 * on is open once the answer can be taken and the person is sure of what they wrote; back it always is.
 */
export async function takeStep(turn: Turn, data: ActionData<'prompt.step'>): Promise<Reply> {
  const { broadcastId, key, given = {}, accepted = [], from, to, sure = false, ...inputs } = data;
  const reading = await readPrompt(turn.services.responses, turn.personId, broadcastId, key);
  const { content } = reading.prompt;
  if (reading.closed || reading.answeredElsewhere) {
    const standing = whereItStands(turn, reading, key);
    if (standing !== undefined) return standing;
  }
  const shown = content.questions[from - 1];
  if (!asksStepByStep(content.questions) || shown === undefined || content.questions[to - 1] === undefined) {
    throw new ProductError('ActionMalformed');
  }
  const { answers, problems } = readInputs(content.questions, { ...given, ...inputs });
  const stay = { answers, accepted, step: from };
  const problem = to > from ? problems[shown.id] : undefined;
  if (problem !== undefined) {
    const words = turn.services.texts.in(reading.asked.language);
    const text = answerProblemText(content, shown.id, problem, words);
    return replyWithQuestions(turn, reading, key, { ...stay, problems: { [shown.id]: text } });
  }
  const doubts = to > from && !sure ? doubtsAbout(answers[shown.id]) : [];
  if (doubts.length > 0) return replyWithQuestions(turn, reading, key, { ...stay, doubts: { [shown.id]: doubts } });
  const others = accepted.filter((id) => id !== shown.id);
  return replyWithQuestions(turn, reading, key, {
    answers: withinLimits(content.questions, answers),
    accepted: sure ? [...others, shown.id] : others,
    step: to,
  });
}

function doubtsAbout(answer: AnswerValue | undefined): readonly TextDoubt[] {
  return answer?.kind === 'free-text' ? textDoubts(answer.text) : [];
}

/** No honest client takes a text that is too long; a dishonest one must not make the card too large. */
function withinLimits(questions: readonly Question[], answers: Answers): Answers {
  const cut = (question: Question, answer: AnswerValue): AnswerValue =>
    question.kind === 'free-text' && answer.kind === 'free-text'
      ? { ...answer, text: answer.text.slice(0, question.maxLength) }
      : answer;
  return Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answers[question.id];
      return answer === undefined ? [] : [[question.id, cut(question, answer)]];
    }),
  );
}
