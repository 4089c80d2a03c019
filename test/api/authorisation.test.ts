import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { Controlled } from '../../src/api/contract/broadcasts.ts';
import { install } from '../product/in-the-chat.ts';
import { madeUpPerson, personId } from '../product/made-up-people.ts';
import { appId, type ProductUnderTest, startProductUnderTest } from '../product/product-under-test.ts';
import { type Entra, startEntra } from './entra.ts';
import { type Column, columns, matrix } from './matrix.ts';
import { type MatrixRequest, requests } from './matrix-requests.ts';
import { refusedTokens } from './tokens.ts';

const leading = (area: string) => ({ leads: [area], roadmapOwner: false });
const callers = {
  staff: madeUpPerson(1),
  'the author, who leads Wessex': madeUpPerson(2, { duties: leading('wessex') }),
  'another lead of Wessex': madeUpPerson(3, { duties: leading('wessex') }),
  'the lead of another area': madeUpPerson(4, { duties: leading('north-east') }),
  'the roadmap owner': madeUpPerson(5, { duties: { leads: [], roadmapOwner: true } }),
  'an administrator': madeUpPerson(6, { duties: { leads: [], roadmapOwner: false, administrator: true } }),
} as const;
const author = callers['the author, who leads Wessex'].id;
const api = { clientId: appId, audience: `api://${appId}` };

describe('who may call what', function () {
  this.timeout(120_000);
  let entra: Entra;
  let run: ProductUnderTest;
  let folder: string;

  before(async () => {
    entra = await startEntra(api);
    folder = await mkdtemp(join(tmpdir(), 'tab-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html>');
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'assets', 'app-4XK2M7QZ.js'), '');
    const config = {
      role: 'web',
      api: { ...api, localJwksUrl: entra.jwksUrl },
      tab: { folder, hostOrigins: [] },
    } as const;
    run = await startProductUnderTest({ people: Object.values(callers), config });
    await install(run.teams, author);
  });

  after(async () => {
    await run.close();
    await entra.close();
    await rm(folder, { recursive: true });
  });

  const tokens: Readonly<Record<Column, () => Promise<string | undefined>>> = {
    'no token': async () => undefined,
    'a token for another audience': () => refused('for another audience'),
    'a token of another tenant': () => refused('of another tenant'),
    'an expired token': () => refused('that has expired'),
    'a forged token': () => refused('forged in version 2'),
    'somebody unknown': () => entra.token(personId(999)),
    staff: () => entra.token(callers.staff.id),
    'the author, who leads Wessex': () => entra.token(author),
    'another lead of Wessex': () => entra.token(callers['another lead of Wessex'].id),
    'the lead of another area': () => entra.token(callers['the lead of another area'].id),
    'the roadmap owner': () => entra.token(callers['the roadmap owner'].id),
    'an administrator': () => entra.token(callers['an administrator'].id),
  };
  const refused = (what: string) => (refusedTokens[what] ?? assert.fail(what))(entra, callers['the roadmap owner'].id);

  const ask = async (method: string, { path, body, headers = {} }: MatrixRequest, token: string | undefined) =>
    fetch(`http://127.0.0.1:${run.product.port}${path}`, {
      method: method.toUpperCase(),
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('is written down for every route that there is, and for no other', () => {
    const routes = run.product.routes.map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(Object.keys(matrix).toSorted(), routes.toSorted());
    for (const [route, statuses] of Object.entries(matrix)) assert.equal(statuses.length, columns.length, route);
  });

  for (const [route, statuses] of Object.entries(matrix)) {
    const [method = '', path = ''] = route.split(' ');
    it(`is kept to by ${route}`, async () => {
      for (const [index, column] of columns.entries()) {
        const make = requests[route] ?? (async () => ({ path }));
        const request = await make({ stores: run.product.stores, author });
        const answer = await ask(method, request, await tokens[column]());
        const text = await answer.text();
        assert.equal(answer.status, statuses[index], `${column}: ${text}`);
        if (answer.status >= 400 && path !== '/api/messages') expectProblem(answer, text);
      }
    });
  }

  it('lets nobody send to another area alone, whatever a draft names', async () => {
    const content = { kind: 'update', title: { en: 'A title', cy: 'Teitl' }, body: { en: 'A text', cy: 'Testun' } };
    const token = await entra.token(author);
    await run.product.stores.people.create(madeUpPerson(7, { area: 'north-east' }));
    for (const areas of [['north-east'], ['wessex', 'north-east'], 'all'] as const) {
      const { path, headers = {} } = await madeFor('put /api/broadcasts/:broadcastId');
      const saved = await ask('put', { path, body: { content, audience: { areas } }, headers }, token);
      assert.equal(saved.status, 200);
      const { etag } = (await saved.json()) as { readonly etag: string };
      const { total } = await run.product.stores.people.count({ areas });
      const body = { etag, people: total };
      const key = { 'idempotency-key': ulid() };
      const confirmed = await ask('post', { path: `${path}/confirm`, body, headers: key }, token);
      assert.equal(((await confirmed.json()) as Controlled).broadcast.state, 'awaiting-approval');
    }
  });

  it('shows what awaits approval to its author and the roadmap owner, and to nobody else', async () => {
    const statuses = new Map<Column, readonly number[]>();
    for (const column of columns) {
      const { path } = await madeFor('post /api/broadcasts/:broadcastId/take-back');
      const about = path.replace(/\/take-back$/, '');
      const token = await tokens[column]();
      const asked = ['', '/preview', '/card'].map((rest) => ask('get', { path: `${about}${rest}` }, token));
      statuses.set(
        column,
        (await Promise.all(asked)).map(({ status }) => status),
      );
    }
    for (const [column, found] of statuses) {
      const may = ['the author, who leads Wessex', 'the roadmap owner'].includes(column);
      const refusal = /token/.test(column) ? 401 : 403;
      assert.deepEqual(found, Array(3).fill(may ? 200 : refusal), column);
    }
  });

  it('shows a lead only their own area among the results of others', async () => {
    const { path } = await madeFor('get /api/broadcasts/:broadcastId/results');
    const token = await entra.token(callers['another lead of Wessex'].id);
    const answer = await ask('get', { path: `${path}?area=north-east` }, token);
    const { areas } = (await answer.json()) as { areas: { area: string }[] };
    assert.deepEqual(
      areas.map(({ area }) => area),
      ['wessex'],
    );
  });

  const madeFor = (route: string) => (requests[route] ?? assert.fail(route))({ stores: run.product.stores, author });
});

function expectProblem(answer: Response, text: string): void {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const problem = JSON.parse(text) as Readonly<Record<string, unknown>>;
  assert.equal(problem.status, answer.status);
  assert.ok(typeof problem.code === 'string' && typeof problem.detail === 'string', text);
}
