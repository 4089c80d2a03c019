import type { ReactNode } from 'react';
import type { ResultsJson, ShownGroup } from '../../api/contract/results.ts';
import { useAreaName } from '../shell/area-name.ts';
import { Choice, Choices } from '../shell/choice.tsx';
import { useWords } from '../words/words-context.tsx';
import { type ChoicesMade, type Choices as Chosen, comparable } from './choices.ts';
import { groupName, shownOf } from './groups.ts';

export interface ScopeProps extends ChoicesMade {
  readonly results: ResultsJson;
  /** Groups within the area can be chosen too. */
  readonly groups: boolean;
}

/** Chooses whose answers are shown. Nothing is there to choose for somebody who sees one area only. */
export function Scope({ results, choices, choose, groups }: ScopeProps): ReactNode {
  const words = useWords();
  const shown = shownOf(results, choices.area);
  const severalAreas = results.areas.length > 1;
  const hasGroups = groups && shown.shown && shown.by.length > 0;
  if (!severalAreas && !hasGroups) return undefined;
  return (
    <Choices>
      {severalAreas ? <AreaChoice results={results} choices={choices} choose={choose} /> : undefined}
      {hasGroups ? (
        <Choice
          label={words.t('results.scope.group')}
          value={groupValue(choices)}
          onChoice={(group) => choose({ group })}
        >
          <GroupOptions shown={shown} />
        </Choice>
      ) : undefined}
    </Choices>
  );
}

/** Chooses what is compared with each other, and within which area. */
export function CompareScope({ results, choices, choose }: Omit<ScopeProps, 'groups'>): ReactNode {
  const words = useWords();
  return (
    <Choices>
      <Choice label={words.t('results.compare.what')} value={choices.by} onChoice={(by) => choose({ by })}>
        {comparable(results, choices.area).map((dimension) => (
          <option key={dimension} value={dimension}>
            {words.t(`results.dimension.${dimension}`)}
          </option>
        ))}
      </Choice>
      {choices.by === 'area' || results.areas.length < 2 ? undefined : (
        <AreaChoice results={results} choices={choices} choose={choose} />
      )}
    </Choices>
  );
}

function AreaChoice({ results: { everyArea, areas }, choices, choose }: Omit<ScopeProps, 'groups'>): ReactNode {
  const words = useWords();
  const nameOf = useAreaName();
  return (
    <Choice
      label={words.t('results.scope.area')}
      value={choices.area ?? ''}
      onChoice={(area) => choose({ area, group: '' })}
    >
      {everyArea ? <option value="">{words.t('results.scope.everyArea')}</option> : undefined}
      {areas.map(({ area, group }) => (
        <option key={area} value={area}>
          {group.shown ? nameOf(area) : words.t('results.scope.tooSmall', { name: nameOf(area) })}
        </option>
      ))}
    </Choice>
  );
}

function groupValue({ group }: Chosen): string {
  return group === undefined ? '' : `${group.dimension}:${group.value}`;
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
