import { Button, Field, makeStyles, Select, ToggleButton, tokens } from '@fluentui/react-components';
import { CalendarLtr20Regular, TextBulletList20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { RoadmapQuery } from '../../api/contract/roadmap.ts';
import { itemKinds, maturities, objectives } from '../../roadmap/roadmap-item.ts';
import { narrow } from '../shell/look.ts';
import { useAreas } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { isFiltered, type RoadmapView } from './filters.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  field: {
    flex: '1 1 9rem',
    minWidth: 0,
    maxWidth: '15rem',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [narrow]: { flexBasis: '8rem', maxWidth: 'none' },
  },
  select: { minWidth: 0 },
  views: {
    margin: 0,
    padding: 0,
    border: 'none',
    display: 'flex',
    marginInlineStart: 'auto',
    columnGap: tokens.spacingHorizontalXS,
    [narrow]: { marginInlineStart: 0 },
  },
});

export interface RoadmapFiltersProps {
  readonly shown: RoadmapView;
  readonly show: (view: RoadmapView) => void;
}

/** Which items are shown, and how. */
export function RoadmapFilters({ shown, show }: RoadmapFiltersProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const areas = useAreas();
  const { filter, view } = shown;
  const fields = [
    { name: 'objective', options: objectives.map((each) => ({ value: each, text: words.card(`objective.${each}`) })) },
    { name: 'kind', options: itemKinds.map((each) => ({ value: each, text: words.card(`kind.${each}`) })) },
    { name: 'maturity', options: maturities.map((each) => ({ value: each, text: words.card(`maturity.${each}`) })) },
    { name: 'area', options: areas.map(({ slug, name }) => ({ value: slug, text: words.of(name) })) },
  ] as const satisfies readonly { readonly name: keyof RoadmapQuery; readonly options: readonly object[] }[];
  const choose = (name: keyof RoadmapQuery, value: string) => {
    const { [name]: _before, ...rest } = filter;
    show({ view, filter: (value === '' ? rest : { ...rest, [name]: value }) as RoadmapQuery });
  };
  return (
    <search className={styles.filters}>
      {fields.map(({ name, options }) => (
        <Field key={name} label={words.t(`roadmap.filter.${name}`)} className={styles.field}>
          <Select
            className={styles.select}
            value={filter[name] ?? ''}
            onChange={(_event, { value }) => choose(name, value)}
          >
            <option value="">{words.t('roadmap.filter.all')}</option>
            {options.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      {!isFiltered(shown) ? undefined : (
        <Button appearance="subtle" onClick={() => show({ view, filter: {} })}>
          {words.t('roadmap.filter.clear')}
        </Button>
      )}
      <fieldset className={styles.views} aria-label={words.t('roadmap.view.label')}>
        <ToggleButton
          icon={<CalendarLtr20Regular />}
          checked={view === 'timeline'}
          onClick={() => show({ filter, view: 'timeline' })}
        >
          {words.t('roadmap.view.timeline')}
        </ToggleButton>
        <ToggleButton
          icon={<TextBulletList20Regular />}
          checked={view === 'list'}
          onClick={() => show({ filter, view: 'list' })}
        >
          {words.t('roadmap.view.list')}
        </ToggleButton>
      </fieldset>
    </search>
  );
}
