import type { Created, Versioned } from '../storage/versioned.ts';
import type { RoadmapItem } from './roadmap-item.ts';

/** Roadmap items, with every version kept. */
export interface RoadmapStore {
  get(itemId: string): Promise<Versioned<RoadmapItem> | undefined>;
  /** Every item's current version, in the order in which they were added. */
  list(): Promise<readonly RoadmapItem[]>;
  create(item: RoadmapItem): Promise<Created<RoadmapItem>>;
  /** Writes the next version (its `version` must be one more). Throws VersionConflict when `etag` is not current. */
  replace(item: RoadmapItem, etag: string): Promise<Versioned<RoadmapItem>>;
  versions(itemId: string): Promise<readonly RoadmapItem[]>;
}
