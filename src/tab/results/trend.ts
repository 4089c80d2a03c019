import type { GroupTallyJson, ResultsJson } from '../../api/contract/results.ts';
import { londonDay } from '../words/london-day.ts';
import type { Words } from '../words/words.ts';
import { shownOf } from './groups.ts';

/** One time at which the questions were asked. */
export interface TimeAsked {
  readonly broadcastId: string;
  /** Its number in the series. */
  readonly number: number;
  /** When it closed or closes, ISO 8601. */
  readonly closesAt: string;
  /** Absent when too few answered to show it. */
  readonly tally?: GroupTallyJson;
}

/** The times at which the questions of these results were asked, this time last. */
export function timesAsked(results: ResultsJson, area: string | undefined): readonly TimeAsked[] {
  const { broadcastId, closesAt, trend } = results;
  const shown = shownOf(results, area);
  return [
    ...trend.map((time) => ({
      broadcastId: time.broadcastId,
      number: time.number,
      closesAt: time.closedAt,
      tally: time.tally,
    })),
    {
      broadcastId,
      number: (trend.at(-1)?.number ?? 0) + 1,
      closesAt,
      ...(shown.shown ? { tally: shown.tally } : {}),
    },
  ];
}

/** "5 Mar 26" of an instant, for the axis of a chart. */
export function shortDay(instant: string, words: Words): string {
  const [year = '', month, day] = londonDay(new Date(instant)).split('-');
  const name = words.t('results.trend.months').split(', ')[Number(month) - 1];
  return `${Number(day)} ${name ?? ''} ${year.slice(2)}`;
}
