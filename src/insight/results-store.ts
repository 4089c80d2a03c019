import type { Created, Versioned } from '../storage/versioned.ts';
import type { Batch } from './batch.ts';
import type { CommentChunk } from './comment-chunk.ts';
import type { Snapshot } from './snapshot.ts';

/** What is published of the answers to prompts, and how it came about; all of one prompt in one partition. */
export interface ResultsStore {
  readonly snapshots: {
    get(broadcastId: string): Promise<Versioned<Snapshot> | undefined>;
    create(snapshot: Snapshot): Promise<Created<Snapshot>>;
    /** Throws VersionConflict when `etag` is not current. */
    replace(snapshot: Snapshot, etag: string): Promise<Versioned<Snapshot>>;
  };
  readonly batches: {
    get(broadcastId: string, number: number): Promise<Versioned<Batch> | undefined>;
    create(batch: Batch): Promise<Created<Batch>>;
    /** Throws VersionConflict when `etag` is not current. */
    replace(batch: Batch, etag: string): Promise<Versioned<Batch>>;
  };
  readonly chunks: {
    get(broadcastId: string, questionId: string, number: number): Promise<Versioned<CommentChunk> | undefined>;
    create(chunk: CommentChunk): Promise<Created<CommentChunk>>;
    /** Throws VersionConflict when `etag` is not current. */
    replace(chunk: CommentChunk, etag: string): Promise<Versioned<CommentChunk>>;
  };
}
