import { Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { narrow } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { type ListView, stateGroups } from './list-view.ts';

/** So long after the last key it is searched. */
const settledMs = 300;

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  search: { flex: '2 1 16rem', maxWidth: '28rem', [narrow]: { maxWidth: 'none' } },
  box: { maxWidth: 'none', width: '100%' },
  field: {
    flex: '1 1 8rem',
    minWidth: 0,
    maxWidth: '14rem',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [narrow]: { maxWidth: 'none' },
  },
});

export interface BroadcastFiltersProps {
  readonly view: ListView;
  readonly show: (view: ListView) => void;
}

/** Which broadcasts the list shows. */
export function BroadcastFilters({ view, show }: BroadcastFiltersProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const [search, setSearch] = useState(view.search);
  useEffect(() => {
    if (search === view.search) return;
    const timer = setTimeout(() => show({ ...view, search }), settledMs);
    return () => clearTimeout(timer);
  }, [search, view, show]);
  return (
    <search className={styles.filters}>
      <Field label={words.t('broadcasts.search')} className={styles.search}>
        <SearchBox className={styles.box} value={search} onChange={(_event, { value }) => setSearch(value)} />
      </Field>
      <Field label={words.t('broadcasts.filter.state')} className={styles.field}>
        <Select
          value={view.states}
          onChange={(_event, { value }) =>
            show({ ...view, search, states: stateGroups.find((each) => each === value) ?? '' })
          }
        >
          <option value="">{words.t('broadcasts.filter.all')}</option>
          {stateGroups.map((group) => (
            <option key={group} value={group}>
              {words.t(`broadcasts.filter.states.${group}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.t('broadcasts.filter.kind')} className={styles.field}>
        <Select
          value={view.kind}
          onChange={(_event, { value }) =>
            show({ ...view, search, kind: value === 'update' || value === 'prompt' ? value : '' })
          }
        >
          <option value="">{words.t('broadcasts.filter.all')}</option>
          <option value="update">{words.t('broadcast.kind.update')}</option>
          <option value="prompt">{words.t('broadcast.kind.prompt')}</option>
        </Select>
      </Field>
    </search>
  );
}
