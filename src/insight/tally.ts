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
      readonly counts: Counts /** Absent when nobody is counted. */;
      readonly mean?: number /** The standard deviation of those counted; absent when nobody is. */;
      readonly spread?: number;
    }
  | {
      readonly kind: 'rows';
      readonly answered: number /** By row id, then 'yes', 'partly' or 'no'. */;
      readonly rows: Readonly<Record<string, Counts>>;
    }
  | {
      readonly kind: 'tagged-items';
      readonly answered: number /** By item id, then 'exciting', 'problematic' or 'both'. */;
      readonly items: Readonly<
        Record<string, Counts>
      > /** By item id: how many find it only exciting, less those who find it only problematic. */;
      readonly net: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'free-text'; readonly answered: number };

export type Counts = Readonly<Record<string, number>>;

/** The answers of one group of people. */
export interface GroupTally {
  /** Those counted as having answered at all. */
  readonly respondents: number;
  /** By question id; every question of the prompt is in it. 0 `answered` means nobody, or too few to show. */
  readonly questions: Readonly<Record<string, QuestionTally>>;
}
