import assert from 'node:assert/strict';
import { madeUpPerson, personId } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { acceptedTokens, refusedTokens } from './tokens.ts';

const owner = madeUpPerson(1, { duties: { leads: [], roadmapOwner: true } });
const staff = madeUpPerson(2);
const { id } = owner;

/** Any route does: the server verifies the token before it looks at anything else. */
const path = '/api/home';

describe('signing in to the API', () => {
  let api: ApiUnderTest;

  before(async () => {
    api = await startApi();
    for (const person of [owner, staff]) await api.services.people.create(person);
  });

  after(() => api.close());

  it('refuses whoever shows no token', async () => {
    for (const headers of [{}, { authorization: 'Bearer' }, { authorization: 'Bearer ' }, basic(), negotiate()]) {
      await expectRefusal(await api.get(path, undefined, headers), 401, 'NotSignedIn');
    }
  });

  it('takes no token from the address', async () => {
    const token = await api.entra.token(id);
    await expectRefusal(await api.get(`${path}?access_token=${token}`), 401, 'NotSignedIn');
  });

  for (const [what, issue] of Object.entries(refusedTokens)) {
    it(`refuses a token ${what}`, async () => {
      const answer = await api.get(path, await issue(api.entra, id));
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      await expectRefusal(answer, 401, 'NotSignedIn');
    });
  }

  for (const [what, issue] of Object.entries(acceptedTokens)) {
    it(`takes a token ${what}`, async () => {
      const answer = await api.get(path, await issue(api.entra, id));
      assert.equal(answer.status, 200, await answer.text());
    });
  }

  it('reads no body of somebody who may not call', async () => {
    const body = 'x'.repeat(9 * 1024 * 1024);
    const headers = { 'content-type': 'text/csv' };
    const address = `${api.origin}/api/people/import/dry-run`;
    const answer = await fetch(address, { method: 'POST', body, headers });
    await expectRefusal(answer, 401, 'NotSignedIn');
  });

  it('says to somebody unknown how to become known', async () => {
    await expectRefusal(await api.get('/api/me', await api.entra.token(personId(999))), 403, 'NotInDirectory');
  });

  it('says in Welsh, to whoever asks so, what went wrong', async () => {
    const answer = await api.get(path, undefined, { 'accept-language': 'cy-GB, en' });
    const { detail } = (await answer.json()) as { detail: string };
    assert.ok(detail.startsWith(api.services.texts.in('cy').t('error.NotSignedIn.title')), detail);
  });

  it('logs why a token was refused, and nothing of the token', async () => {
    const token = await api.entra.forger.token(id);
    const { correlationId } = await refusalOf(await api.get(path, token));
    const line = api.logged.find((each) => each.includes(correlationId)) ?? assert.fail('nothing was logged');
    assert.match(line, /ERR_JWS_SIGNATURE_VERIFICATION_FAILED/);
    assert.ok(!line.includes(id) && !token.split('.').some((part) => line.includes(part)));
  });

  it('answers 503 while the keys cannot be had', async () => {
    const own = await startApi();
    await own.entra.close();
    await expectRefusal(await own.get(path, await own.entra.token(id)), 503, 'SignInUnavailable');
    await own.stop();
  });

  it('asks an address from which too many are refused to wait, and lets those in who are signed in', async () => {
    const refusalLimit = { burst: 2, perSecond: 0.1, callers: 10 };
    const own = await startApi({ refusalLimit, behindProxy: true }, api.services);
    const from = (address: string, token?: string) => own.get(path, token, { 'x-forwarded-for': address });
    const refused = [await from('192.0.2.1'), await from('192.0.2.1', 'forged'), await from('192.0.2.1')];
    assert.deepEqual(
      refused.map(({ status }) => status),
      [401, 401, 429],
    );
    assert.equal(refused[2]?.headers.get('retry-after'), '10');
    await expectRefusal(refused[2] ?? assert.fail(), 429, 'TooManyRequests');
    assert.equal((await from('198.51.100.7, 192.0.2.1')).status, 429);
    assert.equal((await from('192.0.2.1, 198.51.100.7')).status, 401);
    assert.equal((await from('192.0.2.1', await own.entra.token(id))).status, 200);
    assert.equal(own.logged.filter((line) => line.includes('TooManyRequests')).length, 0);
    await own.close();
  });

  it('believes nobody about their address where there is no proxy', async () => {
    const own = await startApi({ refusalLimit: { burst: 1, perSecond: 0.1, callers: 10 } }, api.services);
    const from = (address: string) => own.get(path, undefined, { 'x-forwarded-for': address });
    assert.deepEqual([(await from('192.0.2.1')).status, (await from('192.0.2.2')).status], [401, 429]);
    await own.close();
  });

  it('asks people who call too often to wait, each by themselves', async () => {
    const own = await startApi({ callLimit: { burst: 2, perSecond: 0.1, callers: 10 } }, api.services);
    const call = async (person: string) => own.get(path, await own.entra.token(person));
    const first = [await call(id), await call(id), await call(id)];
    assert.deepEqual(
      first.map(({ status }) => status),
      [200, 200, 429],
    );
    assert.equal(first[2]?.headers.get('retry-after'), '10');
    await expectRefusal(first[2] ?? assert.fail(), 429, 'TooManyRequests');
    assert.equal((await call(staff.id)).status, 403);
    await own.close();
  });
});

function basic() {
  return { authorization: `Basic ${Buffer.from('a:b').toString('base64')}` };
}

function negotiate() {
  return { authorization: 'Negotiate abc' };
}

interface Refusal {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly correlationId: string;
}

async function refusalOf(answer: Response): Promise<Refusal> {
  assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  return (await answer.json()) as Refusal;
}

async function expectRefusal(answer: Response, status: number, code: string): Promise<void> {
  const refusal = await refusalOf(answer);
  assert.deepEqual([answer.status, refusal.status, refusal.code], [status, status, code]);
  assert.deepEqual(Object.keys(refusal).toSorted(), ['code', 'correlationId', 'detail', 'status', 'title']);
}
