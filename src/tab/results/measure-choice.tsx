import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import type { GroupTallyJson } from '../../api/contract/results.ts';
import { useWords } from '../words/words-context.tsx';
import { headlineOf, type Measure, measuresOf } from './measures.ts';

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  question: { flex: '2 1 16rem', maxWidth: '40rem' },
  measure: { flex: '1 1 14rem', maxWidth: '24rem' },
});

export interface MeasureChosen {
  /** What was chosen last, once there is time to show it; undefined when there are no questions. */
  readonly shown: { readonly question: QuestionJson; readonly measure: Measure } | undefined;
  /** The fields to choose with. */
  readonly fields: ReactNode;
}

/** Lets one choose a question and what of it, beginning with what says most of the first one. */
export function useMeasureChoice(
  questions: readonly QuestionJson[],
  typical: GroupTallyJson | undefined,
): MeasureChosen {
  const styles = useStyles();
  const words = useWords();
  const [questionId, setQuestionId] = useState(questions[0]?.id);
  const [of, setOf] = useState<string>();
  const chosen = useMemo(() => {
    const question = questions.find(({ id }) => id === questionId) ?? questions[0];
    if (question === undefined) return undefined;
    const measures = measuresOf(question, words);
    const measure = measures.find((each) => each.of === of) ?? headlineOf(question, typical, words);
    return measure === undefined ? undefined : { question, measures, measure };
  }, [questions, questionId, of, typical, words]);
  const shown = useDeferredValue(chosen);
  const fields =
    chosen === undefined ? undefined : (
      <div className={styles.choice}>
        <Field label={words.t('results.compare.question')} className={styles.question}>
          <Select
            value={chosen.question.id}
            onChange={(_event, { value }) => {
              setQuestionId(value);
              setOf(undefined);
            }}
          >
            {questions.map(({ id, text }, index) => (
              <option key={id} value={id}>
                {words.t('results.numbered', { number: index + 1, text: words.of(text) })}
              </option>
            ))}
          </Select>
        </Field>
        {chosen.measures.length > 1 ? (
          <Field label={words.t('results.compare.measure')} className={styles.measure}>
            <Select value={chosen.measure.of} onChange={(_event, { value }) => setOf(value)}>
              {chosen.measures.map((measure) => (
                <option key={measure.of} value={measure.of}>
                  {measure.label}
                </option>
              ))}
            </Select>
          </Field>
        ) : undefined}
      </div>
    );
  return { shown, fields };
}
