import type { Container } from '@azure/cosmos';
import type { KeptAnswer, KeptAnswerStore } from '../storage/kept-answer.ts';
import { openItems } from './items.ts';

type StoredAnswer = Omit<KeptAnswer, 'key'> & { readonly id: string };

/** Kept answers in the container `idempotency`, a person a partition, under the keys that they came with. */
export function createCosmosKeptAnswerStore(container: Container): KeptAnswerStore {
  const answers = openItems<KeptAnswer, StoredAnswer>(container, {
    what: 'kept answer',
    partitionKey: 'personId',
    toItem: ({ key, ...answer }) => ({ ...answer, id: key }),
    fromItem: ({ id, ...answer }) => ({ ...answer, key: id }),
  });
  return {
    get: (personId, key) => answers.read(key, personId),
    create: answers.create,
    replace: answers.replace,
  };
}
