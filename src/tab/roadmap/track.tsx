import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Span } from './span.ts';
import { placeIn, type Timeline, type TimelineRow } from './timeline.ts';

const useStyles = makeStyles({
  columns: {
    position: 'absolute',
    inset: 0,
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
  },
  column: { borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  now: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderLeft: `2px dotted ${tokens.colorNeutralStrokeAccessible}`,
  },
  marks: { position: 'relative', height: '16px' },
  withContract: { height: '46px' },
  mark: { position: 'absolute', boxSizing: 'border-box', minWidth: '12px' },
  outcome: {
    top: '2px',
    height: '12px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  contract: { top: '22px', height: '6px', backgroundColor: tokens.colorNeutralForeground3 },
  end: {
    top: '17px',
    width: '4px',
    minWidth: '4px',
    height: '16px',
    marginInlineStart: '-4px',
    backgroundColor: tokens.colorNeutralForeground1,
  },
  next: {
    top: '34px',
    height: '12px',
    border: `2px dashed ${tokens.colorNeutralForeground3}`,
    borderRadius: tokens.borderRadiusMedium,
  },
});

export interface TrackProps {
  readonly row: TimelineRow;
  readonly timeline: Timeline;
  /** Where today lies, 0 to 1. */
  readonly now: number;
}

/** Draws an item over the quarters; the facts beside it say the same in words. */
export function Track({ row, timeline, now }: TrackProps): ReactNode {
  const styles = useStyles();
  const { outcome, ends, nextStarts } = row;
  const { span } = timeline;
  return (
    <div aria-hidden="true">
      <div className={styles.columns}>
        {timeline.quarters.map(({ year, quarter }) => (
          <span key={`${year}-${quarter}`} className={styles.column} />
        ))}
      </div>
      <span className={styles.now} style={{ insetInlineStart: percent(now) }} />
      <div className={mergeClasses(styles.marks, ends !== undefined && styles.withContract)}>
        {outcome === undefined ? undefined : (
          <span className={mergeClasses(styles.mark, styles.outcome)} style={placed(span, outcome)} />
        )}
        {ends === undefined ? undefined : (
          <>
            <span
              className={mergeClasses(styles.mark, styles.contract)}
              style={placed(span, { from: span.from, to: ends })}
            />
            <span
              className={mergeClasses(styles.mark, styles.end)}
              style={{ insetInlineStart: percent(placeIn(span, ends)) }}
            />
          </>
        )}
        {nextStarts === undefined ? undefined : (
          <span className={mergeClasses(styles.mark, styles.next)} style={placed(span, nextStarts)} />
        )}
      </div>
    </div>
  );
}

function placed(whole: Span, { from, to }: Span): { readonly insetInlineStart: string; readonly width: string } {
  const start = Math.max(0, placeIn(whole, from));
  return { insetInlineStart: percent(start), width: percent(placeIn(whole, to) - start) };
}

function percent(fraction: number): string {
  return `${fraction * 100}%`;
}
