import { PeopleAudience24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { smallestGroup } from '../../insight/smallest-group.ts';
import { useAreaName } from '../shell/area-name.ts';
import { Empty } from '../shell/empty.tsx';
import { useWords } from '../words/words-context.tsx';

export interface TooFewProps {
  readonly results: ResultsJson;
  /** The area whose results cannot be shown; all areas together when absent. */
  readonly area?: string | undefined;
}

/** Says in the place of results why there are none to see yet. */
export function TooFew({ results, area }: TooFewProps): ReactNode {
  const words = useWords();
  const nameOf = useAreaName();
  const named = results.prompt.privacy === 'named';
  const text = named
    ? words.t('results.tooFew.nobody')
    : words.t(results.figures.final ? 'results.tooFew.final' : 'results.tooFew.yet', {
        smallest: words.number(smallestGroup),
      });
  return (
    <Empty
      icon={<PeopleAudience24Regular />}
      title={
        area === undefined
          ? words.t('results.tooFew.title')
          : words.t('results.tooFew.areaTitle', { area: nameOf(area) })
      }
      text={text}
    />
  );
}
