import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import type { Duplex } from 'node:stream';

/** Loaded into the Playground's process before its own code, to mend what no option of it changes. */

const paths = { settings: '/_internal/v1/config', messages: '/_ws_conversation/v1/conversations/stream' } as const;
const settleMs = 250;
const longestHoldMs = 3_000;

/** It would listen on every network interface, and asks nobody who they are. */
function listenOnLoopback(): void {
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]): net.Server {
    const [port, ...rest] = args;
    return Reflect.apply(listen, this, typeof port === 'number' ? [{ port, host: '127.0.0.1' }, ...rest] : args);
  } as typeof listen;
}

/**
 * A page drops the messages that waited for it when they arrive before its settings; so the stream of messages opens
 * only when the settings are out, or a page did not ask for them.
 */
function sendSettingsFirst(): void {
  const settings = new EventEmitter();
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (this: http.Server, event: string, ...args: unknown[]): boolean {
    const [request, answer] = args as [http.IncomingMessage, http.ServerResponse | Duplex];
    if (event === 'request' && request.url === paths.settings) {
      answer.once('finish', () => setTimeout(() => settings.emit('sent'), settleMs));
    }
    if (event !== 'upgrade' || request.url !== paths.messages) return Reflect.apply(emit, this, [event, ...args]);
    answer.on('error', () => answer.destroy());
    void once(settings, 'sent', { signal: AbortSignal.timeout(longestHoldMs) })
      .catch(() => undefined)
      .then(() => Reflect.apply(emit, this, [event, ...args]));
    return true;
  } as typeof emit;
}

listenOnLoopback();
sendSettingsFirst();
