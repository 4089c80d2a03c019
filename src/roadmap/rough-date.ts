/**
 * A date no more precise than it is known. Quarters are of the financial year, which starts in April: quarter 1 of
 * `year` 2026 is April to June 2026 and is shown as "Q1 2026/27".
 */
export type RoughDate =
  | { readonly precision: 'day' /** YYYY-MM-DD */; readonly day: string }
  | { readonly precision: 'month'; readonly year: number; readonly month: number }
  | { readonly precision: 'season'; readonly year: number; readonly season: 'spring' | 'summer' | 'autumn' | 'winter' }
  | { readonly precision: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly precision: 'year'; readonly year: number }
  | { readonly precision: 'unknown' };
