import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { BroadcastState } from '../../src/broadcasts/broadcast.ts';
import { sampleBroadcast } from '../contract/samples.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { callRoute, refuseRoute } from './call-route.ts';
import { storeBroadcast, stored } from './stored.ts';

const lead = madeUpPerson(1, { name: 'Siân Lead', duties: { leads: ['wessex'], roadmapOwner: false } });
const other = madeUpPerson(2, { duties: { leads: ['north-east'], roadmapOwner: false } });
const owner = madeUpPerson(3, { duties: { leads: [], roadmapOwner: true } });
const dayMs = 24 * 60 * 60 * 1_000;

describe('lists by the API', () => {
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await startApi();
    for (const person of [lead, other, owner]) await api.services.people.create(person);
  });

  afterEach(() => api.close());

  const put = async (daysAgo: number, author: string, state: BroadcastState, en = 'A title', cy = 'Teitl') => {
    const broadcast = sampleBroadcast({
      id: ulid(Date.now() - daysAgo * dayMs),
      author,
      state,
      content: { kind: 'update', title: { en, cy }, body: { en: 'A text' } },
      ...(state === 'draft' ? {} : { confirmed: { at: '2026-11-23T09:00:00.000Z', audienceSize: 1 } }),
    });
    await api.services.broadcasts.create(broadcast);
    return broadcast.id;
  };

  /** Every id of the list, page by page. */
  const pages = async (as: string, query: Readonly<Record<string, string>> = {}) => {
    const ids: string[][] = [];
    let cursor: string | undefined;
    do {
      const all = { ...query, ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await callRoute(api, as, 'listBroadcasts', { query: all });
      ids.push(body.broadcasts.map(({ id }) => id));
      cursor = body.next;
    } while (cursor !== undefined);
    return ids;
  };

  it('give every broadcast once, newest first, over the months and page by page', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 23; index += 1) ids.push(await put(index * 13, lead.id, 'sent'));
    await put(0, other.id, 'sent');
    const found = await pages(lead.id, { limit: '5' });
    assert.deepEqual(
      found.map(({ length }) => length),
      [5, 5, 5, 5, 3],
    );
    assert.deepEqual(found.flat(), ids);
    assert.equal((await pages(owner.id)).flat().length, 24);
    assert.equal((await pages(owner.id, { mine: 'true' })).flat().length, 0);
  });

  it('have no next page when the last one is just full', async () => {
    for (let index = 0; index < 4; index += 1) await put(index, lead.id, 'sent');
    assert.deepEqual(
      (await pages(lead.id, { limit: '2' })).map(({ length }) => length),
      [2, 2],
    );
  });

  it('find broadcasts by words of the title in either language, and by state and kind', async () => {
    const jury = await put(1, lead.id, 'sent', 'Digital jury bundles', 'Bwndeli rheithgor digidol');
    const house = await put(2, lead.id, 'paused', 'The new house', 'Y tŷ newydd');
    const draft = await put(3, lead.id, 'draft', 'A draft about juries', '');
    assert.deepEqual((await pages(lead.id, { search: 'BUNDLES  digital' })).flat(), [jury]);
    assert.deepEqual((await pages(lead.id, { search: 'ty' })).flat(), [house]);
    assert.deepEqual((await pages(lead.id, { search: 'nowhere' })).flat(), []);
    assert.deepEqual((await pages(lead.id, { state: 'draft,paused' })).flat(), [house, draft]);
    assert.deepEqual((await pages(lead.id, { kind: 'prompt' })).flat(), []);
  });

  it('refuse limits, states and cursors that are none', async () => {
    const wrong = [
      { limit: '0' },
      { limit: '101' },
      { limit: '1.5' },
      { limit: 'x' },
      { state: 'gone' },
      { cursor: 'x' },
      { cursor: Buffer.from('"nothing"').toString('base64url') },
      { cursor: 'x'.repeat(600) },
      { sort: 'title' },
    ];
    for (const query of wrong) {
      const { status, code } = await refuseRoute(api, lead.id, 'listBroadcasts', { query });
      assert.deepEqual([status, code], [400, 'RequestMalformed'], JSON.stringify(query));
    }
    const twice = await api.get('/api/broadcasts?limit=1&limit=2', await api.entra.token(lead.id));
    assert.equal(twice.status, 400);
  });

  it('give every person once, by name, area and duties', async () => {
    for (let number = 10; number < 33; number += 1) await api.services.people.create(madeUpPerson(number));
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '7', ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await callRoute(api, owner.id, 'listPeople', { query });
      assert.ok(body.people.length <= 7);
      found.push(...body.people.map(({ id }) => id));
      cursor = body.next;
    } while (cursor !== undefined);
    assert.equal(found.length, 26);
    assert.equal(new Set(found).size, 26);
    const names = async (query: Readonly<Record<string, string>>) =>
      (await callRoute(api, owner.id, 'listPeople', { query })).body.people.map(({ name }) => name);
    assert.deepEqual(await names({ search: 'sian' }), ['Siân Lead']);
    assert.deepEqual(await names({ withDuties: 'true' }), ['Siân Lead', 'Person 2', 'Person 3']);
    assert.deepEqual(await names({ area: 'north-east' }), []);
  });

  it('give everybody who was not reached once, over the slices', async () => {
    const people = Array.from({ length: 130 }, (_, index) => madeUpPerson(100 + index));
    for (const person of people) await api.services.people.create(person);
    const audience = people.map((person, index) =>
      stored(person, index % 3 === 0 ? { state: 'unreachable', reason: 'blocked' } : {}),
    );
    const { id } = await storeBroadcast(api.services, lead.id, audience);
    const found: (string | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: '10', ...(cursor === undefined ? {} : { cursor }) };
      const { body } = await callRoute(api, lead.id, 'listNotReached', { params: { broadcastId: id }, query });
      assert.equal(body.total, 44);
      found.push(...body.people.map(({ name, reason }) => `${name} ${reason}`));
      cursor = body.next;
    } while (cursor !== undefined);
    const expected = people.filter((_, index) => index % 3 === 0).map(({ name }) => `${name} blocked`);
    assert.deepEqual(found, expected);
    const { areas } = (await callRoute(api, lead.id, 'getAreaStates', { params: { broadcastId: id } })).body;
    const counts = { recipients: 130, sent: 86, unreachable: 44, failed: 0, cancelled: 0, skipped: 0, waiting: 0 };
    assert.deepEqual(areas, [{ ...counts, area: 'wessex' }]);
  });
});
