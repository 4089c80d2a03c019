import { Button, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { Add20Regular, Dismiss20Regular, ErrorCircle16Filled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { most } from '../../broadcasts/content-problems.ts';
import { TextsField } from '../form/texts-field.tsx';
import { useWords } from '../words/words-context.tsx';
import { AdviceList } from './advice-list.tsx';
import { focusLater } from './focus-later.ts';
import type { QuestionEditorProps } from './question-editor.tsx';
import { optionsOf, withOneMore, withOptions } from './questions.ts';

const useStyles = makeStyles({
  options: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
  },
  legend: { padding: 0, paddingBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  option: { display: 'flex', alignItems: 'flex-start', columnGap: tokens.spacingHorizontalXS },
  texts: { flex: 1, minWidth: 0 },
  // Beside the field, below its label.
  remove: { marginTop: '22px' },
  problem: {
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorPaletteRedForeground1,
    fontSize: tokens.fontSizeBase200,
  },
});

type OptionsEditorProps = Pick<QuestionEditorProps, 'question' | 'index' | 'welsh' | 'problems' | 'onChange'>;

/** The answers to choose from, the statements or the ideas of a question. */
export function OptionsEditor({ question, index, welsh, problems, onChange }: OptionsEditorProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const options = optionsOf(question) ?? [];
  const kind = question.kind === 'rows' ? 'row' : question.kind === 'tagged-items' ? 'idea' : 'choice';
  const found = [problems.get(`${question.id}.options.en`), problems.get(`${question.id}.options.cy`)];
  const number = words.number(index + 1);
  const legend = words.t(`compose.option.${kind}.legend`, { number });
  const addId = `${question.id}.options-add`;
  const fieldId = (place: number) => `${question.id}.options.${place + 1}`;
  return (
    <fieldset className={styles.options} id={`${question.id}.options`} tabIndex={-1}>
      <legend className={styles.legend}>{legend}</legend>
      {found
        .filter((problem) => problem !== undefined)
        .map((problem) => (
          <p key={problem} className={styles.problem}>
            <ErrorCircle16Filled aria-hidden="true" />
            {problem}
          </p>
        ))}
      {options.map((option, place) => {
        const ofOption = words.number(place + 1);
        return (
          <div key={option.id} className={styles.option}>
            <div className={styles.texts}>
              <TextsField
                id={fieldId(place)}
                labels={{
                  en: words.t(`compose.option.${kind}.en`, { number: ofOption }),
                  cy: words.t(`compose.option.${kind}.cy`, { number: ofOption }),
                }}
                texts={option.text}
                onChange={(text) =>
                  onChange(withOptions(question, options.with(place, { ...option, text: { ...text } })))
                }
                welsh={welsh.shown}
                below={(language) => <AdviceList texts={option.text} language={language} welshWanted={welsh.shown} />}
              />
            </div>
            <Tooltip content={words.t('compose.option.remove', { number: ofOption })} relationship="label">
              <Button
                className={styles.remove}
                appearance="subtle"
                icon={<Dismiss20Regular />}
                onClick={() => {
                  onChange(withOptions(question, options.toSpliced(place, 1)));
                  focusLater(addId);
                }}
              />
            </Tooltip>
          </div>
        );
      })}
      {options.length >= most.options ? undefined : (
        <div>
          <Button
            id={addId}
            appearance="subtle"
            icon={<Add20Regular />}
            onClick={() => {
              onChange(withOptions(question, withOneMore(options)));
              focusLater(fieldId(options.length));
            }}
          >
            {words.t(`compose.option.${kind}.add`)}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
