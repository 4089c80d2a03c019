import { contractRoutes } from '../../api/contract/paths.ts';
import { ApiProblem, ConnectionLost } from './api-failure.ts';
import { type Addressed, type AnswerOf, addressOf, type CallOf, type RouteName } from './route-call.ts';
import { serverEvents } from './server-events.ts';

/** What the server answered, and the version of it, which a change must name. */
export interface Answer<T> {
  readonly value: T;
  readonly etag: string | undefined;
}

/** All calls throw ApiProblem when the server refuses and ConnectionLost when it is not reached. */
export interface Api {
  call<N extends RouteName>(name: N, call: CallOf<N>, signal?: AbortSignal): Promise<Answer<AnswerOf<N>>>;
  /** A file that the server makes. */
  download<N extends RouteName>(name: N, call: CallOf<N>): Promise<File>;
  /** The events of a stream; ends when the server ends it. */
  events<N extends RouteName>(name: N, call: CallOf<N>, signal: AbortSignal): AsyncGenerator<unknown>;
}

export interface ApiOptions {
  readonly token: () => Promise<string>;
  /** The language in which the server says what went wrong. */
  readonly language: () => string;
}

interface AnyCall extends Addressed {
  readonly body?: unknown;
  readonly etag?: string;
  readonly idempotencyKey?: string;
}

/** Calls the API of the product with a token of the person. */
export function createApi({ token, language }: ApiOptions): Api {
  async function send(name: RouteName, call: AnyCall, signal?: AbortSignal): Promise<Response> {
    const { method, path } = contractRoutes[name];
    const bearer = await token().catch((error: unknown) => Promise.reject(new ConnectionLost(error)));
    const response = await fetch(addressOf(path, call), {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${bearer}`, 'accept-language': language(), ...headersOf(call) },
      ...bodyOf(call),
      ...(signal === undefined ? {} : { signal }),
    }).catch((error: unknown) => {
      if (signal?.aborted === true) throw error;
      throw new ConnectionLost(error);
    });
    if (!response.ok) throw await problemOf(response);
    return response;
  }

  return {
    call: async (name, call, signal) => answerOf(await send(name, call as AnyCall, signal)),
    download: async (name, call) => {
      const response = await send(name, call as AnyCall);
      const fileName = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
      const blob = await response.blob().catch((error: unknown) => Promise.reject(new ConnectionLost(error)));
      return new File([blob], fileName ?? 'download', { type: blob.type });
    },
    events: async function* (name, call, signal) {
      const { body } = await send(name, call as AnyCall, signal);
      if (body !== null) yield* serverEvents(body);
    },
  };
}

function headersOf({ body, etag, idempotencyKey }: AnyCall): Record<string, string> {
  return {
    ...(body === undefined ? {} : { 'content-type': typeof body === 'string' ? 'text/csv' : 'application/json' }),
    ...(etag === undefined ? {} : { 'if-match': etag }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

function bodyOf({ body }: AnyCall): RequestInit {
  if (body === undefined) return {};
  return { body: typeof body === 'string' ? body : JSON.stringify(body) };
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const etag = response.headers.get('etag') ?? undefined;
  const text = await response.text().catch((error: unknown) => Promise.reject(new ConnectionLost(error)));
  return { value: (text === '' ? undefined : JSON.parse(text)) as T, etag };
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  const text = await response.text().catch(() => '');
  return new ApiProblem(response.status, parsed(text), Number.isFinite(wait) ? wait : undefined);
}

/** Whatever stands between here and the server may answer with something else than JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
