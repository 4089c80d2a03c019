import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Answers } from '../responses/response.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { answerSummary } from './answer-summary.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import { firstThatFit, largestCard } from './card-size.ts';
import type { Words } from './card-texts.ts';
import { oneLine } from './plain-text.ts';
import { group, heading, hint, paragraph } from './text-blocks.ts';

export interface MyAnswer {
  readonly broadcastId: string;
  readonly content: PromptContent;
  /** Absent for an anonymous prompt, as is when it was answered: only the person's card leads to the answer. */
  readonly answers?: Answers;
  /** ISO 8601. */
  readonly answeredAt?: string;
  /** Whether the deadline is still to come. */
  readonly open: boolean;
}

export interface MyAnswersView {
  /** The latest first. */
  readonly answers: readonly MyAnswer[];
}

const textLength = 200;

/** Lists what a person answered, with a way to change what is still open. */
export function myAnswersCard({ answers }: MyAnswersView, words: Words): AdaptiveCard {
  const sections = answers.map((answer, index) => section(answer, index > 0, words));
  const shown = firstThatFit(sections, (largestCard * 3) / 4);
  const more = sections.length - shown.length;
  return cardFrame(words, {
    title: words.t('myAnswers.title'),
    body: [
      ...(answers.length === 0 ? [paragraph(words.t('myAnswers.empty'))] : []),
      ...shown,
      ...(more > 0 ? [hint(words.t('common.more', { count: more }), { spacing: 'Medium' })] : []),
    ],
    actions: [commandButton('waiting', words)],
  });
}

function section(answer: MyAnswer, separator: boolean, words: Words): CardElement {
  const { broadcastId, content, answers, answeredAt, open } = answer;
  const deadline = words.deadline(content.deadline);
  const tooltip = oneLine(words.t('myAnswers.changeTitled', { title: words.of(content.title) }));
  const change = goButton('prompt.change', words.t('receipt.change'), { broadcastId }, { tooltip });
  return group(
    [
      heading(words.of(content.title), { spacing: 'None' }),
      ...(answeredAt === undefined
        ? []
        : [hint(words.t('receipt.answeredAt', { moment: words.moment(answeredAt) }), { spacing: 'None' })]),
      hint(words.t(open ? 'myAnswers.openUntil' : 'myAnswers.closed', { deadline }), { spacing: 'None' }),
      ...(answers === undefined
        ? [paragraph(words.t('myAnswers.anonymous'), { spacing: 'Small' })]
        : answerSummary(content.questions, answers, words, textLength)),
      ...(open && answers !== undefined ? [{ type: 'ActionSet', spacing: 'Small', actions: [change] }] : []),
    ],
    { spacing: 'Large', separator },
  );
}
