import { HorizontalBarChart } from '@fluentui/react-charts';
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';

export interface BarProps {
  /** Lengths of the parts, in the unit of `total`, and what each is painted with. */
  readonly parts: readonly { readonly length: number; readonly paint: string }[];
  readonly total: number;
}

const height = 14;

const useStyles = makeStyles({
  /** The chart makes room for labels and a legend, which are in the text here. */
  bar: {
    display: 'flow-root',
    '& .fui-hbc__items': { marginBottom: 0 },
    '& .fui-hbc__chartTitle, & .fui-hbc__legendContainer': { display: 'none' },
    '& .fui-hbc__chart': { height: `${height}px`, overflow: 'hidden', borderRadius: '3px' },
    // What the chart puts after a single part.
    '& rect:not([tabindex])': { fill: 'transparent' },
  },
});

/**
 * One bar. It is inert, since the chart makes each part an option of a list with English names: what it shows must
 * stand beside it as text.
 */
export default function Bar({ parts, total }: BarProps): ReactNode {
  const styles = useStyles();
  const data = useMemo(() => {
    const points = parts.map(({ length, paint }, index) => ({
      legend: String(index),
      color: paint,
      horizontalBarChartdata: { x: length, total },
    }));
    const rest = total - parts.reduce((sum, { length }) => sum + length, 0);
    const empty = { legend: 'rest', color: 'transparent', horizontalBarChartdata: { x: rest, total } };
    // By itself a single part gets its rest from the chart.
    return [{ chartData: points.length > 1 && rest > 0 ? [...points, empty] : points }];
  }, [parts, total]);
  return (
    <div inert className={styles.bar}>
      <HorizontalBarChart
        data={data}
        barHeight={height}
        chartDataMode="hidden"
        hideTooltip
        legendProps={{ legends: [], enabledWrapLines: true }}
      />
    </div>
  );
}
