import type { Created, Removed } from '../storage/versioned.ts';

/** The fact that a person has answered an anonymous prompt, apart from what was answered. */
export interface Participation {
  readonly broadcastId: string;
  /** The Entra object id. */
  readonly personId: string;
  /**
   * Follows from the key of the card that was answered, in another way than the id of the response does: the same card
   * can be answered again after a crash, and nobody who has not got the key can find the response.
   */
  readonly claim: string;
}

/** Who has answered which anonymous prompt; all of one prompt in one partition. */
export interface ParticipationStore {
  get(broadcastId: string, personId: string): Promise<Participation | undefined>;
  create(participation: Participation): Promise<Created<Participation>>;
  /** The person may answer once more; nothing happens when it is gone, or when they answered from another card since. */
  remove(broadcastId: string, personId: string, claim: string): Promise<void>;
  /** Writes the item again as it is, so that the database's own time on it says nothing; nothing happens when it is gone. */
  touch(broadcastId: string, personId: string): Promise<void>;
  /** Removes all that says who answered a prompt, at most `limit` (1 to 1,000). */
  removeSome(broadcastId: string, limit: number): Promise<Removed>;
  /** In the order of person ids, at most `limit` (1 to 1,000), after the page named by `after`. */
  page(
    broadcastId: string,
    limit: number,
    after?: string,
  ): Promise<{ readonly participations: readonly Participation[]; readonly next?: string }>;
}
