import type { PromptContent } from '../broadcasts/broadcast.ts';
import { smallestGroup } from '../insight/smallest-group.ts';
import type { Answers } from '../responses/response.ts';
import type { AdaptiveCard, CardAction } from './adaptive-card.ts';
import { answerSummary } from './answer-summary.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { promiseNote } from './promise-note.ts';
import { cardData } from './prompt-view.ts';
import { resultsButton, resultsButtonName } from './shared-results-card.ts';
import { group, heading, paragraph, strong } from './text-blocks.ts';

export interface ReceiptView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  readonly answers: Answers;
  /** ISO 8601; absent for an anonymous prompt. */
  readonly answeredAt?: string;
  /** 1 for the first answer; more when it was changed. */
  readonly revision: number;
  /** The key of this card, where the prompt is anonymous. */
  readonly key?: string;
  /** Whether the author keeps the results from those who answer. */
  readonly resultsKept?: true | undefined;
}

/** Confirms that answers were stored, and says what they were. */
export function receiptCard(view: ReceiptView, words: Words): AdaptiveCard {
  const { content } = view;
  const title = words.t('receipt.title');
  const answered = answeredLine(view, words);
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
          ...(view.key === undefined ? [] : [paragraph(words.t('receipt.onlyHere'), { spacing: 'Small' })]),
          ...resultsLines(view, words).map((text) => paragraph(text, { spacing: 'Small' })),
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
    actions: actions(view, words),
    speak: `${title}. ${answered}`,
  });
}

/** What the person learns of what came of it; of an anonymous prompt only this card can show it beside their answers. */
function resultsLines({ key, resultsKept }: ReceiptView, words: Words): readonly string[] {
  if (resultsKept === true) return [];
  const promised = words.t('sharedResults.promised', { count: smallestGroup });
  return key === undefined ? [promised] : [promised, words.t('sharedResults.onlyHere', resultsButtonName(words))];
}

function actions(view: ReceiptView, words: Words): readonly CardAction[] {
  const change = goButton('prompt.change', words.t('receipt.change'), cardData(view));
  const withdraw = goButton('prompt.withdraw', words.t('receipt.withdraw'), cardData(view));
  const waiting = commandButton('waiting', words);
  if (view.key === undefined || view.resultsKept === true) return [change, withdraw, waiting];
  return [change, withdraw, resultsButton(view, words), { ...waiting, mode: 'secondary' }];
}

/** When it was answered; of an anonymous answer nobody knows. */
function answeredLine({ answeredAt, revision }: ReceiptView, words: Words): string {
  if (answeredAt === undefined) return words.t(revision > 1 ? 'receipt.changed' : 'receipt.answered');
  const moment = words.moment(answeredAt);
  return words.t(revision > 1 ? 'receipt.changedAt' : 'receipt.answeredAt', { moment });
}
