import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

/** Says how many areas were asked and how many can be shown, and why not all. */
export function AreasShown({ results }: { readonly results: ResultsJson }): ReactNode {
  const words = useWords();
  const look = useLook();
  const { areas, areasShown, areasTooSmall } = results;
  if (areas.length < 2) return undefined;
  return (
    <p className={mergeClasses(look.text, look.quiet)}>
      {words.card('results.areasAsked', {
        count: areas.length,
        shown: words.number(areasShown),
        small: words.number(areasTooSmall),
      })}
      {areasTooSmall === 0 ? undefined : ` ${words.t('results.whyTooSmall')}`}
    </p>
  );
}
