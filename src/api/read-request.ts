import type { ZodType } from 'zod';
import { ProductError } from '../errors/product-error.ts';
import type { RouteRequest } from '../http/route.ts';
import { broadcastId, commentId, itemId, personId } from './contract/ids.ts';
import type { ContractRoute } from './contract/paths.ts';
import { schemas } from './contract/schemas.ts';
import { readEntityTag } from './entity-tag.ts';

/** A request as the schemas of its route read it. */
export interface ReadRequest {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: unknown;
  readonly body: unknown;
  readonly seen: string;
  /** Empty on routes that need none. */
  readonly key: string;
}

const paramSchemas: Readonly<Record<string, ZodType>> = { broadcastId, itemId, personId, commentId };

const keyPattern = /^[A-Za-z0-9_-]{16,100}$/;

/**
 * Reads a request by the row of its route. Throws RequestMalformed with the part that does not fit, VersionMissing and
 * KeyMissing.
 */
export function readRequest(route: ContractRoute, request: RouteRequest): ReadRequest {
  const { query, body } = route;
  return {
    params: Object.fromEntries(
      [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, readParam(name, request.params[name])]),
    ),
    query: query === undefined ? {} : parsed('query', schemas[query], queryOf(request.query)),
    body: readBody(body, request.body),
    seen: route.ifMatch === true ? readSeen(request.header('if-match')) : '',
    key: route.idempotencyKey === true ? readKey(request.header('idempotency-key')) : '',
  };
}

function readParam(name: string, value: unknown): unknown {
  const schema = paramSchemas[name];
  if (schema === undefined) throw new Error(`No schema for the parameter ${name}`);
  return parsed(name, schema, value);
}

function readBody(takes: ContractRoute['body'], body: unknown): unknown {
  if (takes === undefined) return undefined;
  if (takes === 'csv') return typeof body === 'string' ? body : '';
  return parsed('body', schemas[takes], body);
}

/** Every name once: a name that comes twice is one too many. */
function queryOf(query: string): Readonly<Record<string, string>> {
  const entries = [...new URLSearchParams(query)];
  const named = Object.fromEntries(entries);
  if (Object.keys(named).length < entries.length) throw new ProductError('RequestMalformed', { field: 'query' });
  return named;
}

function readSeen(header: string | undefined): string {
  if (header === undefined) throw new ProductError('VersionMissing');
  const seen = readEntityTag(header);
  if (seen === undefined) throw new ProductError('RequestMalformed', { field: 'If-Match' });
  return seen;
}

function readKey(header: string | undefined): string {
  if (header === undefined) throw new ProductError('KeyMissing');
  if (!keyPattern.test(header)) throw new ProductError('RequestMalformed', { field: 'Idempotency-Key' });
  return header;
}

function parsed(part: string, schema: ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path ?? [];
  throw new ProductError('RequestMalformed', { field: [part, ...path.map(String)].join('.') });
}
