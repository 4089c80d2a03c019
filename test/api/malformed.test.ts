import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ContractRoute, contractRoutes, type RouteName } from '../../src/api/contract/paths.ts';
import { entityTag } from '../../src/api/entity-tag.ts';
import { sampleBroadcast, sampleItem } from '../contract/samples.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { type RouteCall, respond } from './call-route.ts';

/** May do everything, so that nothing is refused before it is read. */
const somebody = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: true, administrator: true } });
const names = Object.keys(contractRoutes) as RouteName[];

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom('', ' ', '__proto__', '\0', '𝒟ŵr'));
const texts = fc.record({ en: text, cy: text }, { requiredKeys: ['en'] });
const day = fc.oneof(text, fc.constantFrom('2026-02-30', '2099-12-10', '9999-12-31', '0000-01-01', '-1', '2099-13-01'));
const time = fc.oneof(text, fc.constantFrom('17:00', '24:00', '5pm', '17:00:00', '99:99'));
const slug = fc.constantFrom('wessex', 'atlantis', '', '..', 'constructor');
const deadline = fc.record({ date: day, time, zone: fc.constantFrom('Europe/London', 'UTC') });
const option = fc.record({ id: fc.constantFrom('o1', 'o2', 'o3', 'constructor', 'a-b', 'a,b'), text: texts });
const asked = {
  id: fc.constantFrom('q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'x'),
  text: texts,
  required: fc.boolean(),
};
const options = fc.array(option, { maxLength: 4 });
const question = fc.oneof(
  fc.record({ ...asked, kind: fc.constantFrom('one-choice', 'several-choices'), options }),
  fc.record({ ...asked, kind: fc.constant('scale'), lowest: texts, highest: texts }),
  fc.record({ ...asked, kind: fc.constant('rows'), rows: options }),
  fc.record({ ...asked, kind: fc.constant('tagged-items'), items: options }),
  fc.record({ ...asked, kind: fc.constant('free-text'), maxLength: fc.integer({ min: -1, max: 3_000 }) }),
);
const content = fc.oneof(
  fc.record({ kind: fc.constant('update'), title: texts, body: texts }),
  fc.record({
    kind: fc.constant('prompt'),
    title: texts,
    body: texts,
    privacy: fc.constantFrom('named', 'confidential', 'anonymous'),
    questions: fc.array(question, { maxLength: 3 }),
    deadline,
  }),
);
const audience = fc.record({ areas: fc.oneof(fc.constant('all'), fc.array(slug, { maxLength: 3 })) });
const wish = fc.oneof(
  fc.record({ kind: fc.constant('at'), date: day, time }),
  fc.record({ kind: fc.constant('urgent'), because: text }),
);

/** Bodies that are nearly right, by route. */
const nearly: Readonly<Partial<Record<RouteName, fc.Arbitrary<unknown>>>> = {
  startDraft: fc.record({ content, audience }),
  saveDraft: fc.record({ content, audience }),
  drawCard: fc.record({ content, language: fc.constantFrom('en', 'cy') }),
  countAudience: audience,
  wishSending: wish,
  correct: fc.record({ title: texts, body: texts }),
  extend: fc.record({ deadline }),
  confirmDraft: fc.record({ etag: text, people: fc.integer() }),
  changeDuties: fc.record({ leads: fc.array(slug), roadmapOwner: fc.boolean(), administrator: fc.constant(true) }),
  dryRunImport: fc.oneof(
    text,
    fc.array(fc.array(text)).map((rows) => `id,area\n${rows.join('\n')}`),
  ),
};

describe('whatever is sent to the API', function () {
  this.timeout(120_000);
  let api: ApiUnderTest;
  let params: Readonly<Record<string, string>>;

  before(async () => {
    api = await startApi({ callLimit: { burst: 1_000_000, perSecond: 1_000, callers: 10 } });
    const { broadcasts, people, roadmap } = api.services;
    const person = await people.create(somebody);
    const draft = await broadcasts.create(sampleBroadcast({ author: somebody.id }));
    const item = await roadmap.create(sampleItem());
    params = {
      broadcastId: draft.stored.value.id,
      itemId: item.stored.value.id,
      personId: person.stored.value.id,
      commentId: 'q1-1-abc',
    };
  });

  after(() => api.close());

  const neverBreaks = async (name: RouteName, call: RouteCall) => {
    const response = await respond(api, somebody.id, name, { params, ...call });
    const answer = await response.text();
    assert.ok(response.status < 500 || response.status === 502, `${name} ${JSON.stringify(call)}: ${answer}`);
    if (response.status < 400) return;
    const { code, detail } = JSON.parse(answer) as { code: string; detail?: string };
    assert.notEqual(code, 'Unexpected');
    assert.ok(!detail?.includes('\n    at '), 'no stack');
  };

  const changing = names.filter((name) => 'body' in contractRoutes[name] || contractRoutes[name].method === 'delete');
  for (const name of changing) {
    it(`is answered by ${name} without breaking`, async () => {
      const route: ContractRoute = contractRoutes[name];
      const bodies = fc.oneof(fc.jsonValue(), nearly[name] ?? fc.jsonValue());
      await fc.assert(
        fc.asyncProperty(bodies, async (body) => {
          const sent = route.body === 'csv' && typeof body !== 'string' ? JSON.stringify(body) : body;
          await neverBreaks(name, { body: sent ?? null, etag: '"YQ"', query: { digest: 'x' } });
        }),
        { numRuns: 40 },
      );
    });
  }

  it('can be looked at once it is in a draft', async () => {
    const looks: readonly RouteName[] = ['getBroadcast', 'previewDraft', 'getCard', 'listBroadcasts', 'getHome'];
    let saved = 0;
    await fc.assert(
      fc.asyncProperty(content, fc.option(wish, { nil: undefined }), async (written, wished) => {
        const stored = await api.services.broadcasts.get(params.broadcastId ?? '');
        const etag = entityTag(stored?.etag ?? assert.fail());
        const body = { content: written, audience: { areas: 'all' } };
        const answer = await respond(api, somebody.id, 'saveDraft', { params, etag, body });
        assert.ok(answer.status < 500, await answer.text());
        if (answer.status !== 200) return;
        saved += 1;
        if (wished !== undefined) {
          await neverBreaks('wishSending', { etag: answer.headers.get('etag') ?? '', body: wished });
        }
        for (const name of looks) await neverBreaks(name, {});
      }),
      { numRuns: 300 },
    );
    assert.ok(saved > 50, `only ${saved} drafts were saved`);
  });

  it('is answered without breaking where the address is odd', async () => {
    const ids = ['%00', '..', '%2e%2e', 'x'.repeat(1_000), '%F0%9F%98%80', '%', '__proto__', 'null', '-1', "' OR 1=1"];
    for (const name of names) {
      const route: ContractRoute = contractRoutes[name];
      for (const id of ids) {
        for (const query of [
          '',
          '?cursor=%00',
          '?limit=1e3',
          '?__proto__=1',
          '?run=send%0d%0aX:1',
          '?%',
          '?language[]=en',
        ]) {
          const path = route.path.replace(/:\w+/g, id) + query;
          const headers = { 'if-match': '"YQ"', 'idempotency-key': 'x'.repeat(20) };
          const body = route.method === 'get' || route.method === 'delete' ? undefined : {};
          const response = await api.call(somebody.id, route.method.toUpperCase(), path, body, headers);
          await response.body?.cancel();
          assert.ok(response.status < 500, `${route.method} ${path} ${response.status}`);
        }
      }
    }
  });

  it('leaves no trace of a stack or of a text in what is logged as refused', () => {
    assert.deepEqual(
      api.logged.filter((line) => line.includes('"request failed"')),
      [],
    );
  });
});
