import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Answers } from '../responses/response.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { answerSummary } from './answer-summary.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { promiseNote } from './promise-note.ts';
import { group, heading, paragraph, strong } from './text-blocks.ts';

export interface ReceiptView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  readonly answers: Answers;
  /** ISO 8601. */
  readonly answeredAt: string;
  /** 1 for the first answer; more when it was changed. */
  readonly revision: number;
}

/** Confirms that answers were stored, and says what they were. */
export function receiptCard(view: ReceiptView, words: Words): AdaptiveCard {
  const { broadcastId, content } = view;
  const title = words.t('receipt.title');
  const answered = words.t(view.revision > 1 ? 'receipt.changedAt' : 'receipt.answeredAt', {
    moment: words.moment(view.answeredAt),
  });
  return cardFrame(words, {
    title,
    subtitle: words.of(content.title),
    body: [
      group(
        [
          strong(answered, { spacing: 'None' }),
          paragraph(words.t('receipt.changeUntil', { deadline: words.deadline(content.deadline) }), {
            spacing: 'Small',
          }),
        ],
        { style: 'good', spacing: 'Medium' },
      ),
      group(
        [
          heading(words.t('receipt.yourAnswers'), { spacing: 'None' }),
          ...answerSummary(content.questions, view.answers, words),
        ],
        { spacing: 'Large', separator: true },
      ),
      promiseNote(content.privacy, words),
    ],
    actions: [goButton('prompt.change', words.t('receipt.change'), { broadcastId }), commandButton('waiting', words)],
    speak: `${title}. ${answered}`,
  });
}
