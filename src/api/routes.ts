import type { Route } from '../http/route.ts';
import { apiRoute } from './api-route.ts';
import type { ApiServices } from './api-services.ts';
import type { RouteName } from './contract/paths.ts';
import { contractRoutes } from './contract/paths.ts';
import { handlers } from './handlers/all.ts';

/** The route table of the API: a row for each row of the contract, which says who may call it. */
export function apiRoutes(services: ApiServices): readonly Route[] {
  return (Object.keys(contractRoutes) as RouteName[]).map((name) => apiRoute(services, handlers, name));
}
