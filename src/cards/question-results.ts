import type { Question } from '../broadcasts/question.ts';
import type { CommentPage } from '../insight/results.ts';
import type { QuestionTally } from '../insight/tally.ts';
import type { CardElement } from './adaptive-card.ts';
import { firstThatFit } from './card-size.ts';
import type { Words } from './card-texts.ts';
import { commentBox, type Names } from './comment-box.ts';
import { questionFigures } from './question-figures.ts';
import { group, heading, hint, paragraph } from './text-blocks.ts';

/** Of one question, in bytes; a prompt of three written questions still fits into a card. */
const commentsSize = 12 * 1024;
/** Of one question: a card is to be read on a phone. */
const mostComments = 5;

export interface QuestionResults {
  readonly question: Question;
  readonly tally: QuestionTally;
  /** The first comments, where the question asks for text. */
  readonly comments?: CommentPage | undefined;
  readonly names?: Names | undefined;
}

/** What a group answered to one question: a sentence that says it all, and a chart of the same. */
export function questionResults(results: QuestionResults, words: Words): CardElement {
  const { question, tally, comments, names } = results;
  const answered =
    tally.answered === 0 ? words.t('results.nobody') : words.t('results.answered', { count: tally.answered });
  const details =
    tally.kind === 'free-text' ? firstComments(comments, names, words) : questionFigures(question, tally, words);
  return group(
    [
      heading(words.of(question.text), { spacing: 'None' }),
      paragraph(answered, { spacing: 'Small' }),
      ...(tally.answered === 0 ? [] : details),
    ],
    { spacing: 'Large', separator: true },
  );
}

function firstComments(page: CommentPage | undefined, names: Names | undefined, words: Words): readonly CardElement[] {
  const all = page?.comments ?? [];
  const boxes = all.slice(0, mostComments).map((comment) => commentBox(comment, names));
  const shown = firstThatFit(boxes, commentsSize);
  const isAll = shown.length === all.length && page?.next === undefined;
  return [...shown, ...(isAll ? [] : [hint(words.t('results.moreComments'))])];
}
