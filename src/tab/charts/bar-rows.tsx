import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ComponentType, memo, type ReactNode, useId, useMemo } from 'react';
import { narrow, useLook } from '../shell/look.ts';
import type { BarProps } from './bar.tsx';
import { type Fill, paintOf } from './fills.ts';
import { Stripes } from './stripes.tsx';
import { useChart } from './use-chart.ts';

export interface BarPart {
  readonly length: number;
  readonly fill: Fill;
  /** What the part stands for, with its number; absent where the value of the row says it. */
  readonly text?: string;
}

export interface BarRow {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: string;
  readonly parts: readonly BarPart[];
}

export interface FillName {
  readonly fill: Fill;
  readonly name: string;
}

export interface BarRowsProps {
  readonly rows: readonly BarRow[];
  /** What the parts stand for, where the rows do not say it themselves. */
  readonly fillNames?: readonly FillName[];
  /** What a full bar stands for, in the unit of the lengths. */
  readonly total: number;
}

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(8rem, 16rem) minmax(0, 1fr) minmax(3rem, max-content)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  row: {
    display: 'grid',
    gridColumn: '1 / -1',
    // All bars begin and end at the same place.
    gridTemplateColumns: 'subgrid',
    alignItems: 'center',
    gridTemplateAreas: '"label bar value" ". parts parts"',
    [narrow]: { gridTemplateAreas: '"label value" "bar bar" "parts parts"', rowGap: tokens.spacingVerticalXS },
  },
  label: { gridArea: 'label', overflowWrap: 'anywhere' },
  value: {
    gridArea: 'value',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    textAlign: 'end',
  },
  track: {
    gridArea: 'bar',
    height: '14px',
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralBackground5,
    outline: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
  },
  parts: { gridArea: 'parts', paddingTop: tokens.spacingVerticalXS, [narrow]: { paddingTop: 0 } },
  keys: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  allKeys: { paddingBottom: tokens.spacingVerticalM },
  key: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  sample: { width: '10px', height: '10px', borderRadius: '2px', flexShrink: 0 },
});

/** Bars below each other, each with its label and value as text, and a key where a bar has several parts. */
export const BarRows = memo(function BarRows({ rows, fillNames = [], total }: BarRowsProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const stripesId = useId();
  const Bar = useChart('bar', () => import('./bar.tsx'));
  return (
    <>
      <Stripes id={stripesId} />
      {fillNames.length === 0 ? undefined : (
        <Key fillNames={fillNames} stripesId={stripesId} className={styles.allKeys} />
      )}
      <ul className={mergeClasses(look.list, styles.list)}>
        {rows.map((row) => (
          <Row key={row.id} row={row} total={total} stripesId={stripesId} Bar={Bar} />
        ))}
      </ul>
    </>
  );
});

interface RowProps {
  readonly row: BarRow;
  readonly total: number;
  readonly stripesId: string;
  /** Absent while its code is not there. */
  readonly Bar: ComponentType<BarProps> | undefined;
}

function Row({ row: { label, value, parts }, total, stripesId, Bar }: RowProps): ReactNode {
  const styles = useStyles();
  const painted = useMemo(
    () => parts.map(({ length, fill }) => ({ length, paint: paintOf(fill, stripesId) })),
    [parts, stripesId],
  );
  const named = parts.flatMap(({ fill, text }) => (text === undefined ? [] : [{ fill, name: text }]));
  const drawn = total > 0 && parts.some(({ length }) => length > 0);
  return (
    <li className={styles.row}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>{value}</span>
      <div className={styles.track}>
        {drawn && Bar !== undefined ? <Bar parts={painted} total={total} /> : undefined}
      </div>
      {named.length === 0 ? undefined : <Key fillNames={named} stripesId={stripesId} className={styles.parts} />}
    </li>
  );
}

interface KeyProps {
  readonly fillNames: readonly FillName[];
  readonly stripesId: string;
  readonly className: string;
}

/** Names the fillings of bars. */
function Key({ fillNames, stripesId, className }: KeyProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  return (
    <ul className={mergeClasses(look.list, styles.keys, className)}>
      {fillNames.map(({ fill, name }) => (
        <li key={name} className={styles.key}>
          <svg className={styles.sample} aria-hidden="true">
            <rect width="10" height="10" fill={paintOf(fill, stripesId)} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
