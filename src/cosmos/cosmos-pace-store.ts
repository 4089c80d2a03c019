import type { Container } from '@azure/cosmos';
import type { PaceStore, SenderClaim } from '../delivery/pace-store.ts';
import { hasCode } from './has-code.ts';
import { openItems } from './items.ts';

type ClaimItem = SenderClaim & { readonly id: string; readonly tenant: string };

/**
 * The claims of a tenant's senders in the container `senders`: the partition is the tenant, the id is the sender's. A
 * sender writes only its own item, so no write is conditional.
 */
export function createCosmosPaceStore(container: Container, tenant: string): PaceStore {
  const toItem = (claim: SenderClaim): ClaimItem => ({ id: claim.senderId, tenant, ...claim });
  const items = openItems<SenderClaim, ClaimItem>(container, {
    what: 'claim',
    partitionKey: 'tenant',
    toItem,
    fromItem: ({ id: _, tenant: __, ...claim }) => claim,
  });
  return {
    claims: () => items.all({ where: 'c.tenant = @tenant', parameters: { tenant }, partition: tenant }),

    async put(claim) {
      await container.items.upsert(toItem(claim));
    },

    async remove(senderId) {
      try {
        await container.item(senderId, tenant).delete();
      } catch (error) {
        if (!hasCode(error, 404)) throw error;
      }
    },
  };
}
