import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ResultsJson, ShownGroup } from '../../api/contract/results.ts';
import { useAreaName } from '../shell/area-name.ts';
import { useWords } from '../words/words-context.tsx';
import { type Choices, type ChoicesMade, comparable } from './choices.ts';
import { groupName, shownOf } from './groups.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalL },
  field: { flex: '1 1 14rem', maxWidth: '22rem' },
});

export interface ScopeProps extends ChoicesMade {
  readonly results: ResultsJson;
  /** Groups within the area can be chosen too. */
  readonly groups: boolean;
}

/** Chooses whose answers are shown. Nothing is there to choose for somebody who sees one area only. */
export function Scope({ results, choices, choose, groups }: ScopeProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const shown = shownOf(results, choices.area);
  const severalAreas = results.areas.length > 1;
  const hasGroups = groups && shown.shown && shown.by.length > 0;
  if (!severalAreas && !hasGroups) return undefined;
  return (
    <div className={styles.bar}>
      {severalAreas ? <AreaField results={results} choices={choices} choose={choose} /> : undefined}
      {hasGroups ? (
        <Field label={words.t('results.scope.group')} className={styles.field}>
          <Select value={groupValue(choices)} onChange={(_event, { value }) => choose({ group: value })}>
            <GroupOptions shown={shown} />
          </Select>
        </Field>
      ) : undefined}
    </div>
  );
}

function groupValue({ group }: Choices): string {
  return group === undefined ? '' : `${group.dimension}:${group.value}`;
}

function AreaOptions({ results: { everyArea, areas } }: { readonly results: ResultsJson }): ReactNode {
  const words = useWords();
  const nameOf = useAreaName();
  return (
    <>
      {everyArea ? <option value="">{words.t('results.scope.everyArea')}</option> : undefined}
      {areas.map(({ area, group }) => {
        const name = nameOf(area);
        return (
          <option key={area} value={area}>
            {group.shown ? name : words.t('results.scope.tooSmall', { name })}
          </option>
        );
      })}
    </>
  );
}

function GroupOptions({ shown }: { readonly shown: ShownGroup }): ReactNode {
  const words = useWords();
  if (!shown.shown) return undefined;
  return (
    <>
      <option value="">{words.t('results.scope.everybody')}</option>
      {shown.by.map(({ dimension, groups }) => (
        <optgroup key={dimension} label={words.t(`results.dimension.${dimension}`)}>
          {groups.map(({ value, tally }) => (
            <option key={value} value={`${dimension}:${value}`}>
              {words.t('results.scope.with', {
                name: groupName({ dimension, value }, words),
                number: words.number(tally.respondents),
              })}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}

/** Chooses what is compared with each other, and within which area. */
export function CompareScope({ results, choices, choose }: Omit<ScopeProps, 'groups'>): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const dimensions = comparable(results, choices.area);
  return (
    <div className={styles.bar}>
      <Field label={words.t('results.compare.what')} className={styles.field}>
        <Select value={choices.by} onChange={(_event, { value }) => choose({ by: value })}>
          {dimensions.map((dimension) => (
            <option key={dimension} value={dimension}>
              {words.t(`results.dimension.${dimension}`)}
            </option>
          ))}
        </Select>
      </Field>
      {choices.by === 'area' || results.areas.length < 2 ? undefined : (
        <AreaField results={results} choices={choices} choose={choose} />
      )}
    </div>
  );
}

function AreaField({ results, choices, choose }: Omit<ScopeProps, 'groups'>): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <Field label={words.t('results.scope.area')} className={styles.field}>
      <Select value={choices.area ?? ''} onChange={(_event, { value }) => choose({ area: value, group: '' })}>
        <AreaOptions results={results} />
      </Select>
    </Field>
  );
}
