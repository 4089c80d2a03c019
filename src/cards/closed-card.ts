import type { PromptContent } from '../broadcasts/broadcast.ts';
import { smallestGroup } from '../insight/smallest-group.ts';
import type { Answers } from '../responses/response.ts';
import type { AdaptiveCard, CardAction } from './adaptive-card.ts';
import { answerSummary } from './answer-summary.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { cardData } from './prompt-view.ts';
import { resultsButton } from './shared-results-card.ts';
import { group, heading, paragraph } from './text-blocks.ts';

export interface ClosedView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  /** When its author closed it before the deadline, ISO 8601. */
  readonly closedEarlyAt?: string;
  /** Where to write instead. */
  readonly contact: string;
  /** What the person answered in time; empty where it was removed, because too few answered an anonymous prompt. */
  readonly answers?: Answers;
  /** Whether the person answered an anonymous prompt from another card, so that it is not known here what. */
  readonly answeredElsewhere?: boolean;
  /** Whether its author keeps the results from those who answered. */
  readonly resultsKept?: true | undefined;
  /** The key of this card, where the prompt is anonymous: it still leads to the answer and to what comes of it. */
  readonly key?: string;
}

/** Says kindly that the deadline has passed, and what counts. */
export function closedCard(view: ClosedView, words: Words): AdaptiveCard {
  const { content, contact, answers, key } = view;
  const passed = closedLine(view, words);
  return cardFrame(words, {
    title: words.t('closed.title'),
    subtitle: words.of(content.title),
    body: [
      paragraph(passed),
      paragraph(words.t(standing(view), { number: words.number(smallestGroup) })),
      paragraph(words.t('closed.contact', { contact })),
      ...(answers === undefined || isRemoved(answers)
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
    actions: [...results(view, words), commandButton('waiting', words), commandButton('roadmap', words)],
    speak: passed,
    ...(key === undefined ? {} : { refresh: goButton('prompt.show', words.t('closed.title'), cardData(view)) }),
  });
}

/** Whoever answered can see what came of it. */
function results(view: ClosedView, words: Words): readonly CardAction[] {
  const answered = view.answers !== undefined || view.answeredElsewhere === true;
  return answered && view.resultsKept !== true ? [resultsButton(view, words)] : [];
}

function closedLine({ content, closedEarlyAt }: ClosedView, words: Words): string {
  const title = words.of(content.title);
  return closedEarlyAt === undefined
    ? words.t('closed.passed', { title, deadline: words.deadline(content.deadline) })
    : words.t('closed.early', { title, moment: words.moment(closedEarlyAt) });
}

/** What became of the person's answer. */
function standing({ answers, answeredElsewhere }: ClosedView) {
  if (answers !== undefined && isRemoved(answers)) return 'closed.removed';
  if (answers !== undefined) return 'closed.counted';
  return answeredElsewhere === true ? 'closed.elsewhere' : 'closed.notCounted';
}

function isRemoved(answers: Answers): boolean {
  return Object.keys(answers).length === 0;
}
