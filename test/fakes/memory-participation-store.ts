import type { Participation, ParticipationStore } from '../../src/responses/participation-store.ts';
import { changeStored } from '../../src/storage/versioned.ts';
import { type Counted, checkPageLimit, createMemoryItems, noOperations } from './memory-items.ts';

export function createMemoryParticipationStore(): ParticipationStore & Counted {
  const operations = noOperations();
  const participations = createMemoryItems<Participation>(
    { what: 'participation', id: ({ personId }) => personId, partition: ({ broadcastId }) => broadcastId },
    operations,
  );
  return {
    operations,
    get: async (broadcastId, personId) => (await participations.read(personId, broadcastId))?.value,
    create: participations.create,

    async remove(broadcastId, personId, claim) {
      const stored = await participations.read(personId, broadcastId);
      if (stored?.value.claim === claim) await participations.remove(personId, broadcastId, stored.etag);
    },

    async touch(broadcastId, personId) {
      await changeStored(
        () => participations.read(personId, broadcastId),
        participations.replace,
        (participation) => participation,
      );
    },

    async removeSome(broadcastId, limit) {
      checkPageLimit(limit);
      return participations.removeSome((participation) => participation.broadcastId === broadcastId, limit);
    },

    async page(broadcastId, limit, after) {
      checkPageLimit(limit);
      const { values, ...rest } = await participations.query(
        (participation) => participation.broadcastId === broadcastId,
        limit,
        after,
      );
      return { participations: values, ...rest };
    },
  };
}
