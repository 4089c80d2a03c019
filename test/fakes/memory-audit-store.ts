import type { AuditEvent, AuditStore } from '../../src/broadcasts/audit.ts';
import { ulidMonth } from '../../src/cosmos/ulid-month.ts';
import { createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryAuditStore(): AuditStore {
  const events = createMemoryItems<AuditEvent>(
    { what: 'audit event', id: ({ id }) => id, partition: ({ id }) => ulidMonth(id) ?? 'unknown' },
    noOperations(),
  );
  return {
    append: async (event) => {
      await events.create(event);
    },
    listMonth: async (month) => (await events.query(({ id }) => ulidMonth(id) === month)).values,
  };
}
