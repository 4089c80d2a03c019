import assert from 'node:assert/strict';
import type { NewItem } from '../../src/api/contract/roadmap.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { callRoute, refuseRoute } from './call-route.ts';

const owner = madeUpPerson(1, { duties: { leads: [], roadmapOwner: true } });
const staff = madeUpPerson(2);
const item = (id: string, changes: Partial<NewItem> = {}): NewItem => ({
  id,
  kind: 'programme',
  title: { en: 'Future Casework Tools' },
  summary: { en: 'One place to work on a case.' },
  maturity: 'early',
  objectives: ['cloud'],
  outcome: { text: { en: 'Fewer systems' }, when: { precision: 'quarter', year: 2027, quarter: 1 } },
  approach: 'strategic',
  visibility: 'internal',
  ...changes,
});
const textOf = ({ id: _id, ...text }: NewItem) => text;

describe('the roadmap by the API', () => {
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await startApi();
    for (const person of [owner, staff]) await api.services.people.create(person);
  });

  afterEach(() => api.close());

  const add = (body: NewItem) => callRoute(api, owner.id, 'addItem', { body });
  const read = (itemId: string) => callRoute(api, staff.id, 'getItem', { params: { itemId } });

  it('keeps every version of an item, and says what each changed', async () => {
    const first = item('casework');
    const added = await add(first);
    assert.deepEqual([added.body.item.version, added.body.etag], [1, added.etag]);
    const second = {
      ...textOf(first),
      maturity: 'confident',
      risk: { en: 'It may be late.', cy: 'Gall fod yn hwyr.' },
    };
    const call = { params: { itemId: 'casework' }, etag: added.etag, body: second };
    const changed = await callRoute(api, owner.id, 'changeItem', call);
    const { body, etag } = await read('casework');
    assert.deepEqual([body.item, body.etag, etag], [changed.body.item, changed.etag, changed.etag]);
    assert.deepEqual(
      body.history.map((version) => [version.item.version, version.item.maturity, version.changed]),
      [
        [2, 'confident', ['maturity', 'risk']],
        [1, 'early', []],
      ],
    );
    const repeated = await callRoute(api, owner.id, 'changeItem', call);
    assert.deepEqual(repeated, changed);
    const events = await api.services.audit.listMonth(new Date().toISOString().slice(0, 7));
    assert.deepEqual(
      events.map(({ who, what, about, facts }) => [who, what, about, facts.version]),
      [
        [owner.id, 'item.added', 'casework', 1],
        [owner.id, 'item.changed', 'casework', 2],
      ],
    );
  });

  it('is not overwritten by whoever saw an older version', async () => {
    const { etag } = await add(item('casework'));
    const params = { itemId: 'casework' };
    const change = (en: string) => ({ params, etag, body: { ...textOf(item('casework')), title: { en } } });
    await callRoute(api, owner.id, 'changeItem', change('Mine'));
    const stale = await refuseRoute(api, owner.id, 'changeItem', change('Yours'));
    assert.deepEqual([stale.status, stale.code, stale.current], [412, 'VersionStale', (await read('casework')).body]);
    const blind = await refuseRoute(api, owner.id, 'changeItem', { params, body: textOf(item('casework')) });
    assert.equal(blind.status, 428);
  });

  it('gives each item a name of its own', async () => {
    const { body } = await add(item('casework'));
    assert.deepEqual((await add(item('casework'))).body, body);
    const other = item('casework', { maturity: 'confident' });
    assert.equal((await refuseRoute(api, owner.id, 'addItem', { body: other })).code, 'ItemExists');
    for (const id of ['index', '', 'A', 'a/b', '-a', 'x'.repeat(65)]) {
      assert.equal((await refuseRoute(api, owner.id, 'addItem', { body: item(id) })).field, 'body.id', id);
    }
    assert.equal((await refuseRoute(api, staff.id, 'getItem', { params: { itemId: 'gone' } })).code, 'ItemUnknown');
  });

  it('lists what fits a filter; what is for everybody is for each area', async () => {
    await add(item('all'));
    await add(item('wessex', { areas: ['wessex'], maturity: 'confident' }));
    await add(item('north', { areas: ['north-east'], kind: 'capability', objectives: ['talent', 'cloud'] }));
    const list = async (query: Readonly<Record<string, string>>) =>
      (await callRoute(api, staff.id, 'listRoadmap', { query })).body.items.map(({ id }) => id);
    assert.deepEqual(await list({}), ['all', 'wessex', 'north']);
    assert.deepEqual(await list({ area: 'wessex' }), ['all', 'wessex']);
    assert.deepEqual(await list({ area: 'cymru-wales' }), ['all']);
    assert.deepEqual(await list({ kind: 'capability' }), ['north']);
    assert.deepEqual(await list({ objective: 'talent' }), ['north']);
    assert.deepEqual(await list({ maturity: 'confident', area: 'wessex' }), ['wessex']);
    const { code } = await refuseRoute(api, owner.id, 'addItem', { body: item('x', { areas: ['atlantis'] }) });
    assert.equal(code, 'AreaUnknown');
  });

  it('knows dates no more precisely than they are', async () => {
    const dates = [
      { precision: 'day', day: '2027-03-31' },
      { precision: 'month', year: 2027, month: 9 },
      { precision: 'season', year: 2027, season: 'spring' },
      { precision: 'year', year: 2028 },
      { precision: 'unknown' },
    ] as const;
    for (const [index, when] of dates.entries()) {
      const { body } = await add(item(`item-${index}`, { outcome: { text: { en: 'x' }, when } }));
      assert.deepEqual(body.item.outcome.when, when);
    }
    const wrong = [
      { precision: 'day', day: '2027-02-30' },
      { precision: 'month', year: 2027, month: 13 },
      { precision: 'quarter', year: 2027, quarter: 5 },
      { precision: 'unknown', year: 2027 },
    ];
    for (const when of wrong) {
      const body = { ...item('wrong'), outcome: { text: { en: 'x' }, when } };
      const { field } = await refuseRoute(api, owner.id, 'addItem', { body });
      assert.ok(field?.startsWith('body.outcome.when'), field);
    }
  });
});
