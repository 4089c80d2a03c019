import type { Created, Versioned } from '../storage/versioned.ts';
import type { Delivery, Outcome, Slice } from './delivery.ts';

/** Slices, deliveries and progress of a broadcast; all of one broadcast are in one partition. */
export interface DeliveryStore {
  createSlice(slice: Slice): Promise<Created<Slice>>;
  getSlice(broadcastId: string, number: number): Promise<Slice | undefined>;
  /** Every slice of a broadcast, in order of number: for reports, never on the path of a send. */
  slices(broadcastId: string): Promise<readonly Slice[]>;

  get(broadcastId: string, personId: string): Promise<Versioned<Delivery> | undefined>;
  create(delivery: Delivery): Promise<Created<Delivery>>;
  /** Throws VersionConflict when `etag` is not current. */
  replace(delivery: Delivery, etag: string): Promise<Versioned<Delivery>>;

  /**
   * Notes what became of a slice whose recipients are all in a final state. The outcomes of a broadcast are one item,
   * each slice a property of its own that is set by a patch: noting the same slice twice changes nothing, and slices
   * that finish at once do not collide.
   */
  recordOutcome(broadcastId: string, slice: number, outcome: Outcome): Promise<void>;
  /** The outcomes noted so far, by slice number. One point read. */
  outcomes(broadcastId: string): Promise<ReadonlyMap<number, Outcome>>;
}
