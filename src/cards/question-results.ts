import type { Question } from '../broadcasts/question.ts';
import type { Comment, QuestionTally } from '../insight/tally.ts';
import type { CardElement } from './adaptive-card.ts';
import { firstThatFit } from './card-size.ts';
import type { Words } from './card-texts.ts';
import { shortened } from './plain-text.ts';
import { questionFigures } from './question-figures.ts';
import { group, heading, hint, paragraph } from './text-blocks.ts';

/** Names by person id. */
export type Names = Readonly<Record<string, string>>;

/** Of one question, in bytes; a prompt of three written questions still fits into a card. */
const commentsSize = 12 * 1024;
/** Of one question: a card is to be read on a phone. */
const mostComments = 5;
const commentLength = 500;

/** What a group answered to one question: a sentence that says it all, and a chart of the same. */
export function questionResults(
  question: Question,
  tally: QuestionTally,
  words: Words,
  names: Names | undefined,
): CardElement {
  const answered =
    tally.answered === 0 ? words.t('results.nobody') : words.t('results.answered', { count: tally.answered });
  return group(
    [
      heading(words.of(question.text), { spacing: 'None' }),
      paragraph(answered, { spacing: 'Small' }),
      ...(tally.answered === 0 ? [] : details(question, tally, words, names)),
    ],
    { spacing: 'Large', separator: true },
  );
}

function details(
  question: Question,
  tally: QuestionTally,
  words: Words,
  names: Names | undefined,
): readonly CardElement[] {
  return tally.kind === 'free-text' ? comments(tally.comments, words, names) : questionFigures(question, tally, words);
}

function comments(all: readonly Comment[], words: Words, names: Names | undefined): readonly CardElement[] {
  const boxes = all.slice(0, mostComments).map((comment) => commentBox(comment, names));
  const shown = firstThatFit(boxes, commentsSize);
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [hint(words.t('results.moreComments', { count: more }))] : [])];
}

function commentBox({ personId, text }: Comment, names: Names | undefined): CardElement {
  const name = names?.[personId];
  return group(
    [
      paragraph(shortened(text, commentLength), { spacing: 'None' }),
      ...(name === undefined ? [] : [hint(name, { spacing: 'None' })]),
    ],
    { spacing: 'Small', style: 'emphasis' },
  );
}
