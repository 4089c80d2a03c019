/**
 * One row of the route table of the HTTP server. `authorisation` says who may call it:
 * - `nobody-in-particular`: anybody.
 * - `bot-framework`: a token of the Bot Framework for this bot, which the handler verifies.
 * - `signed-in`: a person with a token of the tenant, which the server verifies; what they may see, the handler decides.
 */
export type Route = OpenRoute | SignedInRoute;

interface Row {
  readonly method: 'get' | 'post';
  /** A part that starts with a colon is a parameter. */
  readonly path: string;
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
  /** The parsed JSON body; undefined where there is none. */
  readonly body: unknown;
  /** The parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** What follows the question mark, or an empty text. */
  readonly query: string;
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

export type RouteAnswer = BodyAnswer | DownloadAnswer | EventsAnswer;

/** An answer in one piece, as JSON. */
export interface BodyAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** A file that is made while it is sent. When its making fails the connection is cut, so that no part passes for it. */
export interface DownloadAnswer {
  readonly contentType: string;
  readonly fileName: string;
  readonly chunks: AsyncIterable<string>;
}

/** Events as they happen, until there are no more. They are to end when the signal is given, too. */
export interface EventsAnswer {
  readonly events: (until: AbortSignal) => AsyncIterable<ServerEvent>;
}

export interface ServerEvent {
  readonly name: string;
  /** Becomes JSON. */
  readonly data: unknown;
}
