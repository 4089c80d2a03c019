import assert from 'node:assert/strict';
import type { Container } from '@azure/cosmos';
import { containers } from '../../src/cosmos/containers.ts';
import { createCosmosBroadcastStore } from '../../src/cosmos/cosmos-broadcast-store.ts';
import { createCosmosDeliveryStore } from '../../src/cosmos/cosmos-delivery-store.ts';
import { createCosmosPeopleStore } from '../../src/cosmos/cosmos-people-store.ts';
import { createCosmosResponseStore } from '../../src/cosmos/cosmos-response-store.ts';
import { ensureContainers, openCosmos } from '../../src/cosmos/database.ts';
import { type EmbeddedCosmos, startEmbeddedCosmos } from '../../src/local/embedded-cosmos.ts';
import {
  awkwardText,
  sampleBroadcast,
  sampleDelivery,
  samplePerson,
  sampleResponse,
  sampleSlice,
  unique,
} from './samples.ts';

describe('Cosmos DB', () => {
  let embedded: EmbeddedCosmos;

  before(async () => {
    embedded = await startEmbeddedCosmos({ port: 0 });
  });
  after(() => embedded.close());

  it('has each container as it is described, however many processes make them', async () => {
    const [one, other] = [openCosmos(embedded), openCosmos(embedded)];
    const name = unique('made');
    const [database] = await Promise.all([one, other, one].map((client) => ensureContainers(client, name)));
    assert(database !== undefined);
    const { resources } = await database.containers.readAll().fetchAll();
    assert.deepEqual(resources.map(({ id }) => id).toSorted(), containers.map(({ id }) => id).toSorted());
    for (const definition of containers) {
      const { resource } = await database.container(definition.id).read();
      assert.deepEqual(resource?.partitionKey, definition.partitionKey);
      assert.deepEqual(resource?.indexingPolicy, definition.indexingPolicy);
    }
    one.dispose();
    other.dispose();
  });

  it('leaves alone what exists', async () => {
    const client = openCosmos(embedded);
    const name = unique('kept');
    const database = await ensureContainers(client, name);
    const person = samplePerson();
    await createCosmosPeopleStore(database.container('people')).create(person);
    await ensureContainers(client, name);
    const stored = await createCosmosPeopleStore(database.container('people')).get(person.id);
    assert.deepEqual(stored?.value, person);
    client.dispose();
  });

  it('holds items under the ids and in the partitions that the other tools rely on', async () => {
    const client = openCosmos(embedded);
    const database = await ensureContainers(client, unique('layout'));
    const [people, broadcasts, deliveries, responses] = ['people', 'broadcasts', 'deliveries', 'responses'].map((id) =>
      database.container(id),
    );
    assert(people && broadcasts && deliveries && responses);

    const broadcast = sampleBroadcast({ id: '01GV3K8HTJ0000000000000000' });
    await createCosmosBroadcastStore(broadcasts).create(broadcast);
    assert.equal((await broadcasts.item(broadcast.id, '2023-03').read()).resource?.id, broadcast.id);

    const delivery = sampleDelivery({ broadcastId: broadcast.id });
    const store = createCosmosDeliveryStore(deliveries);
    await store.create(delivery);
    await store.createSlice(sampleSlice(broadcast.id, 12));
    const at = async (id: string) => (await deliveries.item(id, broadcast.id).read()).resource?.type;
    assert.deepEqual([await at(delivery.personId), await at('slice-0012')], ['delivery', 'slice']);

    const response = sampleResponse({ broadcastId: broadcast.id });
    await createCosmosResponseStore(responses).create(response);
    const raw = await responses.item(response.respondentId, broadcast.id).read();
    assert.equal(raw.resource?.respondentId, response.respondentId);
    assert.equal(raw.resource?.uncounted, true);
    client.dispose();
  });

  it('refuses ids that it cannot hold', async () => {
    const client = openCosmos(embedded);
    const database = await ensureContainers(client, unique('ids'));
    const people = createCosmosPeopleStore(database.container('people'));
    for (const id of ['', 'a/b', 'a?b', awkwardText, 'ŵ'.repeat(600)]) {
      await assert.rejects(people.create(samplePerson({ id })), RangeError);
      await assert.rejects(people.replace(samplePerson({ id }), '"1"'), RangeError);
    }
    await assert.rejects(
      createCosmosBroadcastStore(database.container('broadcasts')).create(sampleBroadcast({ id: 'draft-1' })),
      RangeError,
    );
    client.dispose();
  });

  it('does not take a read that it cannot answer for "there is no such item"', async () => {
    const read = async () => ({ statusCode: 404, substatus: 1002 });
    const people = createCosmosPeopleStore({ item: () => ({ read }) } as unknown as Container);
    await assert.rejects(people.get('anyone'), { code: 404, substatus: 1002 });
  });

  it('says so when it is not there', async () => {
    const gone = await startEmbeddedCosmos({ port: 0 });
    const client = openCosmos(gone);
    const people = createCosmosPeopleStore((await ensureContainers(client, unique('gone'))).container('people'));
    await gone.close();
    await assert.rejects(people.create(samplePerson()), { code: /^ECONN/ });
    await assert.rejects(people.get('anyone'), { code: /^ECONN/ });
    client.dispose();
  });
});
