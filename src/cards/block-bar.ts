import type { CardElement } from './adaptive-card.ts';
import { paragraph } from './text-blocks.ts';

const length = 16;

/** A bar of block characters, for clients that draw no charts; the number always stands beside it in words. */
export function blockBar(fraction: number, extras: Readonly<Record<string, unknown>> = {}): CardElement {
  const full = Math.round(Math.min(1, Math.max(0, fraction)) * length);
  return paragraph('█'.repeat(full) + '░'.repeat(length - full), {
    color: 'Accent',
    spacing: 'None',
    wrap: false,
    ...extras,
  });
}
