import type { Container } from '@azure/cosmos';
import type { AuditEvent, AuditStore } from '../broadcasts/audit.ts';
import { openItems } from './items.ts';
import { ulidMonth } from './ulid-month.ts';

/** The audit log in the container `audit`, a month a partition. */
export function createCosmosAuditStore(container: Container): AuditStore {
  const events = openItems<AuditEvent, AuditEvent & { readonly month: string }>(container, {
    what: 'audit event',
    partitionKey: 'month',
    toItem: (event) => ({ ...event, month: ulidMonth(event.id) ?? 'unknown' }),
    fromItem: ({ month, ...event }) => event,
  });
  return {
    append: async (event) => {
      await events.create(event);
    },
    listMonth: async (month) => {
      const found = await events.all({ where: 'c.month = @month', parameters: { month }, partition: month });
      return found.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    },
  };
}
