import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { type ReactNode, useCallback, useDeferredValue, useId } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { useLook } from '../shell/look.ts';
import { useNarrow } from '../shell/use-narrow.ts';
import { useWords } from '../words/words-context.tsx';
import { AnswersView } from './answers-view.tsx';
import { type Choices, type ChoicesMade, useChoices, type View, views } from './choices.ts';
import { CommentsView } from './comments-view.tsx';
import { CompareView } from './compare-view.tsx';
import { CompareScope, Scope } from './scope.tsx';
import { TrendView } from './trend-view.tsx';

const useStyles = makeStyles({ tabs: { flexWrap: 'wrap' } });

/** The results of a prompt from four sides: the answers, groups compared, over time, and the comments. */
export function ResultsView({ results }: { readonly results: ResultsJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const made = useChoices(results);
  const { choices, choose } = made;
  // The fields show a choice at once; what follows from it may come a moment later.
  const shown = useDeferredValue(choices);
  const id = useId();
  const showComments = useCallback(() => choose({ view: 'comments' }), [choose]);
  return (
    <div className={look.stack}>
      <TabList
        className={styles.tabs}
        size={useNarrow() ? 'small' : 'medium'}
        aria-label={words.t('results.view.label')}
        selectedValue={choices.view}
        onTabSelect={(_event, { value }) => choose({ view: String(value) })}
      >
        {views.map((view) => (
          <Tab
            key={view}
            id={`${id}-${view}`}
            value={view}
            aria-controls={choices.view === view ? `${id}-panel` : undefined}
          >
            {words.t(`results.view.${view}`)}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${choices.view}`} className={look.stack}>
        <ScopeFor view={choices.view} results={results} {...made} />
        <Shown results={results} choices={shown} onComments={showComments} />
      </div>
    </div>
  );
}

interface ScopeForProps extends ChoicesMade {
  readonly view: View;
  readonly results: ResultsJson;
}

function ScopeFor({ view, ...rest }: ScopeForProps): ReactNode {
  return view === 'compare' ? <CompareScope {...rest} /> : <Scope {...rest} groups={view === 'answers'} />;
}

interface ShownProps {
  readonly results: ResultsJson;
  readonly choices: Choices;
  readonly onComments: () => void;
}

function Shown({ results, choices, onComments }: ShownProps): ReactNode {
  switch (choices.view) {
    case 'answers':
      return <AnswersView results={results} choices={choices} onComments={onComments} />;
    case 'compare':
      return <CompareView results={results} choices={choices} />;
    case 'trend':
      return <TrendView results={results} area={choices.area} />;
    case 'comments':
      return <CommentsView results={results} area={choices.area} />;
  }
}
