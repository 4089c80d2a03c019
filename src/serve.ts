import type { Logger } from 'pino';
import type { ApiServices } from './api/api-services.ts';
import { createEntraSignIn } from './api/entra-token.ts';
import { createExplain } from './api/explain.ts';
import { apiRoutes } from './api/routes.ts';
import type { BotServices } from './bot/bot-services.ts';
import { createDoor } from './bot/door.ts';
import { handleActivity } from './bot/handle-activity.ts';
import type { Config } from './config.ts';
import { healthRoutes } from './http/health.ts';
import type { Route } from './http/route.ts';
import { type RunningServer, startServer } from './http/server.ts';
import { staticRoutes } from './http/static-files.ts';
import { createBotAuthentication } from './teams/bot-authentication.ts';

/** What a process serves: its health in every role, the bot and the API in the web role. */
export interface Served {
  readonly config: Config;
  readonly log: Logger;
  readonly services: BotServices & ApiServices;
  /** The token that the bot calls Teams with. */
  readonly token: () => Promise<string>;
  /** What must answer for the process to be ready, by name. */
  readonly checks: Readonly<Record<string, () => Promise<unknown>>>;
}

/** The route table of a process. */
export function routesOf(served: Served): readonly Route[] {
  const { config, log, services, checks } = served;
  const health = healthRoutes(checks, log);
  return config.role === 'sender'
    ? health
    : [botRoute(served), ...apiRoutes(services), ...staticRoutes('/tab', config.tab), ...health];
}

/** Serves the route table. Throws EADDRINUSE when the port is taken. */
export function serve({ config, log, services }: Served, routes: readonly Route[]): Promise<RunningServer> {
  const { clock, texts } = services;
  const signIn = createEntraSignIn({ ...config.api, tenantId: config.bot.tenantId, clock });
  const { production: behindProxy } = config;
  return startServer({ ...config.http, behindProxy, log, routes, signIn, explain: createExplain(texts) });
}

function botRoute({ config, log, services, token }: Served): Route {
  const door = createDoor({
    authentication: createBotAuthentication(config.bot, token),
    tenantId: config.bot.tenantId,
    log,
    handle: (activity, turnLog) => handleActivity(services, activity, turnLog),
  });
  return {
    method: 'post',
    path: '/api/messages',
    authorisation: 'bot-framework',
    handle: ({ authorization, body }) => door(authorization, body),
  };
}
