import type { Created, Versioned } from '../storage/versioned.ts';
import type { Delivery, Slice } from './delivery.ts';

/** Slices and deliveries of a broadcast; all of one broadcast are in one partition. */
export interface DeliveryStore {
  createSlice(slice: Slice): Promise<Created<Slice>>;
  getSlice(broadcastId: string, number: number): Promise<Versioned<Slice> | undefined>;
  /** Throws VersionConflict when `etag` is not current. */
  replaceSlice(slice: Slice, etag: string): Promise<Versioned<Slice>>;
  /** Every slice of a broadcast, in order of number. */
  slices(broadcastId: string): Promise<readonly Slice[]>;

  get(broadcastId: string, personId: string): Promise<Versioned<Delivery> | undefined>;
  create(delivery: Delivery): Promise<Created<Delivery>>;
  /** Throws VersionConflict when `etag` is not current. */
  replace(delivery: Delivery, etag: string): Promise<Versioned<Delivery>>;
}
