import { isDeepStrictEqual } from 'node:util';
import { isStandingPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import { ProductError } from '../errors/product-error.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import { deadlinePassed } from '../time/deadline.ts';
import { type AnswerProblem, readInputs } from './read-inputs.ts';
import type { Answers, Response } from './response.ts';
import type { Asked, ResponsePorts } from './response-ports.ts';

export type AnswerResult =
  | { readonly kind: 'recorded'; readonly prompt: Prompt; readonly asked: Asked; readonly response: Response }
  | {
      readonly kind: 'problems';
      readonly prompt: Prompt;
      readonly asked: Asked;
      readonly answers: Answers;
      readonly problems: Readonly<Record<string, AnswerProblem>>;
    };

/**
 * Records what a person answers to a prompt, or changes what they answered. The same answer twice is one answer, with
 * one revision. Nothing is stored when there is a problem. Throws PromptUnknown, PromptNotSent, NotYourPrompt,
 * AnswerMissing and PromptClosed.
 */
export async function answerPrompt(
  ports: ResponsePorts,
  personId: string,
  broadcastId: string,
  inputs: Readonly<Record<string, unknown>>,
): Promise<AnswerResult> {
  const { prompt, asked } = await openPrompt(ports, personId, broadcastId);
  const { answers, problems } = readInputs(prompt.content.questions, inputs);
  if (Object.keys(problems).length > 0) return { kind: 'problems', prompt, asked, answers, problems };
  if (Object.keys(answers).length === 0) throw new ProductError('AnswerMissing');
  const answeredAt = ports.clock.now().toISOString();
  const { message: _message, ...who } = asked;
  const response: Response = { broadcastId, personId, ...who, answers, revision: 1, answeredAt };
  const { created, stored } = await ports.responses.create(response);
  const kept = created ? stored : await changeResponse(ports, response, stored);
  return { kind: 'recorded', prompt, asked, response: kept.value };
}

export interface PromptReading {
  readonly prompt: Prompt;
  readonly asked: Asked;
  readonly response?: Response;
  readonly closed: boolean;
}

/** A prompt as the person who was asked finds it, with their answer if there is one. Throws as {@link answerPrompt}. */
export async function readPrompt(ports: ResponsePorts, personId: string, broadcastId: string): Promise<PromptReading> {
  const { prompt, asked } = await promptAskedOf(ports, personId, broadcastId);
  const response = await ports.responses.get(broadcastId, personId);
  const closed = deadlinePassed(prompt.content.deadline, ports.clock.now());
  return { prompt, asked, closed, ...(response === undefined ? {} : { response: response.value }) };
}

async function openPrompt(
  ports: ResponsePorts,
  personId: string,
  broadcastId: string,
): Promise<{ prompt: Prompt; asked: Asked }> {
  const found = await promptAskedOf(ports, personId, broadcastId);
  if (deadlinePassed(found.prompt.content.deadline, ports.clock.now())) throw new ProductError('PromptClosed');
  return found;
}

async function promptAskedOf(
  ports: ResponsePorts,
  personId: string,
  broadcastId: string,
): Promise<{ prompt: Prompt; asked: Asked }> {
  const [broadcast, asked] = await Promise.all([ports.sentBroadcast(broadcastId), ports.asked(broadcastId, personId)]);
  if (broadcast?.content.kind === 'prompt' && broadcast.state === 'draft') throw new ProductError('PromptNotSent');
  if (broadcast === undefined || !isStandingPrompt(broadcast)) throw new ProductError('PromptUnknown');
  if (asked === undefined) throw new ProductError('NotYourPrompt');
  return { prompt: broadcast, asked };
}

async function changeResponse(
  ports: ResponsePorts,
  wanted: Response,
  standing: Versioned<Response>,
): Promise<Versioned<Response>> {
  let current: Versioned<Response> | undefined = standing;
  while (current !== undefined) {
    if (isDeepStrictEqual(current.value.answers, wanted.answers)) return current;
    try {
      return await ports.responses.replace({ ...wanted, revision: current.value.revision + 1 }, current.etag);
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      current = await ports.responses.get(wanted.broadcastId, wanted.personId);
    }
  }
  return (await ports.responses.create(wanted)).stored;
}
