import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isSentPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import { closesAt } from '../broadcasts/closing.ts';
import type { AreaSlug } from '../people/areas.ts';
import { cellOf } from './cells.ts';
import type { ResultsPorts } from './read-results.ts';
import type { TrendPoint } from './results.ts';
import { tallyCell } from './tally-cell.ts';

/** A trend shows so many earlier prompts of a series at most, so that reading it costs the same however long it runs. */
export const longestTrend = 7;

/**
 * What the same group of people answered to the earlier prompts of a series, the oldest first; without those of which
 * nothing is published of the group.
 */
export async function readTrend(
  ports: ResultsPorts,
  { series }: Broadcast,
  area: AreaSlug | undefined,
): Promise<readonly TrendPoint[]> {
  const earlier: Prompt[] = [];
  for (let before = series?.previous; before !== undefined && earlier.length < longestTrend; ) {
    const broadcast = (await ports.broadcasts.get(before))?.value;
    if (broadcast !== undefined && isSentPrompt(broadcast)) earlier.unshift(broadcast);
    before = broadcast?.series?.previous;
  }
  const points = await Promise.all(earlier.map((prompt) => pointOf(ports, prompt, area)));
  return points.filter((point) => point !== undefined);
}

async function pointOf(
  ports: ResultsPorts,
  prompt: Prompt,
  area: AreaSlug | undefined,
): Promise<TrendPoint | undefined> {
  const [snapshot, { reached }] = await Promise.all([ports.results.snapshots.get(prompt.id), ports.reached(prompt)]);
  const tally = snapshot && tallyCell(snapshot.value, prompt.content.questions, cellOf(area));
  if (tally === undefined) return undefined;
  const number = prompt.series?.number ?? 1;
  return { broadcastId: prompt.id, number, closedAt: closesAt(prompt).toISOString(), reached, tally };
}
