import { memo, type ReactNode } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { useAreaName } from '../shell/area-name.ts';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import type { Choices } from './choices.ts';
import { groupName, onlyArea, tallyOf } from './groups.ts';
import { QuestionSection } from './question-section.tsx';
import { TooFew } from './too-few.tsx';

export interface AnswersViewProps {
  readonly results: ResultsJson;
  readonly choices: Choices;
  readonly onComments: () => void;
}

/** What those chosen answered, question by question. */
export const AnswersView = memo(function AnswersView({ results, choices, onComments }: AnswersViewProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const tally = tallyOf(results, choices);
  if (tally === undefined) return <TooFew results={results} area={choices.area} />;
  const area = choices.area ?? onlyArea(results);
  const where = area === undefined ? words.t('results.scope.everyArea') : nameOf(area);
  return (
    <section className={look.stack}>
      <div>
        <h2 className={look.heading}>{scopeTitle(where, choices, words)}</h2>
        <p className={look.quiet}>
          {words.card('results.answered', { count: tally.respondents })}
          {choices.group === undefined ? '' : ` ${words.t('results.othersCounted')}`}
        </p>
      </div>
      {results.prompt.questions.map((question, index) => {
        const of = tally.questions[question.id];
        return of === undefined ? undefined : (
          <QuestionSection
            key={question.id}
            number={index + 1}
            question={question}
            tally={of}
            onComments={question.kind === 'free-text' && choices.group === undefined ? onComments : undefined}
          />
        );
      })}
    </section>
  );
});

function scopeTitle(where: string, { group }: Choices, words: Words): string {
  return group === undefined ? where : words.t('results.scope.groupIn', { group: groupName(group, words), where });
}
