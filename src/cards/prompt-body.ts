import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Question } from '../broadcasts/question.ts';
import type { Answers } from '../responses/response.ts';
import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { type Doubts, doubtWarning } from './doubt-texts.ts';
import { type Problems, problemLine, problemSummary } from './problems.ts';
import { promiseNote } from './promise-note.ts';
import { questionInputs } from './question-inputs.ts';
import { group, hint, paragraph, strong } from './text-blocks.ts';

export interface PromptBodyView {
  readonly content: PromptContent;
  readonly minutes: number;
  readonly answers?: Answers;
  readonly problems?: Problems;
  readonly doubts?: Doubts;
  /** Whether the person answered before and changes it. */
  readonly changing?: boolean;
  /** Set in a preview, where nothing is required and ids must not meet those of the card around it. */
  readonly previewId?: string;
}

/** A prompt below its title, with all its questions, as a short prompt's card and every preview show it. */
export function promptBody(view: PromptBodyView, words: Words): readonly CardElement[] {
  const { questions } = view.content;
  return [
    ...promptTrouble(view, words),
    ...promptIntroduction(view, words),
    ...questions.map((question, index) =>
      group([...guide(question, index + 1, questions.length, words), ...questionParts(question, view, words)], {
        spacing: 'Large',
        separator: true,
      }),
    ),
  ];
}

/** What is wrong with the answers, or should be looked at once more before they are sent. */
export function promptTrouble({ content, problems, doubts }: PromptBodyView, words: Words): readonly CardElement[] {
  const doubted = content.questions.flatMap(({ id }, index) => ((doubts?.[id] ?? []).length > 0 ? [index + 1] : []));
  return [
    ...problemSummary(numbered(problems, content.questions, words), words),
    ...doubted.map((number) =>
      group([strong(words.t('doubt.summary', { number }))], { style: 'warning', spacing: 'Medium' }),
    ),
  ];
}

/** What a prompt is about, until when it can be answered, how long it takes and what is promised. */
export function promptIntroduction(view: PromptBodyView, words: Words): readonly CardElement[] {
  const { content } = view;
  return [
    ...(view.changing === true ? [paragraph(words.t('prompt.changing'))] : []),
    paragraph(words.of(content.body), { spacing: 'Medium' }),
    strong(words.t('prompt.deadline', { deadline: words.deadline(content.deadline) })),
    hint(words.t('common.minutes', { count: view.minutes }), { spacing: 'None' }),
    promiseNote(content.privacy, words),
  ];
}

/** The inputs of one question, below how to answer it and what is wrong with the answer. */
export function questionParts(
  question: Question,
  { answers, problems, doubts, previewId }: PromptBodyView,
  words: Words,
  lenient = false,
): readonly CardElement[] {
  const asking = {
    words,
    lenient,
    answer: answers?.[question.id],
    ...(previewId === undefined ? {} : { previewId }),
  };
  return [
    ...problemLine(problems?.[question.id], words),
    ...doubtWarning(doubts?.[question.id], words),
    ...questionInputs(question, asking),
    ...(question.kind === 'free-text' ? [hint(words.t('promise.noNames'))] : []),
  ];
}

/** Problems with the number of their question, for a summary that stands apart from it. */
function numbered(problems: Problems | undefined, questions: readonly Question[], words: Words): Problems {
  const withNumber = Object.entries(problems ?? {}).map(([id, text]) => {
    const number = questions.findIndex((question) => question.id === id) + 1;
    return [id, number === 0 ? text : words.t('prompt.problem', { number, text })];
  });
  return Object.fromEntries(withNumber);
}

/** "Question 2 of 3 · You can choose more than one" */
function guide(question: Question, number: number, of: number, words: Words): readonly CardElement[] {
  const parts = [...(of > 1 ? [words.t('prompt.question', { number, of })] : []), ...answerHints(question, words)];
  return parts.length === 0 ? [] : [hint(parts.join(' · '), { spacing: 'None' })];
}

/** How to answer a question, where that does not go without saying. */
export function answerHints({ kind }: Question, words: Words): readonly string[] {
  if (kind === 'several-choices') return [words.t('prompt.severalHint')];
  return kind === 'tagged-items' ? [words.t('prompt.tagsHint')] : [];
}
