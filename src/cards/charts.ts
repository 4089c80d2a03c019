import type { CardElement } from './adaptive-card.ts';
import { blockBar } from './block-bar.ts';
import { oneLine, shortened } from './plain-text.ts';
import { group, paragraph } from './text-blocks.ts';

export interface Bar {
  readonly label: string;
  readonly count: number;
  readonly fraction: number;
  /** The count and share in words. */
  readonly text: string;
}

/** One line of a chart whose parts add up: "What is planned: 24 yes, 10 partly, 6 no". */
export interface Split {
  readonly label: string;
  readonly parts: readonly { readonly name: string; readonly count: number }[];
}

/** Told apart by people who do not see red or green; Teams names them in a legend. */
const partColours = ['categoricalLightBlue', 'categoricalMarigold', 'categoricalPurple'] as const;

/** Horizontal bars, drawn by Teams; where a client draws no charts, bars of characters with the numbers beside. */
export function barChart(title: string, bars: readonly Bar[]): CardElement {
  return {
    type: 'Chart.HorizontalBar',
    title: oneLine(title),
    displayMode: 'AbsoluteNoAxis',
    spacing: 'Small',
    data: bars.map(({ label, count }) => ({ x: chartLabel(label), y: count, color: 'categoricalLightBlue' })),
    fallback: group(
      bars.map(({ label, fraction, text }) =>
        group([paragraph(`${chartLabel(label)}: ${text}`, { spacing: 'None' }), blockBar(fraction)], {
          spacing: 'Small',
        }),
      ),
    ),
  };
}

/** Bars of parts, drawn by Teams; the numbers stand beside it in words, so nothing is lost without it. */
export function splitChart(title: string, rows: readonly Split[]): CardElement {
  return {
    type: 'Chart.HorizontalBar.Stacked',
    title: oneLine(title),
    spacing: 'Small',
    data: rows
      .filter(({ parts }) => parts.some(({ count }) => count > 0))
      .map(({ label, parts }) => ({
        title: chartLabel(label),
        data: parts.map(({ name, count }, index) => ({ legend: name, value: count, color: partColours[index] })),
      })),
    fallback: 'drop',
  };
}

/** A label that leaves room for the bars; the whole of it stands in the words beside the chart. */
function chartLabel(label: string): string {
  return shortened(oneLine(label), 80);
}
