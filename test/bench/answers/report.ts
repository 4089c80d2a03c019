import { median, quantile } from '../figures.ts';
import type { Round } from './round.ts';

export interface Measured {
  readonly measured: readonly { readonly product: Round; readonly bare: Round }[];
  readonly peakMemoryMb: { readonly product: number; readonly bare: number };
  readonly answersARound: number;
  readonly stored: number;
  readonly replyBytes: number;
}

type Figure = Readonly<Record<string, number | readonly number[]>>;

/** Prints a line of JSON for each figure, and what they come to in a sentence. Medians are those of the rounds. */
export function printReport({ measured, peakMemoryMb, answersARound, stored, replyBytes }: Measured): void {
  const of = (digits: number, value: (round: Round) => number) => compare(measured, digits, value);
  const speed = of(0, (round) => round.answersPerSecond);
  const cpu = of(3, (round) => round.cpuMs);
  print('answers a second', speed);
  print('CPU ms an answer, of the bot', cpu);
  print(
    'CPU ms an answer, of the store',
    of(3, (round) => round.storeCpuMs),
  );
  print(
    'latency in ms, half of the answers',
    of(1, (round) => quantile(round.latenciesMs, 0.5)),
  );
  print(
    'latency in ms, 99 of 100 answers',
    of(1, (round) => quantile(round.latenciesMs, 0.99)),
  );
  print('peak memory in MB', { product: Math.round(peakMemoryMb.product), bare: Math.round(peakMemoryMb.bare) });
  print('size', { rounds: measured.length, answersARound, stored, replyBytes });
  process.stdout.write(
    `The product took ${speed.product} answers a second and ${cpu.product} CPU ms an answer; a bare botbuilder bot ` +
      `that stores and shows the same took ${speed.bare} and ${cpu.bare}: ${speed.ratio} times the answers a second ` +
      `(${speed.middleHalf.join(' to ')} in the middle half of the rounds) for ${cpu.ratio} times the CPU ` +
      `(${cpu.middleHalf.join(' to ')}). ` +
      `All ${stored} answers were found stored, each as it was given, and each message updated once.\n`,
  );
}

function compare(measured: Measured['measured'], digits: number, value: (round: Round) => number) {
  const ratios = measured.map(({ product, bare }) => value(product) / value(bare));
  return {
    product: rounded(median(measured.map(({ product }) => value(product))), digits),
    bare: rounded(median(measured.map(({ bare }) => value(bare))), digits),
    ratio: rounded(median(ratios), 2),
    middleHalf: [rounded(quantile(ratios, 0.25), 2), rounded(quantile(ratios, 0.75), 2)],
    ratios: ratios.map((ratio) => rounded(ratio, 2)),
  };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function print(figure: string, values: Figure): void {
  process.stdout.write(`${JSON.stringify({ figure, ...values })}\n`);
}
