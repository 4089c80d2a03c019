import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isGone } from './gone.ts';
import type { DownloadAnswer, EventsAnswer, ServerEvent } from './route.ts';

export interface StreamTiming {
  /** How often something is sent though there is nothing to tell, so that nobody takes the connection for dead. */
  readonly heartbeatMs: number;
  /** Azure Container Apps cuts an answer off after 240 seconds; before that it is ended, and the client asks again. */
  readonly longestMs: number;
  /** A client that takes nothing of a download for so long, twice over at most, is cut off. */
  readonly stalledMs: number;
}

export const usualStreamTiming: StreamTiming = { heartbeatMs: 15_000, longestMs: 220_000, stalledMs: 60_000 };

/** How soon a client asks again after its stream of events has ended. */
const askAgainMs = 2_000;

const kept = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Sends a file as it is made, no faster than the client takes it. Rejects when its making failed. */
export async function sendDownload(
  response: ServerResponse,
  { contentType, fileName, chunks }: DownloadAnswer,
  { stalledMs }: StreamTiming,
): Promise<void> {
  response.setTimeout(stalledMs, () => response.destroy());
  response.writeHead(200, {
    ...kept,
    'content-type': contentType,
    'content-disposition': `attachment; filename="${fileName}"`,
  });
  try {
    await pipeline(Readable.from(chunks, { highWaterMark: 1 }), response);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

/** Sends events until there are no more, the client is gone, `closing` is given, or the stream is as long as may be. */
export async function sendEvents(
  response: ServerResponse,
  { events }: EventsAnswer,
  closing: AbortSignal,
  { heartbeatMs, longestMs }: StreamTiming,
): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const until = AbortSignal.any([gone.signal, closing, AbortSignal.timeout(longestMs)]);
  response.writeHead(200, { ...kept, 'content-type': 'text/event-stream', 'x-accel-buffering': 'no' });
  response.write(`retry: ${askAgainMs}\n\n`);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs);
  try {
    for await (const event of events(until)) {
      if (!response.write(written(event))) await once(response, 'drain', { signal: until });
    }
    response.end();
  } catch (error) {
    response.destroy();
    if (!until.aborted) throw error;
  } finally {
    clearInterval(heartbeat);
  }
}

/** https://html.spec.whatwg.org/multipage/server-sent-events.html: JSON has no line break, so data is one line. */
function written({ name, data }: ServerEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
