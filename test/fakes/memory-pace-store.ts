import type { PaceStore, SenderClaim } from '../../src/delivery/pace-store.ts';
import { type Counted, noOperations } from './memory-items.ts';

export function createMemoryPaceStore(): PaceStore & Counted {
  const operations = noOperations();
  const claims = new Map<string, SenderClaim>();
  return {
    operations,

    async claims() {
      operations.queries += 1;
      return [...claims.values()];
    },

    async put(claim) {
      operations.writes += 1;
      claims.set(claim.senderId, { ...claim });
    },

    async remove(senderId) {
      operations.writes += 1;
      claims.delete(senderId);
    },
  };
}
