import assert from 'node:assert/strict';
import { type ProgressEvent, progressEvent } from '../../src/api/contract/progress.ts';

/** The events of progress of an answer, as they come, each of them as it was agreed. */
export async function* eventsOf(response: Response): AsyncGenerator<ProgressEvent> {
  assert.equal(response.status, 200);
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  assert.ok(response.body !== null);
  let text = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^event: progress\ndata: (.*)$/.exec(block)?.[1];
      if (data !== undefined) yield progressEvent.parse(JSON.parse(data));
      else assert.match(block, /^(: still here|retry: \d+)$/);
    }
  }
  assert.equal(text, '');
}

/** How many recipients an event accounts for. */
export function accountedFor({ outcome, waiting }: ProgressEvent): number {
  return outcome.sent + outcome.unreachable + outcome.failed + outcome.cancelled + outcome.skipped + waiting;
}
