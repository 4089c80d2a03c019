import type { contractRoutes, FileKind, RouteName } from './paths.ts';
import type { OutputOf, SchemaName } from './schemas.ts';

type Routes = typeof contractRoutes;

/** A value and whatever is in it, not to be changed. */
export type Fixed<T> = T extends readonly (infer Element)[]
  ? readonly Fixed<Element>[]
  : T extends object
    ? { readonly [K in keyof T]: Fixed<T[K]> }
    : T;

type NamesIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The parameters in the path of a route, by name. */
export type ParamsOf<N extends RouteName> = { readonly [K in NamesIn<Routes[N]['path']>]: string };

/** The query of a route, as its schema gives it. */
export type QueryOf<N extends RouteName> = Routes[N] extends { query: infer Q extends SchemaName }
  ? OutputOf<Q>
  : unknown;

/** The body of a route, as its schema gives it; of a CSV file the text. */
export type BodyOf<N extends RouteName> = Routes[N] extends { body: infer B }
  ? B extends SchemaName
    ? OutputOf<B>
    : string
  : unknown;

/** What a route answers in its body; undefined for what is no JSON. */
export type AnswerOf<N extends RouteName> = Routes[N] extends { answer: infer A }
  ? A extends SchemaName
    ? Fixed<OutputOf<A>>
    : A extends FileKind
      ? undefined
      : never
  : undefined;
