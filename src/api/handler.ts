import type { DownloadAnswer, EventsAnswer } from '../http/route.ts';
import type { Person } from '../people/person.ts';
import type { ApiServices } from './api-services.ts';
import type { contractRoutes, RouteName } from './contract/paths.ts';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from './contract/route-types.ts';

type Routes = typeof contractRoutes;

/** What a handler is given: who asks, and what they ask, read by the schemas of the route. */
export interface Asked<N extends RouteName> {
  readonly person: Person;
  readonly params: ParamsOf<N>;
  readonly query: QueryOf<N>;
  readonly body: BodyOf<N>;
  /** The version that `If-Match` names, as the store calls it; empty on routes without. */
  readonly seen: string;
}

/** An answer with the version of what it shows, as the store calls it. */
export interface Tagged<T> {
  readonly body: T;
  readonly etag: string;
}

type Answered<N extends RouteName> = Routes[N] extends { etag: true }
  ? Tagged<AnswerOf<N>>
  : Routes[N] extends { answer: 'csv' | 'xlsx' }
    ? DownloadAnswer
    : Routes[N] extends { answer: 'events' }
      ? EventsAnswer
      : Routes[N] extends { answer: 'openapi' }
        ? object
        : AnswerOf<N>;

/** Parses nothing, decides nothing: calls one use case and answers. */
export type Handler<N extends RouteName> = (services: ApiServices, asked: Asked<N>) => Promise<Answered<N>>;

/** The handler of every route. */
export type Handlers = { readonly [N in RouteName]: Handler<N> };
