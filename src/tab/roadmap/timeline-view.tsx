import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import { useLook } from '../shell/look.ts';
import { londonDay } from '../words/london-day.ts';
import { useWords, Written } from '../words/words-context.tsx';
import { FactSigns } from './fact-signs.tsx';
import { MaturitySign } from './maturity-sign.tsx';
import { monthAt } from './span.ts';
import { placeIn, type Timeline, type TimelineRow, timelineOf } from './timeline.ts';
import { Track } from './track.tsx';

const useStyles = makeStyles({
  frame: { padding: 0, overflow: 'hidden' },
  grid: { display: 'grid', gridTemplateColumns: 'minmax(13rem, 18rem) minmax(0, 1fr)' },
  head: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  quarters: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    padding: 0,
    position: 'relative',
  },
  quarter: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalL}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
  },
  months: {
    display: 'block',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontWeight: tokens.fontWeightRegular,
  },
  today: {
    position: 'absolute',
    bottom: 0,
    transform: 'translateX(-50%)',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    fontWeight: tokens.fontWeightRegular,
  },
  item: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL}`, minWidth: 0 },
  track: { position: 'relative', padding: `${tokens.spacingVerticalM} 0` },
  line: { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  title: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** The roadmap over the quarters of the financial year, a line an item. What is drawn also stands there in words. */
export function TimelineView({ items }: { readonly items: readonly RoadmapItemJson[] }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const today = londonDay(new Date());
  const timeline = timelineOf(items, today);
  const now = placeIn(timeline.span, monthAt(today));
  return (
    <div className={mergeClasses(look.surface, styles.frame)}>
      <div className={styles.grid} aria-hidden="true">
        <div className={styles.head}>{words.t('roadmap.item')}</div>
        <div className={mergeClasses(styles.head, styles.quarters)}>
          {timeline.quarters.map((quarter) => (
            <span key={`${quarter.year}-${quarter.quarter}`} className={styles.quarter}>
              {words.rough(quarter)}
              <span className={styles.months}>{words.quarterMonths(quarter)}</span>
            </span>
          ))}
          <span className={styles.today} style={{ insetInlineStart: `${now * 100}%` }}>
            {words.t('roadmap.today')}
          </span>
        </div>
      </div>
      <ul className={look.list}>
        {timeline.rows.map((row) => (
          <TimelineItem key={row.item.id} row={row} timeline={timeline} now={now} />
        ))}
      </ul>
    </div>
  );
}

interface TimelineItemProps {
  readonly row: TimelineRow;
  readonly timeline: Timeline;
  /** Where today lies, 0 to 1. */
  readonly now: number;
}

function TimelineItem({ row, timeline, now }: TimelineItemProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const { id, title, kind, maturity } = row.item;
  return (
    <li className={mergeClasses(styles.grid, styles.line)}>
      <div className={styles.item}>
        <Link href={`/roadmap/${id}`} className={styles.title}>
          <Written texts={title} />
        </Link>
        <div className={mergeClasses(look.quiet, styles.small)}>
          {words.card(`kind.${kind}`)}
          <br />
          <MaturitySign maturity={maturity} />
        </div>
      </div>
      <div className={styles.track}>
        <Track row={row} timeline={timeline} now={now} />
        <FactSigns row={row} />
      </div>
    </li>
  );
}
