import type { IncomingMessage } from 'node:http';

/**
 * The network address that a request came from. Behind a proxy the last one that it names is the one that it saw itself;
 * those before it are what the caller says, and anybody can say anything there.
 */
export function callerAddress({ headers, socket }: IncomingMessage, behindProxy: boolean): string {
  const named = behindProxy ? headers['x-forwarded-for'] : undefined;
  const last = (Array.isArray(named) ? named.join(',') : (named ?? '')).split(',').at(-1)?.trim() ?? '';
  return last === '' ? (socket.remoteAddress ?? '') : last;
}
