import type { PrivacyPromise } from '../broadcasts/broadcast.ts';
import type { Question } from '../broadcasts/question.ts';
import type { Language, Texts } from '../language/texts.ts';
import type { StaffRole } from '../people/person.ts';
import type { WorkingTime } from '../people/working-time.ts';
import type { Answers } from '../responses/response.ts';

/** What is held about a person, as cards show it. */
export interface HeldView {
  readonly entry: HeldEntry;
  /** Answers with the person's name, the newest prompt first. */
  readonly answers: readonly HeldAnswerView[];
  /** The titles of the anonymous prompts that they answered. */
  readonly anonymous: readonly Texts[];
  /** Cards that were meant for them, and how many of these arrived. */
  readonly cards: { readonly meant: number; readonly arrived: number };
  /** Broadcasts that they wrote. */
  readonly written: number;
  /** Entries of the audit log about what they did, or what was done to their entry. */
  readonly recorded: number;
  /** For how many months answers are kept after a prompt has closed. */
  readonly months: number;
  /** Whom to ask. */
  readonly contact: string;
}

/** The person's entry in the directory. */
export interface HeldEntry {
  readonly name?: string;
  readonly area: Texts;
  readonly site?: string;
  readonly role?: StaffRole;
  readonly language: Language;
  readonly workingTime?: WorkingTime;
  readonly reachable: boolean;
  /** The areas that they lead. */
  readonly leads: readonly Texts[];
  readonly roadmapOwner: boolean;
  readonly administrator: boolean;
  /** When they were last sent a prompt, ISO 8601. */
  readonly promptedAt?: string;
}

export interface HeldAnswerView {
  readonly title: Texts;
  readonly privacy: PrivacyPromise;
  readonly questions: readonly Question[];
  readonly answers: Answers;
  /** ISO 8601 */
  readonly answeredAt?: string;
  /**
   * It was taken back, and goes once the published figures do without it; or it was erased, and only that there was one
   * is known.
   */
  readonly gone?: 'takenBack' | 'erased';
}
