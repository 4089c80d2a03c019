import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useLook } from './look.ts';
import { useTable } from './table.ts';

export interface Column {
  readonly id: string;
  readonly label: ReactNode;
  /** Holds numbers, which stand below each other by their digits. */
  readonly number?: boolean;
  readonly sorted?: 'ascending' | 'descending' | undefined;
}

export interface TableRow {
  readonly id: string;
  /** The first one names the row. */
  readonly cells: readonly ReactNode[];
}

export interface DataTableProps {
  /** What the table holds; for screen readers only where a heading says it already. */
  readonly caption: string;
  readonly captionUnseen?: boolean;
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** The first column stays in sight while the others are scrolled. */
  readonly wide?: boolean;
}

const useStyles = makeStyles({
  // The rim of what has the focus at the edge.
  frame: { padding: '2px', margin: '-2px' },
  caption: { textAlign: 'start', paddingBottom: tokens.spacingVerticalS, color: tokens.colorNeutralForeground2 },
  digits: { whiteSpace: 'nowrap' },
  name: { minWidth: '8rem' },
  stays: { position: 'sticky', insetInlineStart: 0, backgroundColor: tokens.colorNeutralBackground1, zIndex: 1 },
});

/** A table that scrolls sideways where there is little room. */
export function DataTable({ caption, captionUnseen = false, columns, rows, wide = false }: DataTableProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const table = useTable();
  const scroll = useRef<HTMLDivElement>(null);
  const overflows = useOverflow(scroll);
  const stays = (index: number) => (wide && index === 0 ? styles.stays : undefined);
  return (
    <div
      ref={scroll}
      className={mergeClasses(table.frame, styles.frame)}
      // Whoever has only a keyboard must be able to scroll it.
      {...(overflows ? { role: 'group', 'aria-label': caption, tabIndex: 0 } : {})}
    >
      <table className={table.table}>
        <caption className={captionUnseen ? look.unseen : styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, label, number, sorted }, index) => (
              <th
                key={id}
                scope="col"
                aria-sort={sorted}
                className={mergeClasses(number === true && table.number, stays(index))}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells }) => (
            <tr key={id}>
              {cells.map((cell, index) => {
                const { id: column = '', number = false } = columns[index] ?? {};
                return index === 0 ? (
                  <th key={column} scope="row" className={mergeClasses(styles.name, stays(index))}>
                    {cell}
                  </th>
                ) : (
                  <td key={column} className={number ? mergeClasses(table.number, styles.digits) : undefined}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether an element holds more than it can show at its width. */
function useOverflow(element: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    const observer = new ResizeObserver(() => setOverflows(watched.scrollWidth > watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return overflows;
}
