import { median } from '../figures.ts';
import type { StepTimed } from './measure-tab.ts';

export interface Measured {
  readonly timed: readonly StepTimed[];
  readonly rounds: number;
  readonly homeBytes: number;
  readonly mostForHome: number;
}

/** What nobody should wait longer for: "good" at https://web.dev/articles/inp */
const goalMs = 200;

/** Prints a line of JSON for each figure, and what they come to in a sentence. */
export function printReport({ timed, rounds, homeBytes, mostForHome }: Measured): void {
  for (const what of new Set(timed.map((step) => step.what))) {
    const of = timed.filter((step) => step.what === what);
    print('interaction to next paint', { what, ...compared(of), elements: of[0]?.elements });
  }
  const all = compared(timed);
  print('interaction to next paint', { what: 'all of them', ...all, interactions: timed.length, rounds, goalMs });
  print('first load of Home', { gzipBytes: homeBytes, mostBytes: mostForHome });
  process.stdout.write(
    `On the results page of 14 areas and ten questions half of the interactions were painted within ${all.medianMs} ms ` +
      `and the worst within ${all.worstMs} ms, of at most ${goalMs}; on a bare page that puts as many plain elements ` +
      `in, within ${all.bareMedianMs} and ${all.bareWorstMs} ms: ${all.ratio} times the median. The browser counts in ` +
      'steps of 8 ms, from 16 ms up. ' +
      `Half of the time everything was there after ${all.wholeMedianMs} ms, at worst after ${all.wholeWorstMs}. ` +
      `Home loads ${(homeBytes / 1_000).toFixed(1)} kB of compressed script, of at most ${mostForHome / 1_000}.\n`,
  );
}

function compared(timed: readonly StepTimed[]) {
  const tab = timed.map(({ tabMs }) => tabMs);
  const bare = timed.map(({ bareMs }) => bareMs);
  const whole = timed.map(({ wholeMs }) => wholeMs);
  return {
    medianMs: median(tab),
    worstMs: Math.max(...tab),
    bareMedianMs: median(bare),
    bareWorstMs: Math.max(...bare),
    ratio: Number((median(tab) / median(bare)).toFixed(2)),
    wholeMedianMs: median(whole),
    wholeWorstMs: Math.max(...whole),
  };
}

function print(figure: string, values: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ figure, ...values })}\n`);
}
