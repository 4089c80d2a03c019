import type { Route } from '../http/route.ts';
import type { ApiServices } from './api-services.ts';
import { progressEvents } from './progress-events.ts';
import { reportCsv } from './report-csv.ts';

/** The route table of the API: a row each, with who may call it. */
export function apiRoutes(services: ApiServices): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/api/broadcasts/:id/report.csv',
      authorisation: 'signed-in',
      handle: (request) => reportCsv(services, request),
    },
    {
      method: 'get',
      path: '/api/broadcasts/:id/progress',
      authorisation: 'signed-in',
      handle: (request) => progressEvents(services, request),
    },
  ];
}
