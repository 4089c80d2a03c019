import type { Operations } from '../../fakes/memory-items.ts';
import { startChild } from '../child-process.ts';
import { printFigure, printSentence, rounded } from './output.ts';
import type { Scale } from './scale-process.ts';

/** What planning and sending take in memory and in operations, for audiences of these sizes, on counting stores. */
export async function measureScale(sizes: readonly number[]): Promise<void> {
  const measured: Scale[] = [];
  for (const recipients of sizes) {
    const child = await startChild<Scale>('delivery/scale-process.ts', { recipients });
    await child.stop();
    measured.push(child.ready);
    printScale(child.ready);
  }
  const [first, last] = [measured.at(0), measured.at(-1)];
  if (first === undefined || last === undefined) return;
  printSentence(
    `From ${first.recipients} to ${last.recipients} recipients the memory grew ${rounded(last.peakMb / first.peakMb, 2)} ` +
      `times, the operations of the store a recipient from ${storeOperations(first)} to ${storeOperations(last)}, ` +
      `those of the queue from ${queueOperations(first)} to ${queueOperations(last)}.`,
  );
}

function printScale(scale: Scale): void {
  const { recipients, idleMb, peakMb, seconds, operations } = scale;
  const ofEach = Object.entries(operations).map(([store, counted]) => [store, perRecipient(recipients, counted)]);
  printFigure('scale', {
    recipients,
    peakMb: rounded(peakMb, 2),
    aboveIdleMb: rounded(peakMb - idleMb, 2),
    storeOperations: storeOperations(scale),
    queueOperations: queueOperations(scale),
    ...Object.fromEntries(ofEach),
    seconds: rounded(seconds, 1),
  });
}

function storeOperations({ recipients, operations }: Scale): number {
  const { queue: _queue, ...stores } = operations;
  return rounded(Object.values(stores).reduce((sum, counted) => sum + total(counted), 0) / recipients, 3);
}

function queueOperations({ recipients, operations }: Scale): number {
  return rounded(total(operations.queue) / recipients, 3);
}

function perRecipient(recipients: number, { reads, writes, queries }: Operations) {
  const of = (count: number) => rounded(count / recipients, 3);
  return { reads: of(reads), writes: of(writes), queries: of(queries) };
}

function total({ reads, writes, queries }: Operations): number {
  return reads + writes + queries;
}
