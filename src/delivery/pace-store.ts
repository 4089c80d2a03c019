/** What one sender that has work takes of the tenant's limit. */
export interface SenderClaim {
  /** Unique among the senders that run. */
  readonly senderId: string;
  /** Another number each time the claim is written: the heartbeat. */
  readonly beat: number;
  /** Calls a second; the sender makes no more than this, and may make fewer. */
  readonly perSecond: number;
}

/** Where the senders of one tenant tell each other what they take. Each writes its own claim only. */
export interface PaceStore {
  /** Every claim, in no particular order; a claim that was written before is among them. */
  claims(): Promise<readonly SenderClaim[]>;
  /** Writes a claim, whatever stood there. */
  put(claim: SenderClaim): Promise<void>;
  /** Takes a claim away, if there is one. */
  remove(senderId: string): Promise<void>;
}
