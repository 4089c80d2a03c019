import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Question } from '../broadcasts/question.ts';
import type { Answers } from '../responses/response.ts';
import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { type Problems, problemLine, problemSummary } from './problems.ts';
import { promiseNote } from './promise-note.ts';
import { questionInputs } from './question-inputs.ts';
import { group, hint, paragraph, strong } from './text-blocks.ts';

export interface PromptBodyView {
  readonly content: PromptContent;
  readonly minutes: number;
  readonly answers?: Answers;
  readonly problems?: Problems;
  /** Set in a preview, where nothing is required and ids must not meet those of the card around it. */
  readonly previewId?: string;
}

/** A prompt below its title, as the card and its preview show it. */
export function promptBody(view: PromptBodyView, words: Words): readonly CardElement[] {
  const { content, problems } = view;
  return [
    ...problemSummary(numbered(problems, content.questions, words), words),
    ...(isChange(view) ? [paragraph(words.t('prompt.changing'))] : []),
    paragraph(words.of(content.body), { spacing: 'Medium' }),
    strong(words.t('prompt.deadline', { deadline: words.deadline(content.deadline) })),
    hint(words.t('common.minutes', { count: view.minutes }), { spacing: 'None' }),
    promiseNote(content.privacy, words, [words.t('promise.noNames')]),
    ...content.questions.map((question, index) => questionGroup(question, index, view, words)),
  ];
}

/** Problems with the number of their question, for a summary that stands apart from it. */
function numbered(problems: Problems | undefined, questions: readonly Question[], words: Words): Problems {
  const withNumber = Object.entries(problems ?? {}).map(([id, text]) => {
    const number = questions.findIndex((question) => question.id === id) + 1;
    return [id, words.t('prompt.problem', { number, text })];
  });
  return Object.fromEntries(withNumber);
}

/** Whether stored answers are shown again, rather than what was just filled in. */
function isChange({ answers, problems }: PromptBodyView): boolean {
  return Object.keys(answers ?? {}).length > 0 && Object.keys(problems ?? {}).length === 0;
}

function questionGroup(question: Question, index: number, view: PromptBodyView, words: Words): CardElement {
  const { content, answers, problems, previewId } = view;
  const asking = {
    words,
    answer: answers?.[question.id],
    ...(previewId === undefined ? {} : { previewId }),
  };
  return group(
    [
      ...guide(question, index + 1, content.questions.length, words),
      ...problemLine(problems?.[question.id], words),
      ...questionInputs(question, asking),
    ],
    { spacing: 'Large', separator: true },
  );
}

/** "Question 2 of 3 · You can choose more than one" */
function guide(question: Question, number: number, of: number, words: Words): readonly CardElement[] {
  const parts = [
    ...(of > 1 ? [words.t('prompt.question', { number, of })] : []),
    ...(question.kind === 'several-choices' ? [words.t('prompt.severalHint')] : []),
    ...(question.kind === 'tagged-items' ? [words.t('prompt.tagsHint')] : []),
  ];
  return parts.length === 0 ? [] : [hint(parts.join(' · '), { spacing: 'None' })];
}
