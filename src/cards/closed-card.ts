import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Answers } from '../responses/response.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { answerSummary } from './answer-summary.ts';
import { commandButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { group, heading, paragraph } from './text-blocks.ts';

export interface ClosedView {
  readonly content: PromptContent;
  /** Where to write instead. */
  readonly contact: string;
  /** What the person answered in time. */
  readonly answers?: Answers;
}

/** Says kindly that the deadline has passed, and what counts. */
export function closedCard({ content, contact, answers }: ClosedView, words: Words): AdaptiveCard {
  const passed = words.t('closed.passed', {
    title: words.of(content.title),
    deadline: words.deadline(content.deadline),
  });
  return cardFrame(words, {
    title: words.t('closed.title'),
    subtitle: words.of(content.title),
    body: [
      paragraph(passed),
      paragraph(words.t(answers === undefined ? 'closed.notCounted' : 'closed.counted')),
      paragraph(words.t('closed.contact', { contact })),
      ...(answers === undefined
        ? []
        : [
            group(
              [
                heading(words.t('receipt.yourAnswers'), { spacing: 'None' }),
                ...answerSummary(content.questions, answers, words),
              ],
              { spacing: 'Large', separator: true },
            ),
          ]),
    ],
    actions: [commandButton('waiting', words), commandButton('roadmap', words)],
    speak: passed,
  });
}
