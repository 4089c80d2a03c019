import type { Batch } from '../../src/insight/batch.ts';
import type { CommentChunk } from '../../src/insight/comment-chunk.ts';
import type { ResultsStore } from '../../src/insight/results-store.ts';
import type { Snapshot } from '../../src/insight/snapshot.ts';
import { type Counted, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryResultsStore(): ResultsStore & Counted {
  const operations = noOperations();
  const partition = ({ broadcastId }: { readonly broadcastId: string }) => broadcastId;
  const snapshots = createMemoryItems<Snapshot>({ what: 'snapshot', id: () => 'snapshot', partition }, operations);
  const batches = createMemoryItems<Batch>({ what: 'batch', id: ({ number }) => `${number}`, partition }, operations);
  const chunks = createMemoryItems<CommentChunk>(
    { what: 'chunk of comments', id: ({ questionId, number }) => `${questionId} ${number}`, partition },
    operations,
  );
  return {
    operations,
    snapshots: { ...snapshots, get: (broadcastId) => snapshots.read('snapshot', broadcastId) },
    batches: { ...batches, get: (broadcastId, number) => batches.read(`${number}`, broadcastId) },
    chunks: {
      ...chunks,
      get: (broadcastId, questionId, number) => chunks.read(`${questionId} ${number}`, broadcastId),
    },
  };
}
