import type { Question } from '../broadcasts/question.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { inputsOfAnswers } from './answer-inputs.ts';
import { blockBar } from './block-bar.ts';
import { sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { aboutItemButton } from './item-details.ts';
import { promiseNote } from './promise-note.ts';
import { answerHints, promptIntroduction, promptTrouble, questionParts } from './prompt-body.ts';
import { cardData, framing, type PromptView } from './prompt-view.ts';
import { group, hint, paragraph, strong } from './text-blocks.ts';

/**
 * A prompt that asks one question after another. What was answered so far is kept in the card itself, in the data of its
 * buttons, and nowhere else before the end. Later steps do not refresh, since the card that came would begin again.
 */
export function stepCard(view: PromptView, words: Words): AdaptiveCard {
  const { content, item, step = 1, refresh } = view;
  const question = content.questions[step - 1];
  if (question === undefined) throw new RangeError(`There is no question ${step}`);
  const first = step === 1;
  const introduced = first && !isAsking(view, question);
  return cardFrame(words, {
    title: words.of(content.title),
    subtitle: words.t('common.from', { from: view.from }),
    body: [
      ...promptTrouble(view, words),
      ...(introduced ? promptIntroduction(view, words) : []),
      group(
        [
          ...progress(step, content.questions.length, words),
          ...answerHints(question, words).map((text) => hint(text)),
          ...questionParts(question, view, words, !first),
        ],
        introduced ? { spacing: 'Large', separator: true } : { spacing: 'Medium' },
      ),
      ...(introduced ? [] : reminderOfTerms(view, words)),
    ],
    actions: [
      ...stepButtons(view, question, words),
      ...(first && item !== undefined ? [aboutItemButton(item, words)] : []),
    ],
    ...framing({ ...view, refresh: first && refresh === true }, words),
  });
}

/** "Question 3 of 7", with a bar and the same in words. */
function progress(step: number, of: number, words: Words): readonly CardElement[] {
  const done = step - 1;
  return [
    strong(words.t('prompt.question', { number: step, of }), { spacing: 'None' }),
    { type: 'ProgressBar', value: done, max: of, spacing: 'Small', fallback: blockBar(done / of) },
    hint(words.t('step.done', { done, of }), { spacing: 'None' }),
  ];
}

/** The deadline and the promise, which stand on every card. */
function reminderOfTerms({ content }: PromptView, words: Words): readonly CardElement[] {
  return [
    promiseNote(content.privacy, words),
    paragraph(words.t('prompt.deadline', { deadline: words.deadline(content.deadline) }), { spacing: 'Small' }),
  ];
}

function stepButtons(view: PromptView, question: Question, words: Words): readonly CardAction[] {
  const { content, step = 1 } = view;
  const last = step === content.questions.length;
  const forward = (title: string, extras: Readonly<Record<string, unknown>>, sure?: true) => {
    const data = { ...keptData(view, question), ...(sure === undefined ? {} : { sure }) };
    return last
      ? sendButton('prompt.answer', title, { ...data, step }, extras)
      : sendButton('prompt.step', title, { ...data, from: step, to: step + 1 }, extras);
  };
  const next = forward(words.t(last ? 'prompt.send' : 'step.next'), { style: 'positive' });
  // Each button carries all that was answered: with a third one, long answers would make the card too large.
  if (isAsking(view, question))
    return [next, forward(words.t(last ? 'doubt.sendAsItIs' : 'doubt.keepAsItIs'), {}, true)];
  const back = sendButton('prompt.step', words.t('step.back'), {
    ...keptData(view, question),
    from: step,
    to: step - 1,
  });
  return step === 1 ? [next] : [next, back];
}

/** Whether the person is asked about what they wrote. */
function isAsking({ doubts }: PromptView, { id }: Question): boolean {
  return (doubts?.[id] ?? []).length > 0;
}

/** What was answered to the other questions; the answer to this one is in the inputs. */
function keptData(view: PromptView, shown: Question) {
  const { content, answers = {}, accepted = [] } = view;
  const others = content.questions.filter(({ id }) => id !== shown.id);
  const given = inputsOfAnswers(others, answers);
  return {
    ...cardData(view),
    ...(Object.keys(given).length > 0 ? { given } : {}),
    ...(accepted.length > 0 ? { accepted: [...accepted] } : {}),
  };
}
