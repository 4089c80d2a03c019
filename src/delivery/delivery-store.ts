import type { Created, Removed, Versioned } from '../storage/versioned.ts';
import type { Delivery, Outcome, RunId, Slice } from './delivery.ts';

/** Slices, deliveries and progress of a broadcast; all of one broadcast are in one partition. */
export interface DeliveryStore {
  createSlice(slice: Slice): Promise<Created<Slice>>;
  getSlice(broadcastId: string, number: number): Promise<Slice | undefined>;
  /** Every slice of a broadcast, in order of number: for reports, never on the path of a send. */
  slices(broadcastId: string): Promise<readonly Slice[]>;

  get(broadcastId: string, run: RunId, personId: string): Promise<Versioned<Delivery> | undefined>;
  create(delivery: Delivery): Promise<Created<Delivery>>;
  /** Throws VersionConflict when `etag` is not current. */
  replace(delivery: Delivery, etag: string): Promise<Versioned<Delivery>>;

  /**
   * Notes what became of a slice whose recipients are all in a final state. The outcomes of a pass are one item, each
   * slice a property of its own that is set by a patch: noting the same slice twice changes nothing, and slices that
   * finish at once do not collide. `at` is ISO 8601.
   */
  recordOutcome(broadcastId: string, run: RunId, slice: number, outcome: Outcome, at: string): Promise<void>;
  /** Notes that a slice waits on purpose until `until`, ISO 8601, so that nobody takes its message for lost. */
  recordWait(broadcastId: string, run: RunId, slice: number, until: string, at: string): Promise<void>;
  /** Makes a slice unfinished again. */
  forgetOutcome(broadcastId: string, run: RunId, slice: number, at: string): Promise<void>;
  /** Starts the quiet time of a pass anew, and changes nothing else. */
  touch(broadcastId: string, run: RunId, at: string): Promise<void>;
  /** Removes slices and deliveries of a broadcast, at most `limit` (1 to 1,000); how far its passes are stays. */
  removePeople(broadcastId: string, limit: number): Promise<Removed>;
  /** How far a pass is. One point read, however many recipients there are. */
  progress(broadcastId: string, run: RunId): Promise<RunProgress>;
}

/** How far a pass is, by slice number. */
export interface RunProgress {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  readonly waits: ReadonlyMap<number, string>;
  /** When anything was last noted, ISO 8601; absent before the first time. */
  readonly at?: string;
}
