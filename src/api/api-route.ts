import { isProductError } from '../errors/product-error.ts';
import type { BodyAnswer, RouteAnswer, SignedInRequest, SignedInRoute } from '../http/route.ts';
import type { Person } from '../people/person.ts';
import { admit } from './admit.ts';
import { type Answer, answerOnce, fingerprintOf } from './answer-once.ts';
import type { ApiServices } from './api-services.ts';
import type { RouteName } from './contract/paths.ts';
import { type ContractRoute, contractRoutes } from './contract/paths.ts';
import { entityTag } from './entity-tag.ts';
import type { Asked, Handler, Handlers, Tagged } from './handler.ts';
import { type ReadRequest, readRequest } from './read-request.ts';

/** A row of the contract as a route of the server: who asks, may they, what do they ask, and then its handler. */
export function apiRoute<N extends RouteName>(services: ApiServices, handlers: Handlers, name: N): SignedInRoute {
  const row: ContractRoute = contractRoutes[name];
  const handle = callOf(services, handlers[name]);
  return {
    method: row.method,
    path: row.path,
    authorisation: 'signed-in',
    ...(row.body === 'csv' ? { takes: 'csv' } : {}),
    handle: async (request) => {
      const person = await admit(services.people, request.caller.personId, row.who);
      const read = readRequest(row, request);
      if (row.idempotencyKey === true) return answerKeyed(services, row, request, person, read, handle);
      try {
        const answered = await handle(person, read);
        return isStream(answered) ? answered : bodyAnswer(answerOf(row, answered));
      } catch (error) {
        if (!isProductError(error, 'VersionStale') || row.newest === undefined) throw error;
        const newest = callOf(services, handlers[row.newest]);
        const { body } = (await newest(person, read)) as Tagged<unknown>;
        return { refusal: error, more: { current: body } };
      }
    },
  };
}

type Call = (person: Person, read: ReadRequest) => Promise<unknown>;

/** The types of a route hold for what its own schemas have read. */
function callOf<N extends RouteName>(services: ApiServices, handler: Handler<N>): Call {
  return (person, read) => handler(services, { person, ...read } as unknown as Asked<N>);
}

async function answerKeyed(
  services: ApiServices,
  row: ContractRoute,
  request: SignedInRequest,
  person: Person,
  read: ReadRequest,
  handle: Call,
): Promise<BodyAnswer> {
  const address = `${row.path} ${JSON.stringify(read.params)} ${JSON.stringify(read.query)}`;
  const fingerprint = fingerprintOf(row.method, address, request.body);
  const asked = { personId: person.id, key: read.key, fingerprint };
  return bodyAnswer(await answerOnce(services, asked, async () => answerOf(row, await handle(person, read))));
}

function answerOf(row: ContractRoute, answered: unknown): Answer {
  if (row.answer === undefined) return { status: 204, body: undefined };
  const status = row.status ?? 200;
  if (row.etag !== true) return { status, body: answered };
  const { body, etag } = answered as Tagged<unknown>;
  return { status, body, etag: entityTag(etag) };
}

function bodyAnswer({ status, body, etag }: Answer): BodyAnswer {
  return { status, body, ...(etag === undefined ? {} : { headers: { etag } }) };
}

function isStream(answered: unknown): answered is Exclude<RouteAnswer, BodyAnswer> {
  return typeof answered === 'object' && answered !== null && ('chunks' in answered || 'events' in answered);
}
