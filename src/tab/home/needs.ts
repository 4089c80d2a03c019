import type { BroadcastSummary } from '../../api/contract/broadcasts.ts';
import type { Home } from '../../api/contract/home.ts';

/** One thing that wants the person's attention, the most pressing kind first. */
export interface Need {
  readonly kind: 'troubled' | 'closing' | 'under-way' | 'draft';
  readonly broadcast: BroadcastSummary;
  /** Only of troubled ones: how many people did not get it. */
  readonly notReached?: number;
}

/** What needs the person now. Each broadcast stands in it once, under its most pressing kind. */
export function needsOf({ troubled, closingSoon, underWay, drafts }: Home): readonly Need[] {
  const all: readonly Need[] = [
    ...troubled.map(({ broadcast, notReached }): Need => ({ kind: 'troubled', broadcast, notReached })),
    ...closingSoon.map((broadcast): Need => ({ kind: 'closing', broadcast })),
    ...underWay.map((broadcast): Need => ({ kind: 'under-way', broadcast })),
    ...drafts.map((broadcast): Need => ({ kind: 'draft', broadcast })),
  ];
  const first = new Map<string, Need>();
  for (const need of all) if (!first.has(need.broadcast.id)) first.set(need.broadcast.id, need);
  return [...first.values()];
}

/** Where one deals with a need: drafts are written on, the rest is watched. */
export function pathOfNeed({ kind, broadcast }: Need): string {
  return kind === 'draft' ? `/compose/${broadcast.id}` : `/broadcasts/${broadcast.id}`;
}
