import type { Person } from '../../../src/people/person.ts';
import type { Child } from '../child-process.ts';
import { type Answering, postAnswers } from './answering.ts';
import type { RunningBot } from './product-process.ts';
import { answerActivity } from './prompt-to-answer.ts';
import type { StandInTeams } from './stand-in-teams.ts';

export interface Round {
  readonly answersPerSecond: number;
  /** Of the bot's process, for one answer. */
  readonly cpuMs: number;
  /** Of the store's process, for one answer. */
  readonly storeCpuMs: number;
  readonly latenciesMs: readonly number[];
  /** The body of the last answer. */
  readonly lastBody: string;
}

export interface RoundParts {
  readonly bot: Child<RunningBot>;
  readonly storage: Child<unknown>;
  readonly teams: StandInTeams;
  readonly tenantId: string;
  readonly broadcastId: string;
  readonly atOnce: number;
  /** How many different tokens vouch for the activities of a round. */
  readonly tokens: number;
  /** How many messages are updated once the round is over: the round lasts until then. */
  readonly updatedAfter: number;
}

/** Lets people answer, each once, and measures from the first answer to the end of all that it causes. */
export async function runRound(parts: RoundParts, people: readonly Person[]): Promise<Round> {
  const { bot, storage, teams, tenantId, broadcastId } = parts;
  const tokens = await Promise.all(Array.from({ length: parts.tokens }, () => teams.authorization()));
  const posts = people.map((person, index) => ({
    authorization: tokens[index % tokens.length] ?? '',
    body: JSON.stringify(answerActivity(person, broadcastId, teams.serviceUrl, tenantId)),
  }));
  const [before, storeBefore] = [await bot.usage(), await storage.usage()];
  const began = performance.now();
  const answering: Answering = await postAnswers(bot.ready.endpoint, posts, parts.atOnce);
  await teams.updated(parts.updatedAfter);
  const seconds = (performance.now() - began) / 1_000;
  const [after, storeAfter] = [await bot.usage(), await storage.usage()];
  return {
    ...answering,
    answersPerSecond: people.length / seconds,
    cpuMs: (after.cpuMs - before.cpuMs) / people.length,
    storeCpuMs: (storeAfter.cpuMs - storeBefore.cpuMs) / people.length,
  };
}
