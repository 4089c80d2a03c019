import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ContentProblemJson } from '../../api/contract/broadcasts.ts';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { elementOf } from './problems.ts';

/** So that the focus can go there. */
export const problemListId = 'problem-list';

const useStyles = makeStyles({
  box: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

export interface ProblemListProps {
  readonly problems: readonly ContentProblemJson[];
  /** Leads to where it is mended. */
  readonly onMend: (field: string) => void;
}

/** Everything that must be mended before it can be sent, with a way to each. */
export function ProblemList({ problems, onMend }: ProblemListProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  if (problems.length === 0) return undefined;
  return (
    <div id={problemListId} tabIndex={-1} className={styles.box}>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{words.t('compose.problems', { count: problems.length })}</MessageBarTitle>
          <ul className={styles.list}>
            {problems.map(({ field, text }) => (
              <li key={field}>
                <a
                  href={`#${elementOf(field)}`}
                  className={look.link}
                  onClick={(event) => {
                    event.preventDefault();
                    onMend(field);
                  }}
                >
                  {words.t('compose.problem', { field: fieldName(field, words), text })}
                </a>
              </li>
            ))}
          </ul>
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

/** What the form calls a field. */
function fieldName(field: string, words: Words): string {
  const [, number, part, language] = /^q(\d+)\.(text|options)\.(en|cy)$/.exec(field) ?? [];
  if (number !== undefined) {
    const name = `${part === 'text' ? 'question' : 'options'}${language === 'cy' ? 'Cy' : 'En'}` as const;
    return words.card(`contentProblem.fields.${name}`, { number });
  }
  switch (field) {
    case 'title.en':
      return words.card('contentProblem.fields.titleEn');
    case 'title.cy':
      return words.card('contentProblem.fields.titleCy');
    case 'body.en':
      return words.card('contentProblem.fields.bodyEn');
    case 'body.cy':
      return words.card('contentProblem.fields.bodyCy');
    case 'audience':
      return words.card('contentProblem.fields.audience');
    case 'deadline.date':
      return words.card('contentProblem.fields.date');
    default:
      return words.card('contentProblem.fields.questions');
  }
}
