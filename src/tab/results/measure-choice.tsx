import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { QuestionJson } from '../../api/contract/content.ts';
import type { GroupTallyJson } from '../../api/contract/results.ts';
import { Choice, Choices } from '../shell/choice.tsx';
import { useWords } from '../words/words-context.tsx';
import { headlineOf, type Measure, measuresOf } from './measures.ts';

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
      <Choices>
        <Choice
          long
          label={words.t('results.compare.question')}
          value={chosen.question.id}
          onChoice={(id) => {
            setQuestionId(id);
            setOf(undefined);
          }}
        >
          {questions.map(({ id, text }, index) => (
            <option key={id} value={id}>
              {words.t('results.numbered', { number: index + 1, text: words.of(text) })}
            </option>
          ))}
        </Choice>
        {chosen.measures.length > 1 ? (
          <Choice label={words.t('results.compare.measure')} value={chosen.measure.of} onChoice={setOf}>
            {chosen.measures.map((measure) => (
              <option key={measure.of} value={measure.of}>
                {measure.label}
              </option>
            ))}
          </Choice>
        ) : undefined}
      </Choices>
    );
  return { shown, fields };
}
