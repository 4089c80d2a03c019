import type { Request, Route } from 'playwright-core';
import { contractRoutes, type RouteName } from '../../src/api/contract/paths.ts';
import { type SchemaName, schemas } from '../../src/api/contract/schemas.ts';

/** A call of the API as the tab made it. */
export interface ApiCall {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the API answers. JSON that goes well must be what the contract says. */
export interface ApiAnswer {
  readonly status?: number;
  readonly json?: unknown;
  readonly file?: { readonly name: string; readonly type: string; readonly bytes: Buffer };
  /** A stream of these events, which ends after the last. */
  readonly events?: readonly unknown[];
  readonly etag?: string;
  /** The connection breaks off. */
  readonly lost?: true;
}

export type ApiAnswers = {
  readonly [Name in RouteName]?: (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>;
};

/** Answers a call of the tab. Throws when there is no answer for it, or when one side does not keep to the contract. */
export async function answerCall(route: Route, answers: ApiAnswers): Promise<void> {
  const request = route.request();
  const { pathname, searchParams } = new URL(request.url());
  const [name, params] = routeOf(request.method(), pathname);
  const answer = answers[name];
  if (answer === undefined) throw new Error(`The test has no answer for ${name}.`);
  const call = { params, query: searchParams, body: request.postData() ?? '', headers: request.headers() };
  checkCall(name, call, request);
  const { status = 200, json, file, events, etag, lost } = await answer(call);
  if (lost === true) return route.abort();
  if (file !== undefined) {
    const headers = { 'content-type': file.type, 'content-disposition': `attachment; filename="${file.name}"` };
    return route.fulfill({ body: file.bytes, headers });
  }
  if (events !== undefined) {
    const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('');
    return route.fulfill({ headers: { 'content-type': 'text/event-stream' }, body });
  }
  if (status < 300) checkAnswer(name, json);
  const contentType = status < 300 ? 'application/json' : 'application/problem+json';
  await route.fulfill({
    status,
    headers: { 'content-type': contentType, ...(etag === undefined ? {} : { etag }) },
    body: json === undefined ? '' : JSON.stringify(json),
  });
}

function routeOf(method: string, pathname: string): readonly [RouteName, Readonly<Record<string, string>>] {
  for (const [name, { method: wanted, path }] of Object.entries(contractRoutes)) {
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    const match = wanted === method.toLowerCase() ? pattern.exec(pathname) : null;
    if (match !== null) return [name as RouteName, match.groups ?? {}];
  }
  throw new Error(`The contract has no ${method} ${pathname}.`);
}

interface Stated {
  readonly query?: SchemaName;
  readonly body?: SchemaName | 'csv';
  readonly answer?: string;
  readonly ifMatch?: true;
  readonly idempotencyKey?: true;
}

function checkCall(name: RouteName, { query, headers }: ApiCall, request: Request): void {
  const stated: Stated = contractRoutes[name];
  if (!/^Bearer .+/.test(headers.authorization ?? '')) throw new Error(`${name} was called without a token.`);
  if (stated.ifMatch === true && headers['if-match'] === undefined) throw new Error(`${name} needs If-Match.`);
  if (stated.idempotencyKey === true && headers['idempotency-key'] === undefined) {
    throw new Error(`${name} needs Idempotency-Key.`);
  }
  if (stated.query !== undefined) schemas[stated.query].parse(Object.fromEntries(query));
  if (stated.body === 'csv') {
    if (headers['content-type'] !== 'text/csv') throw new Error(`${name} takes a CSV file.`);
  } else if (stated.body !== undefined && stated.body !== 'nothing') {
    schemas[stated.body].parse(request.postDataJSON());
  }
}

function checkAnswer(name: RouteName, json: unknown): void {
  const { answer }: Stated = contractRoutes[name];
  if (answer !== undefined && answer in schemas) schemas[answer as SchemaName].parse(json);
}
