import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import { type ContractRoute, contractRoutes, type RouteName } from '../../src/api/contract/paths.ts';
import { problem } from '../../src/api/contract/problem.ts';
import type { AnswerOf } from '../../src/api/contract/route-types.ts';
import { type SchemaName, schemas } from '../../src/api/contract/schemas.ts';
import type { ErrorCode } from '../../src/errors/error-codes.ts';
import type { ApiUnderTest } from './api-under-test.ts';

export interface RouteCall {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly etag?: string;
  /** A new one when left out. */
  readonly key?: string;
}

export interface Answered<N extends RouteName> {
  readonly body: AnswerOf<N>;
  readonly etag: string;
}

/** Calls a route as a person, and checks that the answer is what the contract says: no field more and none less. */
export async function callRoute<N extends RouteName>(
  api: Pick<ApiUnderTest, 'call'>,
  as: string,
  name: N,
  call: RouteCall = {},
): Promise<Answered<N>> {
  const response = await respond(api, as, name, call);
  const text = await response.text();
  const route: ContractRoute = contractRoutes[name];
  assert.equal(response.status, route.status ?? (route.answer === undefined ? 204 : 200), text);
  const etag = response.headers.get('etag');
  assert.equal(etag !== null, route.etag === true, 'ETag');
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (route.answer !== undefined && route.answer in schemas) {
    assert.deepEqual(schemas[route.answer as SchemaName].parse(body), body);
  }
  return { body: body as AnswerOf<N>, etag: etag ?? '' };
}

export interface Refused {
  readonly status: number;
  readonly code: ErrorCode;
  readonly field?: string;
  readonly current?: unknown;
}

/** Calls a route that is to refuse. */
export async function refuseRoute(
  api: Pick<ApiUnderTest, 'call'>,
  as: string,
  name: RouteName,
  call: RouteCall = {},
): Promise<Refused> {
  const response = await respond(api, as, name, call);
  const body: unknown = await response.json();
  assert.ok(response.status >= 400, JSON.stringify(body));
  const parsed = problem.parse(body);
  assert.deepEqual(parsed, body);
  assert.equal(parsed.status, response.status);
  return parsed as Refused;
}

export async function respond(
  api: Pick<ApiUnderTest, 'call'>,
  as: string,
  name: RouteName,
  { params = {}, query = {}, body, etag, key = ulid() }: RouteCall,
): Promise<Response> {
  const route: ContractRoute = contractRoutes[name];
  const path = route.path.replace(/:(\w+)/g, (_, each: string) => params[each] ?? assert.fail(each));
  const search = new URLSearchParams(query).toString();
  const headers = {
    ...(etag === undefined ? {} : { 'if-match': etag }),
    ...(route.idempotencyKey === true && key !== '' ? { 'idempotency-key': key } : {}),
  };
  return api.call(as, route.method.toUpperCase(), search === '' ? path : `${path}?${search}`, body, headers);
}
