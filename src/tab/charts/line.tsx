import { LineChart } from '@fluentui/react-charts';
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { chartColour } from './fills.ts';

export interface LinePoint {
  /** The place on the axis, from 1. */
  readonly at: number;
  readonly value: number;
}

export interface LineProps {
  readonly points: readonly LinePoint[];
  /** The text below each place of the axis, from the first. */
  readonly places: readonly string[];
  /** The ends of the upright axis; left to the chart when absent. */
  readonly from?: number;
  readonly to?: number;
  readonly format: (value: number) => string;
}

const useStyles = makeStyles({ line: { height: '240px', width: '100%' } });

/** One line through points. It is inert for the reason given at `Bar`. */
export default function Line({ points, places, from, to, format }: LineProps): ReactNode {
  const styles = useStyles();
  const data = useMemo(
    () => ({
      lineChartData: [
        {
          legend: 'line',
          color: chartColour,
          lineOptions: { strokeWidth: 3, mode: 'lines+markers' as const },
          data: points.map(({ at, value }) => ({ x: at, y: value })),
        },
      ],
    }),
    [points],
  );
  return (
    <div inert className={styles.line}>
      <LineChart
        data={data}
        height={240}
        hideLegend
        hideTooltip
        // The first and the last text of the axis reach beyond it.
        margins={{ top: 16, right: 44, bottom: 36, left: 56 }}
        tickValues={places.map((_, index) => index + 1)}
        xAxis={{ tickText: [...places] }}
        xAxisTickCount={places.length}
        yAxisTickCount={4}
        yAxisTickFormat={format}
        {...(from === undefined ? {} : { yMinValue: from })}
        {...(to === undefined ? {} : { yMaxValue: to })}
      />
    </div>
  );
}
