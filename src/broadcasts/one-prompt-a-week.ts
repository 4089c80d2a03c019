import type { Person } from '../people/person.ts';

/** A person gets at most one prompt in so long, whoever asks. In milliseconds. */
export const betweenPromptsMs = 7 * 24 * 60 * 60 * 1_000;

/** When a person may next get a prompt. */
export function freeFrom({ prompted }: Person, now: Date): Date {
  if (prompted === undefined) return now;
  return new Date(Math.max(now.getTime(), Date.parse(prompted.at) + betweenPromptsMs));
}
