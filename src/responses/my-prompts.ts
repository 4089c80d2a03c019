import { isStandingPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import { closesAt, hasClosed } from '../broadcasts/closing.ts';
import { recentBroadcasts } from '../broadcasts/recent-broadcasts.ts';
import type { Response } from './response.ts';
import type { ResponsePorts } from './response-ports.ts';
import { standingAnswer } from './stored-answer.ts';

/** A prompt that a person was asked. */
export interface MyPrompt {
  readonly prompt: Prompt;
  readonly closed: boolean;
}

/** One that they answered. What was answered to an anonymous prompt is found from their card alone. */
export type MyAnswer = MyPrompt &
  (
    | { readonly anonymous?: undefined; readonly response: Response }
    | { readonly anonymous: true; readonly response?: undefined }
  );

const monthsBack = { waiting: 3, answered: 12 } as const;

/** The open prompts that a person was asked and has not answered, the one that closes first at the top. */
export async function promptsWaiting(ports: ResponsePorts, personId: string): Promise<readonly MyPrompt[]> {
  const mine = await myPrompts(ports, personId, monthsBack.waiting);
  return mine
    .flatMap(({ prompt, closed, answer }) => (closed || answer !== undefined ? [] : [{ prompt, closed }]))
    .sort((one, other) => closesAt(one.prompt).getTime() - closesAt(other.prompt).getTime());
}

/** What a person answered in the last twelve months, newest prompt first. */
export async function myAnswers(ports: ResponsePorts, personId: string): Promise<readonly MyAnswer[]> {
  const mine = await myPrompts(ports, personId, monthsBack.answered);
  return mine.flatMap(({ prompt, closed, answer }) => (answer === undefined ? [] : [{ prompt, closed, ...answer }]));
}

/** `anonymous` says that there is an answer, and no more. */
type Answer = { readonly response: Response } | { readonly anonymous: true };

async function myPrompts(ports: ResponsePorts, personId: string, back: number) {
  const prompts = (await recentBroadcasts(ports.broadcasts, ports.clock, back)).filter(isStandingPrompt);
  const now = ports.clock.now();
  const mine = await Promise.all(
    prompts.map(async (prompt) => {
      const [asked, answer] = await Promise.all([ports.asked(prompt.id, personId), answerTo(ports, prompt, personId)]);
      return asked === undefined ? [] : [{ prompt, closed: hasClosed(prompt, now), answer }];
    }),
  );
  return mine.flat();
}

async function answerTo(ports: ResponsePorts, { id, content }: Prompt, personId: string): Promise<Answer | undefined> {
  if (content.privacy === 'anonymous')
    return (await ports.participation.get(id, personId)) === undefined ? undefined : { anonymous: true };
  const response = standingAnswer(await ports.responses.get(id, personId));
  return response === undefined ? undefined : { response };
}
