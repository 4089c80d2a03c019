/** What a group answered to one question. Counts are of people. */
export type QuestionTally =
  | {
      readonly kind: 'one-choice' | 'several-choices';
      readonly answered: number /** By option id. */;
      readonly counts: Counts;
    }
  | {
      readonly kind: 'scale';
      readonly answered: number /** By value, '1' to '5'. */;
      readonly counts: Counts /** Absent when nobody answered. */;
      readonly mean?: number;
    }
  | {
      readonly kind: 'rows';
      readonly answered: number /** By row id, then 'yes', 'partly' or 'no'. */;
      readonly rows: Readonly<Record<string, Counts>>;
    }
  | {
      readonly kind: 'tagged-items';
      readonly answered: number /** By item id, then 'exciting', 'problematic' or 'both'. */;
      readonly items: Readonly<Record<string, Counts>>;
    }
  | { readonly kind: 'free-text'; readonly answered: number; readonly comments: readonly Comment[] };

export type Counts = Readonly<Record<string, number>>;

export interface Comment {
  readonly personId: string;
  readonly text: string;
}

/** The answers of one group of people. */
export interface GroupTally {
  readonly respondents: number;
  /** By question id; every question of the prompt is in it. */
  readonly questions: Readonly<Record<string, QuestionTally>>;
}
