import { setTimeout } from 'node:timers/promises';
import type { SendResult } from './card-sender.ts';

const tries = 4;
const firstWaitMs = 500;
const longestWaitMs = 5_000;

/** Makes a call for one person again while Teams asks for that, four times at most. */
export async function repeated(call: () => Promise<SendResult>): Promise<SendResult> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await call();
    if (result.kind !== 'retry' || attempt === tries) return result;
    await setTimeout(Math.min(longestWaitMs, result.retryAfterMs ?? firstWaitMs * 2 ** attempt));
  }
}
