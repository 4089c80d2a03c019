import type { Home, RatePoint } from '../../api/contract/home.ts';

export type AreaRates = Home['rates'][number];

/** So many prompts of an area are shown, the newest ones. */
const mostShown = 6;

/** The newest prompts of an area, newest first. */
export function newestPoints({ points }: AreaRates): readonly RatePoint[] {
  return points.toReversed().slice(0, mostShown);
}

/** The same prompts, oldest first, as time runs. */
export function pointsOverTime(rates: AreaRates): readonly RatePoint[] {
  return newestPoints(rates).toReversed();
}

export interface RateChange {
  readonly latest: RatePoint;
  /** In percentage points against the prompt before, rounded; absent when one of the two cannot be shown. */
  readonly change?: number;
}

/** How the newest prompt of an area was answered, and how much better than the one before; undefined without prompts. */
export function rateChange({ points }: AreaRates): RateChange | undefined {
  const latest = points.at(-1);
  if (latest === undefined) return undefined;
  const before = points.at(-2)?.rate;
  if (latest.rate === undefined || before === undefined) return { latest };
  return { latest, change: Math.round(latest.rate * 100) - Math.round(before * 100) };
}
