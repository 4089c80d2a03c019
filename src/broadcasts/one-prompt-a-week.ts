import type { Person } from '../people/person.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** A person gets at most one prompt in so many days, whoever asks, unless configured otherwise. */
export const daysBetweenPrompts = 7;

/** When a person may next get a prompt, with so many days between two. */
export function freeFrom({ prompted }: Person, now: Date, days: number): Date {
  if (prompted === undefined) return now;
  return new Date(Math.max(now.getTime(), Date.parse(prompted.at) + days * dayMs));
}

/** Whoever was prompted after this instant has to wait if a prompt starts at `startAt`. */
export function promptedTooLateFrom(startAt: Date, days: number): Date {
  return new Date(startAt.getTime() - days * dayMs);
}
