import type { Container } from '@azure/cosmos';
import type { Batch } from '../insight/batch.ts';
import type { CommentChunk } from '../insight/comment-chunk.ts';
import type { ResultsStore } from '../insight/results-store.ts';
import type { Snapshot } from '../insight/snapshot.ts';
import { openItems } from './items.ts';

const snapshotId = 'snapshot';

/** What is published of answers, in the container `results`: the partition is the broadcast. */
export function createCosmosResultsStore(container: Container): ResultsStore {
  const snapshots = openItems<Snapshot, Snapshot & { readonly id: string }>(container, {
    what: 'snapshot',
    partitionKey: 'broadcastId',
    toItem: (snapshot) => ({ id: snapshotId, ...snapshot }),
    fromItem: ({ id: _, ...snapshot }) => snapshot,
  });
  const batches = openItems<Batch, Batch & { readonly id: string }>(container, {
    what: 'batch',
    partitionKey: 'broadcastId',
    toItem: (batch) => ({ id: batchId(batch.number), ...batch }),
    fromItem: ({ id: _, ...batch }) => batch,
  });
  const chunks = openItems<CommentChunk, CommentChunk & { readonly id: string }>(container, {
    what: 'chunk of comments',
    partitionKey: 'broadcastId',
    toItem: (chunk) => ({ id: chunkId(chunk.questionId, chunk.number), ...chunk }),
    fromItem: ({ id: _, ...chunk }) => chunk,
  });
  return {
    snapshots: {
      get: (broadcastId) => snapshots.read(snapshotId, broadcastId),
      create: snapshots.create,
      replace: snapshots.replace,
    },
    batches: {
      get: (broadcastId, number) => batches.read(batchId(number), broadcastId),
      create: batches.create,
      replace: batches.replace,
    },
    chunks: {
      get: (broadcastId, questionId, number) => chunks.read(chunkId(questionId, number), broadcastId),
      create: chunks.create,
      replace: chunks.replace,
    },
  };
}

function batchId(number: number): string {
  return `batch-${String(number).padStart(4, '0')}`;
}

function chunkId(questionId: string, number: number): string {
  return `comments-${questionId}-${String(number).padStart(4, '0')}`;
}
