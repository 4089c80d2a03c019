import type { Container } from '@azure/cosmos';
import type { PaceStore, SenderClaim } from '../delivery/pace-store.ts';
import { hasCode } from './has-code.ts';
import { openItems } from './items.ts';

/**
 * The claims of a tenant's senders in the container `senders`: the partition is the tenant, the id is the sender's. A
 * sender writes only its own item, so nothing is conditional.
 */
export function createCosmosPaceStore(container: Container, tenant: string): PaceStore {
  const claims = openItems<SenderClaim, SenderClaim & { readonly id: string; readonly tenant: string }>(container, {
    what: 'claim',
    partitionKey: 'tenant',
    toItem: (claim) => ({ id: claim.senderId, tenant, ...claim }),
    fromItem: ({ id, tenant: _, ...claim }) => claim,
  });
  return {
    claims: () => claims.all({ where: 'c.tenant = @tenant', parameters: { tenant }, partition: tenant }),
    put: claims.put,

    async remove(senderId) {
      try {
        await container.item(senderId, tenant).delete();
      } catch (error) {
        if (!hasCode(error, 404)) throw error;
      }
    },
  };
}
