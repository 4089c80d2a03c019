/** One row of the route table of the HTTP server. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Who may call it. `bot-framework`: a token of the Bot Framework for this bot, which the handler verifies. */
  readonly authorisation: 'nobody-in-particular' | 'bot-framework';
  readonly handle: (request: RouteRequest) => Promise<RouteAnswer>;
}

export interface RouteRequest {
  /** The Authorization header, or an empty text. */
  readonly authorization: string;
  /** The parsed JSON body; undefined where there is none. */
  readonly body: unknown;
}

export interface RouteAnswer {
  readonly status: number;
  readonly body?: unknown;
}
