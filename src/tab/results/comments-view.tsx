import { Checkbox } from '@fluentui/react-components';
import { Comment24Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { Choice, Choices } from '../shell/choice.tsx';
import { Empty } from '../shell/empty.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { CommentList } from './comment-list.tsx';

export interface CommentsViewProps {
  readonly results: ResultsJson;
  readonly area: string | undefined;
}

/** What people wrote in their own words. */
export function CommentsView({ results, area }: CommentsViewProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const questions = results.prompt.questions.filter(({ kind }) => kind === 'free-text');
  const [chosen, setChosen] = useState(questions[0]?.id);
  const [hidden, setHidden] = useState(false);
  const question = questions.find(({ id }) => id === chosen);
  if (question === undefined) {
    return (
      <Empty
        icon={<Comment24Regular />}
        title={words.t('results.comments.notAsked.title')}
        text={words.t('results.comments.notAsked.text')}
      />
    );
  }
  const number = results.prompt.questions.indexOf(question) + 1;
  return (
    <section className={look.stack}>
      <h2 className={look.heading}>{words.t('results.numbered', { number, text: words.of(question.text) })}</h2>
      <Choices>
        {questions.length > 1 ? (
          <Choice long label={words.t('results.compare.question')} value={question.id} onChoice={setChosen}>
            {questions.map(({ id, text }) => (
              <option key={id} value={id}>
                {words.of(text)}
              </option>
            ))}
          </Choice>
        ) : undefined}
        <Checkbox
          label={words.t('results.comments.showHidden')}
          checked={hidden}
          onChange={(_event, data) => setHidden(data.checked === true)}
        />
      </Choices>
      <CommentList
        key={`${question.id} ${area ?? ''} ${hidden}`}
        wanted={{ broadcastId: results.broadcastId, question: question.id, area, hidden }}
      />
    </section>
  );
}
