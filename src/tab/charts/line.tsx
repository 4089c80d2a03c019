import { LineChart } from '@fluentui/react-charts';
import { makeStyles } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { placesNamed } from './axis-places.ts';
import { chartColour } from './fills.ts';
import { useWidth } from './use-width.ts';

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

/** The first and the last text of the axis reach beyond it. */
const margins = { top: 16, right: 44, bottom: 36, left: 56 };

const useStyles = makeStyles({ line: { height: '240px', width: '100%', overflow: 'hidden' } });

/** One line through points. It is inert for the reason given at `Bar`. */
export default function Line({ points, places, from, to, format }: LineProps): ReactNode {
  const styles = useStyles();
  const { elementRef, width } = useWidth<HTMLDivElement>();
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
  const named = placesNamed(places.length, (width ?? 0) - margins.left - margins.right);
  return (
    <div ref={elementRef} inert className={styles.line}>
      <LineChart
        data={data}
        height={240}
        // It looks at the room it has only when this changes.
        {...(width === undefined ? {} : { width })}
        hideLegend
        hideTooltip
        margins={margins}
        tickValues={[...named]}
        xAxis={{ tickText: named.map((place) => places[place - 1] ?? '') }}
        xAxisTickCount={named.length}
        yAxisTickCount={4}
        yAxisTickFormat={format}
        {...(from === undefined ? {} : { yMinValue: from })}
        {...(to === undefined ? {} : { yMaxValue: to })}
      />
    </div>
  );
}
