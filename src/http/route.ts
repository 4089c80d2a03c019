import type { ProductError } from '../errors/product-error.ts';

/**
 * One row of the route table of the HTTP server. `authorisation` says who may call it:
 * - `nobody-in-particular`: anybody.
 * - `bot-framework`: a token of the Bot Framework for this bot, which the handler verifies.
 * - `signed-in`: a person with a token of the tenant, which the server verifies; what they may see, the handler decides.
 */
export type Route = OpenRoute | SignedInRoute;

export const methods = ['get', 'post', 'put', 'delete'] as const;
export type Method = (typeof methods)[number];

interface Row {
  readonly method: Method;
  /** A part that starts with a colon is a parameter; a star at the end stands for whatever follows. */
  readonly path: string;
  /** What the body may be; JSON when left out. Anything else is refused with 415, unread. */
  readonly takes?: 'json' | 'csv';
}

export interface OpenRoute extends Row {
  readonly authorisation: 'nobody-in-particular' | 'bot-framework';
  readonly handle: (request: RouteRequest) => Promise<RouteAnswer>;
}

export interface SignedInRoute extends Row {
  readonly authorisation: 'signed-in';
  readonly handle: (request: SignedInRequest) => Promise<RouteAnswer>;
}

export interface RouteRequest {
  /** The Authorization header, or an empty text. */
  readonly authorization: string;
  /** The parsed JSON body, or the text of a CSV one; undefined where there is none. */
  readonly body: unknown;
  /** The parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** What follows the question mark, or an empty text. */
  readonly query: string;
  /** A header by its name in lower case. */
  readonly header: (name: string) => string | undefined;
}

export interface SignedInRequest extends RouteRequest {
  readonly caller: Caller;
}

/** Who calls, as verified: never by name. */
export interface Caller {
  /** The Entra object id, in lower case. */
  readonly personId: string;
  readonly tenantId: string;
}

export type RouteAnswer = BodyAnswer | TextAnswer | FileAnswer | DownloadAnswer | EventsAnswer | RefusalAnswer;

/** An answer in one piece, as JSON. */
export interface BodyAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer in one piece that is no JSON. */
export interface TextAnswer {
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A file that is made while it is sent. When its making fails the connection is cut, so that no part passes for it. */
export interface DownloadAnswer {
  readonly contentType: string;
  readonly fileName: string;
  readonly chunks: AsyncIterable<string | Uint8Array>;
}

/** A file as it lies on the disk. */
export interface FileAnswer {
  /** An absolute path of a file that is there. */
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Events as they happen, until there are no more. They are to end when the signal is given, too. */
export interface EventsAnswer {
  readonly events: (until: AbortSignal) => AsyncIterable<ServerEvent>;
}

/** A refusal that tells more than its words; one that does not is thrown. */
export interface RefusalAnswer {
  readonly refusal: ProductError;
  /** Becomes members of the problem, RFC 9457. */
  readonly more: Readonly<Record<string, unknown>>;
}

export interface ServerEvent {
  readonly name: string;
  /** Becomes JSON. */
  readonly data: unknown;
}
