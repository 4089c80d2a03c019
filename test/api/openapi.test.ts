import assert from 'node:assert/strict';
import { type ContractRoute, contractRoutes } from '../../src/api/contract/paths.ts';
import { schemas } from '../../src/api/contract/schemas.ts';
import { apiRoutes } from '../../src/api/routes.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { respond } from './call-route.ts';
import { schemaFaults } from './schema-faults.ts';

type Json = Readonly<Record<string, unknown>>;

const person = madeUpPerson(1);

describe('the description of the API', () => {
  let api: ApiUnderTest;
  let described: Json;

  before(async () => {
    api = await startApi();
    await api.services.people.create(person);
    described = (await (await respond(api, person.id, 'describeApi', {})).json()) as Json;
  });

  after(() => api.close());

  const operations = () =>
    Object.entries(described.paths as Readonly<Record<string, Readonly<Record<string, Json>>>>).flatMap(
      ([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is OpenAPI 3.1', () => {
    assert.equal(described.openapi, '3.1.0');
    const { title, version } = described.info as Json;
    assert.ok(title && version);
    assert.deepEqual(Object.keys(described).toSorted(), ['components', 'info', 'openapi', 'paths', 'security']);
    const ids = operations().map(({ operation }) => operation.operationId);
    assert.equal(new Set(ids).size, ids.length);
    for (const { path, operation } of operations()) {
      const parameters = (operation.parameters ?? []) as readonly Json[];
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      assert.deepEqual(
        parameters.filter((each) => each.in === 'path').map(({ name }) => name),
        inPath,
        path,
      );
      for (const parameter of parameters) assert.ok(parameter.schema, `${path} ${String(parameter.name)}`);
      for (const [status, response] of Object.entries(operation.responses as Json)) {
        assert.match(status, /^[2-5]\d\d$/);
        assert.ok('$ref' in (response as Json) || 'description' in (response as Json));
      }
    }
  });

  it('has every route of the table and of the server, and no other', () => {
    const listed = operations().map(({ path, method }) => `${method} ${path}`);
    const table = Object.values<ContractRoute>(contractRoutes);
    const written = (routes: readonly { readonly method: string; readonly path: string }[]) =>
      routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`).toSorted();
    assert.deepEqual(listed.toSorted(), written(table));
    assert.deepEqual(listed.toSorted(), written(apiRoutes(api.services)));
  });

  it('says of every route who may call it', () => {
    const routes = new Map<unknown, ContractRoute>(Object.entries(contractRoutes));
    for (const { operation } of operations()) {
      assert.equal(operation['x-callers'], routes.get(operation.operationId)?.who);
      assert.equal(operation['x-only'], routes.get(operation.operationId)?.only);
    }
  });

  it('names no schema that it does not have, and none of the table is left unused', () => {
    const { schemas: own, responses } = described.components as { readonly schemas: Json; readonly responses: Json };
    const refs = [...JSON.stringify(described).matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    assert.ok(refs.length > 100);
    for (const [, kind, name = ''] of refs) assert.ok(name in (kind === 'schemas' ? own : responses), name);
    const table = Object.values<ContractRoute>(contractRoutes);
    const used = new Set<unknown>(table.flatMap(({ query, body, answer }) => [query, body, answer]));
    used.add('progressEvent');
    assert.deepEqual(
      Object.keys(schemas).filter((name) => !used.has(name)),
      [],
    );
  });

  it('describes data as JSON Schema 2020-12 does', () => {
    const { schemas: own } = described.components as { readonly schemas: Json };
    const inQueries = operations().flatMap(({ path, operation }) =>
      ((operation.parameters ?? []) as readonly Json[]).map(({ name, schema }) => [`${path} ${name}`, schema] as const),
    );
    const all = [...Object.entries(own), ...inQueries];
    assert.deepEqual(
      all.flatMap(([name, schema]) => schemaFaults(schema, name)),
      [],
    );
    const wrong = { type: 'text', properties: { a: { minLength: -1 }, b: { pattern: '(' } }, requires: ['a'] };
    assert.equal(schemaFaults(wrong, 'wrong').length, 4);
  });

  it('uses only the words of OpenAPI for its routes', () => {
    const words = ['operationId', 'parameters', 'requestBody', 'responses'];
    for (const { path, operation } of operations()) {
      const own = Object.keys(operation).filter((name) => !name.startsWith('x-') && !words.includes(name));
      assert.deepEqual(own, [], path);
      for (const parameter of (operation.parameters ?? []) as readonly Json[]) {
        assert.deepEqual(Object.keys(parameter).toSorted(), ['in', 'name', 'required', 'schema'], path);
        assert.ok(parameter.in !== 'path' || parameter.required === true, path);
      }
    }
  });

  it('asks for the headers that the routes need', () => {
    const routes = new Map<unknown, ContractRoute>(Object.entries(contractRoutes));
    for (const { operation } of operations()) {
      const headers = ((operation.parameters ?? []) as readonly Json[]).filter((each) => each.in === 'header');
      const { ifMatch, idempotencyKey } = routes.get(operation.operationId) ?? assert.fail();
      const expected = [...(ifMatch ? ['If-Match'] : []), ...(idempotencyKey ? ['Idempotency-Key'] : [])];
      assert.deepEqual(
        headers.map(({ name }) => name),
        expected,
      );
    }
  });
});
