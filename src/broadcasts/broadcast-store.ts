import type { Created, Versioned } from '../storage/versioned.ts';
import type { Broadcast } from './broadcast.ts';

/** Broadcasts, stored by the month of their ULID, so that a month's list is a query of one partition. */
export interface BroadcastStore {
  get(id: string): Promise<Versioned<Broadcast> | undefined>;
  create(broadcast: Broadcast): Promise<Created<Broadcast>>;
  /** Throws VersionConflict when `etag` is not current. */
  replace(broadcast: Broadcast, etag: string): Promise<Versioned<Broadcast>>;
  /** Removes a draft for good. Throws VersionConflict when `etag` is not current; nothing happens when it is gone. */
  remove(id: string, etag: string): Promise<void>;
  /** The broadcasts made in a month of which people's data is still held (see `cleared`), newest first. */
  listHolding(month: string): Promise<readonly Versioned<Broadcast>[]>;
  /** The broadcasts made in a month (`YYYY-MM`, UTC), newest first, drafts included. */
  listMonth(month: string): Promise<readonly Broadcast[]>;
}
