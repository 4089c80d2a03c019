import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { NotReachedList as Page } from '../../api/contract/broadcasts.ts';
import { useAreaName } from '../shell/area-name.ts';
import { DataTable } from '../shell/data-table.tsx';
import { useLook } from '../shell/look.ts';
import { useNarrow } from '../shell/use-narrow.ts';
import { useWords } from '../words/words-context.tsx';

export interface NotReachedListProps {
  readonly people: Page['people'];
}

const useStyles = makeStyles({
  list: { display: 'grid', rowGap: tokens.spacingVerticalM },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

/** People who did not get the card, and why: a table, or where there is little room a list. */
export function NotReachedList({ people }: NotReachedListProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const isNarrow = useNarrow();
  const lines = people.map(({ personId, name, area, reason, attempts }) => ({
    id: personId,
    name: name ?? words.t('broadcast.unnamed'),
    area: nameOf(area),
    reason: reason === undefined ? '' : words.card(`reasonOne.${reason}`),
    attempts,
  }));
  if (isNarrow) {
    return (
      <ul className={mergeClasses(look.list, styles.list)}>
        {lines.map(({ id, name, area, reason, attempts }) => (
          <li key={id}>
            <div className={styles.name}>{name}</div>
            <div className={look.quiet}>
              {[area, reason, words.t('broadcast.attempts', { count: attempts })]
                .filter((text) => text !== '')
                .join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    );
  }
  return (
    <DataTable
      caption={words.card('control.report')}
      captionUnseen
      wide
      columns={[
        { id: 'name', label: words.card('report.columns.name') },
        { id: 'area', label: words.card('report.columns.area') },
        { id: 'reason', label: words.card('report.columns.reason') },
        { id: 'attempts', label: words.card('report.columns.attempts'), number: true },
      ]}
      rows={lines.map(({ id, name, area, reason, attempts }) => ({
        id,
        cells: [name, area, reason, words.number(attempts)],
      }))}
    />
  );
}
