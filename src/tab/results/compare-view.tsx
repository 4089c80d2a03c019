import { mergeClasses } from '@fluentui/react-components';
import { memo, type ReactNode, useMemo } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { useAreaName } from '../shell/area-name.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { AreasShown } from './areas-shown.tsx';
import type { Choices } from './choices.ts';
import { CompareAll } from './compare-all.tsx';
import { CompareOne } from './compare-one.tsx';
import { allTogether, comparedGroups } from './compared.ts';
import { TooFew } from './too-few.tsx';

export interface CompareViewProps {
  readonly results: ResultsJson;
  readonly choices: Choices;
}

/** Groups of people beside each other: the areas, or roles, working places, languages and sites. */
export const CompareView = memo(function CompareView({ results, choices }: CompareViewProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOfArea = useAreaName();
  const { by, area } = choices;
  const groups = useMemo(
    () => comparedGroups(results, choices, nameOfArea, words),
    [results, choices, nameOfArea, words],
  );
  const all = useMemo(() => allTogether(results, choices), [results, choices]);
  const { questions } = results.prompt;
  if (groups.every(({ tally }) => tally === undefined))
    return <TooFew results={results} area={by === 'area' ? undefined : area} />;
  const where = area === undefined || by === 'area' ? words.t('results.scope.everyArea') : nameOfArea(area);
  const parts = {
    questions,
    groups,
    all,
    allName: by === 'area' ? where : words.t('results.compare.everybodyIn', { where }),
    groupsName: words.t(`results.dimension.${by}`),
  };
  const tooSmall = groups.filter(({ tally }) => tally === undefined).map(({ name }) => name);
  return (
    <section className={look.stack}>
      <div className={look.closeStack}>
        <h2 className={look.heading}>
          {words.t(`results.compare.title.${by}`)}
          {by === 'area' ? '' : `: ${where}`}
        </h2>
        {by === 'area' ? (
          <AreasShown results={results} />
        ) : (
          <p className={mergeClasses(look.text, look.quiet)}>{words.t('results.othersCounted')}</p>
        )}
        {tooSmall.length === 0 ? undefined : (
          <p className={mergeClasses(look.text, look.quiet)}>
            {words.t('results.compare.tooSmall', { names: tooSmall.join(', ') })}
          </p>
        )}
      </div>
      <CompareOne {...parts} />
      <CompareAll {...parts} />
    </section>
  );
});
