import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { hasClosed } from '../broadcasts/closing.ts';
import { ProductError } from '../errors/product-error.ts';
import { readAnonymous, recordAnonymous, requireKey } from './anonymous-answer.ts';
import { askedPrompt, openPrompt } from './asked-prompt.ts';
import { profileOf } from './profile.ts';
import { type AnswerProblem, readInputs } from './read-inputs.ts';
import type { Answers, Response } from './response.ts';
import type { Asked, ResponsePorts } from './response-ports.ts';
import { putAnswer, standingAnswer } from './stored-answer.ts';
import { type TextDoubt, textDoubts } from './text-doubts.ts';

export interface GivenAnswer {
  readonly broadcastId: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  /** The key of the card that was answered; only cards of anonymous prompts have one. */
  readonly key?: string | undefined;
  /** The person was asked about doubtful text and sends it as it is. */
  readonly sure?: boolean | undefined;
}

/** What is wrong, or doubtful, is by question id, and nothing is stored then. */
export type AnswerResult =
  | { readonly kind: 'recorded'; readonly prompt: Prompt; readonly asked: Asked; readonly response: Response }
  | {
      readonly kind: 'problems';
      readonly prompt: Prompt;
      readonly asked: Asked;
      readonly answers: Answers;
      readonly problems: Readonly<Record<string, AnswerProblem>>;
    }
  | {
      readonly kind: 'doubts';
      readonly prompt: Prompt;
      readonly asked: Asked;
      readonly answers: Answers;
      readonly doubts: Readonly<Record<string, readonly TextDoubt[]>>;
    };

/**
 * Records what a person answers to a prompt, or changes what they answered. The same answer twice is one answer, with
 * one revision. Throws PromptUnknown, PromptNotSent, NotYourPrompt, AnswerMissing and PromptClosed; for an anonymous
 * prompt also AlreadyAnswered (from another card) and CardKeyMissing.
 */
export async function answerPrompt(ports: ResponsePorts, personId: string, given: GivenAnswer): Promise<AnswerResult> {
  const { prompt, asked } = await openPrompt(ports, personId, given.broadcastId);
  const { answers, problems } = readInputs(prompt.content.questions, given.inputs);
  if (Object.keys(problems).length > 0) return { kind: 'problems', prompt, asked, answers, problems };
  if (Object.keys(answers).length === 0) throw new ProductError('AnswerMissing');
  const doubts = given.sure === true ? {} : doubtsIn(answers);
  if (Object.keys(doubts).length > 0) return { kind: 'doubts', prompt, asked, answers, doubts };
  const response = await record(ports, personId, { prompt, asked, answers, key: given.key });
  return { kind: 'recorded', prompt, asked, response };
}

export interface PromptReading {
  readonly prompt: Prompt;
  readonly asked: Asked;
  readonly response?: Response;
  readonly closed: boolean;
  /** Anonymous: answered, but from another card. */
  readonly answeredElsewhere: boolean;
}

/**
 * A prompt as the person who was asked finds it, with their answer if there is one that the card with `key` may show.
 * Throws PromptUnknown, PromptNotSent and NotYourPrompt.
 */
export async function readPrompt(
  ports: ResponsePorts,
  personId: string,
  broadcastId: string,
  key?: string,
): Promise<PromptReading> {
  const { prompt, asked } = await askedPrompt(ports, personId, broadcastId);
  const closed = hasClosed(prompt, ports.clock.now());
  if (prompt.content.privacy === 'anonymous')
    return { prompt, asked, closed, ...(await readAnonymous(ports, broadcastId, personId, key)) };
  const response = standingAnswer(await ports.responses.get(broadcastId, personId));
  return { prompt, asked, closed, answeredElsewhere: false, ...(response === undefined ? {} : { response }) };
}

interface Recording {
  readonly prompt: Prompt;
  readonly asked: Asked;
  readonly answers: Answers;
  readonly key: string | undefined;
}

async function record(ports: ResponsePorts, personId: string, { prompt, asked, answers, key }: Recording) {
  const broadcastId = prompt.id;
  if (prompt.content.privacy === 'anonymous') {
    const card = { broadcastId, personId, key: requireKey(key) };
    return recordAnonymous(ports, card, { answers, profile: await profileOf(ports, prompt, asked, answers) });
  }
  const profile = await profileOf(ports, prompt, asked, answers);
  const answeredAt = ports.clock.now().toISOString();
  const given = { broadcastId, respondentId: personId, answers, profile, answeredAt };
  return (await putAnswer(ports.responses, given)).response;
}

function doubtsIn(answers: Answers): Readonly<Record<string, readonly TextDoubt[]>> {
  const found = Object.entries(answers).map(
    ([id, answer]) => [id, answer.kind === 'free-text' ? textDoubts(answer.text) : []] as const,
  );
  return Object.fromEntries(found.filter(([, doubts]) => doubts.length > 0));
}
