import type { KeptAnswer, KeptAnswerStore } from '../../src/storage/kept-answer.ts';
import { createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryKeptAnswerStore(): KeptAnswerStore {
  const answers = createMemoryItems<KeptAnswer>(
    { what: 'kept answer', id: ({ key }) => key, partition: ({ personId }) => personId },
    noOperations(),
  );
  return {
    get: (personId, key) => answers.read(key, personId),
    create: answers.create,
    replace: answers.replace,
  };
}
