import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { AuditEvent, AuditStore } from '../../src/broadcasts/audit.ts';
import { unique } from './samples.ts';

/** What every AuditStore does. `open` may return a store that other tests have written to. */
export function describeAuditStore(name: string, open: () => Promise<AuditStore>): void {
  describe(`Audit store, ${name}`, () => {
    let store: AuditStore;

    before(async () => {
      store = await open();
    });

    const eventAt = (at: string): AuditEvent => ({
      id: ulid(Date.parse(at)),
      who: unique('person'),
      what: 'retention.ran',
      about: 'retention',
      facts: { answers: 7, as: 'text' },
      at,
    });
    const someYear = () => 2100 + Math.floor(Math.random() * 5000);

    it('lists the events of a month, oldest first, and nothing of the months beside it', async () => {
      const year = someYear();
      const times = ['01-31T23:59:59.999Z', '02-01T00:00:00.000Z', '02-28T12:00:00.000Z', '03-01T00:00:00.000Z'];
      const [previous, first, last, next] = times.map((time) => eventAt(`${year}-${time}`));
      for (const event of [last, next, previous, first]) {
        assert.ok(event !== undefined);
        await store.append(event);
      }
      assert.deepEqual(await store.listMonth(`${year}-02`), [first, last]);
      assert.deepEqual(await store.listMonth(`${year}-01`), [previous]);
      assert.deepEqual(await store.listMonth(`${year}-04`), []);
    });

    it('keeps the first of two events with one id', async () => {
      const year = someYear();
      const event = eventAt(`${year}-06-01T08:00:00.000Z`);
      await store.append(event);
      await store.append({ ...event, who: unique('somebody else') });
      assert.deepEqual(await store.listMonth(`${year}-06`), [event]);
    });
  });
}
