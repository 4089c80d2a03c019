import type { Logger } from 'pino';
import type { Route } from './route.ts';

/** `/healthz` says that the process is up; `/readyz` that it can reach its store and its queue. */
export function healthRoutes(checks: Readonly<Record<string, () => Promise<unknown>>>, log: Logger): readonly Route[] {
  const ready = async () => {
    const failed: string[] = [];
    await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        try {
          await check();
        } catch (error) {
          log.warn({ err: error, check: name }, 'not ready');
          failed.push(name);
        }
      }),
    );
    return failed.length === 0
      ? { status: 200, body: { status: 'ready' } }
      : { status: 503, body: { status: 'not ready', failed } };
  };
  return [
    {
      method: 'get',
      path: '/healthz',
      authorisation: 'nobody-in-particular',
      handle: async () => ({ status: 200, body: { status: 'up' } }),
    },
    { method: 'get', path: '/readyz', authorisation: 'nobody-in-particular', handle: ready },
  ];
}
