import assert from 'node:assert/strict';
import { madeUpPerson, personId } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { callRoute, refuseRoute } from './call-route.ts';

const administrator = madeUpPerson(1, {
  name: 'Admin',
  duties: { leads: [], roadmapOwner: false, administrator: true },
});
const reachable = { state: 'reachable', chat: { serviceUrl: 'https://example.org/', conversationId: 'a:1' } } as const;

describe('the directory by the API', () => {
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await startApi();
    await api.services.people.create(administrator);
  });

  afterEach(() => api.close());

  const audited = async () => {
    const events = await api.services.audit.listMonth(new Date().toISOString().slice(0, 7));
    return events.map(({ who, what, about, facts }) => ({ who, what, about, facts }));
  };
  const dryRun = async (file: string) => (await callRoute(api, administrator.id, 'dryRunImport', { body: file })).body;
  const everybody = async () =>
    (await callRoute(api, administrator.id, 'listPeople', { query: { limit: '100' } })).body.people;

  it('shows whom cards can reach, by area and site', async () => {
    const people = [
      madeUpPerson(10, { site: 'Eastleigh', reach: reachable }),
      madeUpPerson(11, { site: 'Eastleigh' }),
      madeUpPerson(12),
      madeUpPerson(13, { area: 'closed-area' }),
    ];
    for (const person of people) await api.services.people.create(person);
    const { body } = await callRoute(api, administrator.id, 'getCoverage');
    assert.deepEqual([body.people, body.reachable], [5, 1]);
    const of = (slug: string) => body.areas.find(({ area }) => area === slug);
    assert.deepEqual(of('wessex'), {
      area: 'wessex',
      people: 4,
      reachable: 1,
      sites: [
        { site: '', people: 2, reachable: 0 },
        { site: 'Eastleigh', people: 2, reachable: 1 },
      ],
    });
    assert.deepEqual(of('north-east'), { area: 'north-east', people: 0, reachable: 0, sites: [] });
    assert.equal(body.areas.at(-1)?.area, 'closed-area');
  });

  it('lets an administrator say who leads what, over the version that they saw', async () => {
    const person = madeUpPerson(20);
    await api.services.people.create(person);
    const params = { personId: person.id };
    const { etag } = await callRoute(api, administrator.id, 'getPerson', { params });
    const wanted = { leads: ['wessex', 'north-east', 'wessex'], roadmapOwner: true, administrator: false };
    const changed = await callRoute(api, administrator.id, 'changeDuties', { params, etag, body: wanted });
    assert.deepEqual(changed.body.person.duties, { ...wanted, leads: ['north-east', 'wessex'] });
    const stale = await refuseRoute(api, administrator.id, 'changeDuties', {
      params,
      etag,
      body: { ...wanted, leads: [] },
    });
    assert.deepEqual([stale.status, stale.current], [412, changed.body]);
    const repeated = await callRoute(api, administrator.id, 'changeDuties', { params, etag, body: wanted });
    assert.deepEqual(repeated, changed);
    assert.deepEqual(await audited(), [
      {
        who: administrator.id,
        what: 'duties.changed',
        about: person.id,
        facts: { leads: 'north-east wessex', roadmapOwner: 'true', administrator: 'false' },
      },
    ]);
  });

  it('keeps at least one administrator, and only areas that there are', async () => {
    const params = { personId: administrator.id };
    const { etag } = await callRoute(api, administrator.id, 'getPerson', { params });
    const none = { leads: [], roadmapOwner: false, administrator: false };
    const own = await refuseRoute(api, administrator.id, 'changeDuties', { params, etag, body: none });
    assert.deepEqual([own.status, own.code], [409, 'OwnDuties']);
    const body = { leads: ['atlantis'], roadmapOwner: false, administrator: true };
    assert.equal(
      (await refuseRoute(api, administrator.id, 'changeDuties', { params, etag, body })).code,
      'AreaUnknown',
    );
    const nobody = { params: { personId: personId(999) }, etag, body: none };
    assert.equal((await refuseRoute(api, administrator.id, 'changeDuties', nobody)).code, 'PersonUnknown');
  });

  it('shows in a dry run what an import would change, and changes nothing', async () => {
    const known = madeUpPerson(30, { name: 'Old Name', site: 'Eastleigh' });
    const same = madeUpPerson(31);
    const left = madeUpPerson(32);
    for (const person of [known, same, left]) await api.services.people.create(person);
    const before = await everybody();
    const file = `id,area,name,site,language\n${known.id},Wessex,New Name,,cy\n${same.id},wessex,Person 31,,\n${personId(33)},Mold,,,\n${personId(34)},Cymru,Newydd,Yr Wyddgrug,cy\n`;
    const wrong = await dryRun(file);
    assert.deepEqual(
      wrong.problems.map(({ line, problem }) => [line, problem]),
      [[4, 'area-unknown']],
    );
    const report = await dryRun(file.replace('Mold', 'North East'));
    assert.deepEqual(
      [report.rows, report.added, report.changed, report.unchanged, report.problemCount, report.missingCount],
      [4, 2, 1, 1, 0, 2],
    );
    assert.deepEqual(report.changes[0], {
      id: known.id,
      name: 'New Name',
      new: false,
      fields: [{ field: 'name', before: 'Old Name', after: 'New Name' }],
    });
    assert.deepEqual(
      report.missing.map(({ name }) => name),
      ['Admin', 'Person 32'],
    );
    assert.deepEqual(await everybody(), before);
    assert.deepEqual(await audited(), []);
  });

  it('brings the directory up to the file, keeps what it does not know, and is the same when done again', async () => {
    const lead = madeUpPerson(40, {
      language: 'cy',
      reach: reachable,
      duties: { leads: ['wessex'], roadmapOwner: false },
    });
    await api.services.people.create(lead);
    const file = `id,area,site,language\n${lead.id},North East,Durham,en\n${personId(41)},Cymru,,cy\n`;
    const { digest } = await dryRun(file);
    const call = { query: { digest }, body: file };
    assert.deepEqual((await callRoute(api, administrator.id, 'applyImport', call)).body, {
      added: 1,
      changed: 1,
      unchanged: 0,
    });
    const stored = await api.services.people.get(lead.id);
    assert.deepEqual(stored?.value, { ...lead, area: 'north-east', site: 'Durham' });
    const added = (await api.services.people.get(personId(41)))?.value;
    assert.deepEqual([added?.language, added?.reach.state], ['cy', 'unreachable']);
    assert.deepEqual((await callRoute(api, administrator.id, 'applyImport', call)).body, {
      added: 0,
      changed: 0,
      unchanged: 2,
    });
    assert.equal((await everybody()).length, 3);
    assert.deepEqual(
      (await audited()).map(({ what, about }) => [what, about]),
      [
        ['directory.imported', digest],
        ['directory.imported', digest],
      ],
    );
  });

  it('imports only what the dry run showed, and nothing while a row is wrong', async () => {
    const file = `id,area\n${personId(50)},Wessex\n`;
    const { digest } = await dryRun(file);
    const other = { query: { digest }, body: `id,area\n${personId(51)},Wessex\n` };
    assert.equal((await refuseRoute(api, administrator.id, 'applyImport', other)).code, 'ChangedMeanwhile');
    const wrong = { query: { digest }, body: `${file}x,Wessex\n` };
    assert.equal((await refuseRoute(api, administrator.id, 'applyImport', wrong)).code, 'ImportIncomplete');
    assert.equal((await refuseRoute(api, administrator.id, 'applyImport', { body: file })).field, 'query.digest');
    assert.equal((await everybody()).length, 1);
  });

  it('imports once what comes twice at the same time, and as many people as there are', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `${personId(10_000 + index)},wessex,Person ${index}`);
    const file = `id,area,name\n${rows.join('\n')}\n`;
    const { digest, added } = await dryRun(file);
    assert.equal(added, 3_000);
    const body = { query: { digest }, body: file };
    const results = await Promise.allSettled([
      callRoute(api, administrator.id, 'applyImport', body),
      callRoute(api, administrator.id, 'applyImport', body),
    ]);
    assert.ok(results.every(({ status }) => status === 'fulfilled'));
    assert.deepEqual(await api.services.people.count({ areas: ['wessex'] }), { total: 3_001, reachable: 0 });
  });
});
