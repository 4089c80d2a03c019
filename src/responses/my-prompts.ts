import { isStandingPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import { recentBroadcasts } from '../broadcasts/recent-broadcasts.ts';
import { deadlinePassed } from '../time/deadline.ts';
import type { Response } from './response.ts';
import type { ResponsePorts } from './response-ports.ts';

export interface MyPrompt {
  readonly prompt: Prompt;
  readonly closed: boolean;
  readonly response?: Response;
}

const monthsBack = { waiting: 3, answered: 12 } as const;

/** The open prompts that a person was asked and has not answered, the one that closes first at the top. */
export async function promptsWaiting(ports: ResponsePorts, personId: string): Promise<readonly MyPrompt[]> {
  const mine = await myPrompts(ports, personId, monthsBack.waiting);
  return mine
    .filter(({ closed, response }) => !closed && response === undefined)
    .sort((one, other) => deadlineOrder(one.prompt) - deadlineOrder(other.prompt));
}

/** What a person answered in the last twelve months, newest prompt first. */
export async function myAnswers(ports: ResponsePorts, personId: string): Promise<readonly Required<MyPrompt>[]> {
  const mine = await myPrompts(ports, personId, monthsBack.answered);
  return mine.filter((each): each is Required<MyPrompt> => each.response !== undefined);
}

async function myPrompts(ports: ResponsePorts, personId: string, back: number): Promise<readonly MyPrompt[]> {
  const prompts = (await recentBroadcasts(ports.broadcasts, ports.clock, back)).filter(isStandingPrompt);
  const now = ports.clock.now();
  const mine = await Promise.all(
    prompts.map(async (prompt): Promise<MyPrompt | undefined> => {
      const [asked, response] = await Promise.all([
        ports.asked(prompt.id, personId),
        ports.responses.get(prompt.id, personId),
      ]);
      if (asked === undefined) return undefined;
      const closed = deadlinePassed(prompt.content.deadline, now);
      return { prompt, closed, ...(response === undefined ? {} : { response: response.value }) };
    }),
  );
  return mine.filter((each) => each !== undefined);
}

function deadlineOrder(prompt: Prompt): number {
  const { date, time } = prompt.content.deadline;
  return Date.parse(`${date}T${time}Z`);
}
