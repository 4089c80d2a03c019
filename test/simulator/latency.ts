import type { Random } from './random.ts';

/** How long answers take, in milliseconds. */
export type Latency =
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  /** Most answers near the median and a long tail, as over a real network. */
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly p99Ms: number };

const deviationsAtP99 = 2.3263;

function standardNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Draws one delay, in milliseconds. */
export function drawLatency(latency: Latency, random: Random): number {
  switch (latency.kind) {
    case 'none':
      return 0;
    case 'fixed':
      return latency.ms;
    case 'uniform':
      return latency.minMs + random() * (latency.maxMs - latency.minMs);
    case 'lognormal': {
      const deviation = Math.log(latency.p99Ms / latency.medianMs) / deviationsAtP99;
      return latency.medianMs * Math.exp(deviation * standardNormal(random));
    }
  }
}
