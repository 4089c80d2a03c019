import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { rowsOf } from './csv-file.ts';
import { storeBroadcast, stored } from './stored.ts';

const author = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false } });

describe('the download of a report', () => {
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await startApi({ streams: { heartbeatMs: 1_000, longestMs: 1_000, stalledMs: 1_000 } });
    await api.services.people.create(author);
  });

  afterEach(() => api.close());

  const store = async (count: number, changes: Partial<Broadcast> = {}) => {
    const people = Array.from({ length: count }, (_, index) => madeUpPerson(100 + index, { name: 'n'.repeat(2_000) }));
    for (const person of people) await api.services.people.create(person);
    const audience = people.map((person) => stored(person, {}));
    return storeBroadcast(api.services, author.id, audience, changes);
  };
  const open = async ({ id }: Broadcast) =>
    api.get(`/api/broadcasts/${id}/report.csv`, await api.entra.token(author.id));
  const download = async (broadcast: Broadcast) => `\uFEFF${await (await open(broadcast)).text()}`;

  /** Notes which slices are read, and gives the number of the last one. */
  const watchSlices = () => {
    const { deliveries } = api.services;
    const { getSlice } = deliveries;
    let last = 0;
    Object.assign(deliveries, {
      getSlice: (broadcast: string, number: number) => {
        last = number;
        return getSlice(broadcast, number);
      },
    });
    return () => last;
  };

  it('is refused while not everybody is known whom it must name', async () => {
    const plan = { slices: 0, recipients: 0, complete: false };
    const answer = await open(await store(0, { state: 'sending', plan }));
    assert.equal(answer.status, 409);
    assert.equal(((await answer.json()) as { code: string }).code, 'AudienceNotReady');
  });

  it('is refused once it is no longer kept whom it would name', async () => {
    const cleared = { since: '2027-11-24T09:00:00.000Z', asked: { wessex: 1 } };
    for (const broadcast of [await store(1, { cleared }), await store(0, { cleared: { ...cleared, done: true } })]) {
      const answer = await open(broadcast);
      assert.equal(answer.status, 410);
      assert.equal(((await answer.json()) as { code: string }).code, 'RecordsRemoved');
    }
  });

  it('breaks off when somebody is missing, so that no part of it passes for the whole', async () => {
    const broadcast = await store(1, { plan: { slices: 2, recipients: 51, complete: true } });
    await assert.rejects(download(broadcast), TypeError);
    assert.ok(api.logged.some((line) => line.includes('1 of 51 recipients')));
  });

  it('breaks off when the store fails', async () => {
    const broadcast = await store(1);
    Object.assign(api.services.deliveries, { getSlice: () => Promise.reject(new Error('no store')) });
    await assert.rejects(download(broadcast), TypeError);
  });

  it('reads no further than the client takes', async () => {
    const broadcast = await store(5_000);
    const lastRead = watchSlices();
    const answer = await open(broadcast);
    for (let before = -1; before !== lastRead(); await wait(300)) before = lastRead();
    assert.ok(lastRead() < 90, `${lastRead()} slices of 100 were read although nobody took them`);
    assert.equal(rowsOf(`\uFEFF${await answer.text()}`).length, 5_001);
  });

  it('is cut off for a client that takes nothing for long', async () => {
    const answer = await open(await store(5_000));
    await wait(3_500);
    await assert.rejects(answer.text(), TypeError);
  });

  it('is finished before the server closes', async () => {
    const broadcast = await store(1_000);
    const answer = await open(broadcast);
    const [text] = await Promise.all([answer.text(), api.stop()]);
    assert.equal(rowsOf(`\uFEFF${text}`).length, 1_001);
  });
});
