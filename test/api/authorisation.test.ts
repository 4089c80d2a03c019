import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import { apiRoutes } from '../../src/api/routes.ts';
import { sampleBroadcast } from '../contract/samples.ts';
import { madeUpPerson, personId } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { storeBroadcast } from './stored.ts';
import { acceptedTokens, refusedTokens } from './tokens.ts';

const leading = (area: string) => ({ leads: [area], roadmapOwner: false });
const people = {
  author: madeUpPerson(1, { duties: leading('wessex') }),
  owner: madeUpPerson(2, { duties: { leads: [], roadmapOwner: true } }),
  'another lead of the area': madeUpPerson(3, { duties: leading('wessex') }),
  'the lead of another area': madeUpPerson(4, { duties: leading('north-east') }),
  staff: madeUpPerson(5),
};
const { id } = people.author;

/** The routes, by the paths of the table; a route that is not here fails the first test. */
const routes = ['/api/broadcasts/:id/report.csv', '/api/broadcasts/:id/progress'];

/** What each person is answered: for a broadcast of the author, a draft of theirs, none, and no id. */
const matrix: Readonly<Record<keyof typeof people | 'somebody unknown', readonly (readonly [number, string])[]>> = {
  author: [
    [200, ''],
    [409, 'BroadcastNotSent'],
    [404, 'BroadcastUnknown'],
    [400, 'RequestMalformed'],
  ],
  owner: [
    [200, ''],
    [409, 'BroadcastNotSent'],
    [404, 'BroadcastUnknown'],
    [400, 'RequestMalformed'],
  ],
  'another lead of the area': refused(),
  'the lead of another area': refused(),
  staff: refused(),
  'somebody unknown': [...refused().slice(0, 2), [403, 'NotYourBroadcast'], [400, 'RequestMalformed']],
};

function refused(): readonly (readonly [number, string])[] {
  const notYours = [403, 'NotYourBroadcast'] as const;
  return [notYours, notYours, [404, 'BroadcastUnknown'], [400, 'RequestMalformed']];
}

describe('who may call the API', () => {
  let api: ApiUnderTest;
  let sent: string;
  let draft: string;

  before(async () => {
    api = await startApi({ callLimit: { burst: 10_000, perSecond: 1, people: 10 } });
    for (const person of Object.values(people)) await api.services.people.create(person);
    const recipient = { personId: personId(50), area: 'wessex', language: 'en' } as const;
    sent = (await storeBroadcast(api.services, id, [{ recipient, delivery: {} }])).id;
    draft = (await api.services.broadcasts.create(sampleBroadcast({ author: id }))).stored.value.id;
  });

  after(() => api.close());

  it('is asked here of every route that there is', () => {
    assert.deepEqual(
      apiRoutes(api.services).map(({ path }) => path),
      routes,
    );
  });

  for (const route of routes) {
    describe(route, () => {
      const path = (broadcastId = sent) => route.replace(':id', broadcastId);

      it('refuses whoever shows no token', async () => {
        for (const headers of [{}, { authorization: 'Bearer' }, { authorization: 'Bearer ' }, basic(), negotiate()]) {
          await expectRefusal(await api.get(path(), undefined, headers), 401, 'NotSignedIn');
        }
      });

      it('takes no token from the address', async () => {
        const token = await api.entra.token(id);
        await expectRefusal(await api.get(`${path()}?access_token=${token}`), 401, 'NotSignedIn');
      });

      for (const [what, issue] of Object.entries(refusedTokens)) {
        it(`refuses a token ${what}`, async () => {
          const answer = await api.get(path(), await issue(api.entra, id));
          assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
          await expectRefusal(answer, 401, 'NotSignedIn');
        });
      }

      for (const [what, issue] of Object.entries(acceptedTokens)) {
        it(`takes a token ${what}`, async () => {
          const answer = await api.get(path(), await issue(api.entra, id));
          assert.equal(answer.status, 200, await answer.text());
        });
      }

      for (const [who, answers] of Object.entries(matrix)) {
        for (const [index, what] of ['a broadcast', 'a draft', 'no broadcast', 'no id'].entries()) {
          const [status, code] = answers[index] ?? assert.fail();
          it(`answers ${status} to ${who} about ${what}`, async () => {
            const person = people[who as keyof typeof people]?.id ?? personId(999);
            const about = [sent, draft, ulid(), 'x'][index];
            const answer = await api.get(path(about), await api.entra.token(person));
            if (status === 200) assert.equal(answer.status, 200, await answer.text());
            else await expectRefusal(answer, status, code);
          });
        }
      }
    });
  }

  it('says in Welsh, to whoever asks so, what went wrong', async () => {
    const answer = await api.get(`/api/broadcasts/${sent}/progress`, undefined, { 'accept-language': 'cy-GB, en' });
    const { detail } = (await answer.json()) as { detail: string };
    assert.ok(detail.startsWith(api.services.texts.in('cy').t('error.NotSignedIn.title')), detail);
  });

  it('logs why a token was refused, and nothing of the token', async () => {
    const token = await api.entra.forger.token(id);
    const { correlationId } = await refusalOf(await api.get(`/api/broadcasts/${sent}/progress`, token));
    const line = api.logged.find((each) => each.includes(correlationId)) ?? assert.fail('nothing was logged');
    assert.match(line, /ERR_JWS_SIGNATURE_VERIFICATION_FAILED/);
    assert.ok(!line.includes(id) && !token.split('.').some((part) => line.includes(part)));
  });

  it('answers 503 while the keys cannot be had', async () => {
    const own = await startApi();
    await own.entra.close();
    const answer = await own.get(`/api/broadcasts/${sent}/progress`, await own.entra.token(id));
    await expectRefusal(answer, 503, 'SignInUnavailable');
    await own.stop();
  });

  it('asks people who call too often to wait, each by themselves', async () => {
    const own = await startApi({ callLimit: { burst: 2, perSecond: 0.1, people: 10 } });
    const call = async (person: string) => own.get(`/api/broadcasts/${sent}/progress`, await own.entra.token(person));
    const first = [await call(id), await call(id), await call(id)];
    assert.deepEqual(
      first.map(({ status }) => status),
      [403, 403, 429],
    );
    assert.equal(first[2]?.headers.get('retry-after'), '10');
    await expectRefusal(first[2] ?? assert.fail(), 429, 'TooManyRequests');
    assert.equal((await call(people.owner.id)).status, 403);
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
