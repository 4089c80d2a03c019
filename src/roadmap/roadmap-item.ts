import type { Texts } from '../language/texts.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { RoughDate } from './rough-date.ts';

export const itemKinds = [
  'programme',
  'system-upgrade',
  'proof-of-concept',
  'market-engagement',
  'capability',
  'cross-sector-commitment',
  'short-term-gain',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** How sure the CPS is of an item; early items ask for ideas, confident items ask for problems. */
export const maturities = ['early', 'developing', 'confident'] as const;
export type Maturity = (typeof maturities)[number];

export const objectives = [
  'cloud',
  'talent',
  'continuous-delivery-and-management',
  'governance',
  'partnerships',
] as const;
export type Objective = (typeof objectives)[number];

/** The end of a contract is firm; the start of what follows is only as precise as it is known. */
export interface ContractMilestone {
  readonly contract: Texts;
  /** YYYY-MM-DD */
  readonly expires: string;
  readonly nextStarts: RoughDate;
  readonly extensionOptions?: Texts;
}

export interface RoadmapItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: Texts;
  readonly summary: Texts;
  readonly maturity: Maturity;
  readonly objectives: readonly Objective[];
  /** What is meant to have come of it, and when. */
  readonly outcome: { readonly text: Texts; readonly when: RoughDate };
  readonly dependsOn?: Texts;
  readonly contract?: ContractMilestone;
  readonly risk?: Texts;
  /** "What this means for victims and witnesses". */
  readonly victimsAndWitnesses?: Texts;
  readonly approach: 'strategic' | 'tactical';
  readonly visibility: 'internal' | 'publishable';
  /** The areas that it is for; for everybody when absent. */
  readonly areas?: readonly AreaSlug[];
  /** 1 for the first version; each change adds one. */
  readonly version: number;
  readonly changedAt: string;
}
