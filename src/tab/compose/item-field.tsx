import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { narrow } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

const useStyles = makeStyles({
  item: {
    maxWidth: '32rem',
    // Shortens the title that is shown, rather than being as wide as the longest one.
    minWidth: 0,
    gridTemplateColumns: 'minmax(0, 1fr)',
    [narrow]: { maxWidth: 'none' },
  },
});

export interface ItemFieldProps {
  /** Empty when it is about none. */
  readonly itemId: string;
  readonly onChange: (itemId: string) => void;
}

/** The roadmap item that a broadcast is about, if it is about one. */
export function ItemField({ itemId, onChange }: ItemFieldProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const roadmap = useRead('listRoadmap', {});
  const items = roadmap.data?.value.items ?? [];
  const known = itemId === '' || items.some(({ id }) => id === itemId);
  return (
    <>
      <Field label={words.card('composeStart.item')} className={styles.item}>
        <Select value={itemId} onChange={(_event, { value }) => onChange(value)}>
          <option value="">{words.card('composeStart.noItem')}</option>
          {known ? undefined : <option value={itemId}>{words.t('state.loading')}</option>}
          {items.map(({ id, title }) => (
            <option key={id} value={id}>
              {words.of(title)}
            </option>
          ))}
        </Select>
      </Field>
      {roadmap.error === null ? undefined : <Failure error={roadmap.error} retry={() => void roadmap.refetch()} />}
    </>
  );
}
