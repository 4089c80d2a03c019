import type { Container } from '@azure/cosmos';
import type { Participation, ParticipationStore } from '../responses/participation-store.ts';
import { changeStored, VersionConflict } from '../storage/versioned.ts';
import { openItems } from './items.ts';

/** Participation in the container `participation`: the partition is the broadcast, the id is the person's. */
export function createCosmosParticipationStore(container: Container): ParticipationStore {
  const participations = openItems<Participation, Participation & { readonly id: string }>(container, {
    what: 'participation',
    partitionKey: 'broadcastId',
    toItem: (participation) => ({ id: participation.personId, ...participation }),
    fromItem: ({ id, ...participation }) => participation,
  });
  return {
    get: async (broadcastId, personId) => (await participations.read(personId, broadcastId))?.value,
    create: participations.create,

    async remove(broadcastId, personId, claim) {
      for (;;) {
        const stored = await participations.read(personId, broadcastId);
        if (stored?.value.claim !== claim) return;
        try {
          await participations.remove(personId, broadcastId, stored.etag);
          return;
        } catch (error) {
          if (!(error instanceof VersionConflict)) throw error;
        }
      }
    },

    async touch(broadcastId, personId) {
      await changeStored(
        () => participations.read(personId, broadcastId),
        participations.replace,
        (participation) => participation,
      );
    },

    removeSome: (broadcastId, limit) => participations.removeSome(ofBroadcast(broadcastId), limit),

    async page(broadcastId, limit, after) {
      const { values, ...rest } = await participations.page(ofBroadcast(broadcastId), limit, after);
      return { participations: values, ...rest };
    },
  };
}

function ofBroadcast(broadcastId: string) {
  return { where: 'c.broadcastId = @broadcastId', parameters: { broadcastId }, partition: broadcastId };
}
