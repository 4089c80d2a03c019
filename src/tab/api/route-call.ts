import type { contractRoutes, FileKind } from '../../api/contract/paths.ts';
import type { InputOf, OutputOf, SchemaName } from '../../api/contract/schemas.ts';

type Routes = typeof contractRoutes;
export type RouteName = keyof Routes;

/** The parameters that stand in a path, by name. */
type ParamsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [K in Name]: string } & ParamsOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? { readonly [K in Name]: string }
    : unknown;

type Body<N extends RouteName> = Routes[N] extends { body: infer B }
  ? B extends 'nothing'
    ? unknown
    : B extends SchemaName
      ? { readonly body: InputOf<B> }
      : { readonly body: string }
  : unknown;

type Query<N extends RouteName> = Routes[N] extends { query: infer Q extends SchemaName }
  ? { readonly query?: InputOf<Q> }
  : unknown;

type IfMatch<N extends RouteName> = Routes[N] extends { ifMatch: true } ? { readonly etag: string } : unknown;

type Key<N extends RouteName> = Routes[N] extends { idempotencyKey: true }
  ? { readonly idempotencyKey: string }
  : unknown;

/** What a call of a route must be given. */
export type CallOf<N extends RouteName> = ParamsOf<Routes[N]['path']> & Body<N> & Query<N> & IfMatch<N> & Key<N>;

/** What a route answers. */
export type AnswerOf<N extends RouteName> = Routes[N] extends { answer: infer A }
  ? A extends SchemaName
    ? OutputOf<A>
    : A extends FileKind
      ? never
      : undefined
  : undefined;

/** Any call, as far as it has an address. */
export interface Addressed {
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly [param: string]: unknown;
}

/** The address of a call: its path with the parameters filled in, and its query. */
export function addressOf(path: string, call: Addressed): string {
  const filled = path.replace(/:([A-Za-z]+)/g, (_whole, name: string) => encodeURIComponent(String(call[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size === 0 ? filled : `${filled}?${query}`;
}

/** A name for an order that must be carried out once, however often it is given. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
