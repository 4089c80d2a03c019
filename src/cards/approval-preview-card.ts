import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { approveButton, sendBackButton, type ToApprove } from './approval-actions.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { type AgreementView, reachLines, warnings } from './preview-card.ts';
import { type Problems, problemSummary } from './problems.ts';
import { type PlannedTime, scheduleLines } from './schedule-section.ts';
import { aroundStaffCards } from './staff-cards.ts';
import { group, paragraph } from './text-blocks.ts';

export interface ApprovalPreviewView extends AgreementView, PlannedTime, ToApprove {
  /** The name of whoever asks. */
  readonly author: string;
  /** The areas that it is for, as the reader calls them. */
  readonly audience: string;
  /** What stands in the way of sending it, such as a deadline that has passed. */
  readonly problems?: Problems;
}

/** Shows a roadmap owner exactly what staff will see, to whom it goes and when, and asks for approval. */
export function approvalPreviewCard(view: ApprovalPreviewView, words: Words): AdaptiveCard {
  return aroundStaffCards(view, words, (staffCards) => draw(view, staffCards, words));
}

function draw(view: ApprovalPreviewView, staffCards: readonly CardElement[], words: Words): AdaptiveCard {
  const { author, audience, people, content, problems = {} } = view;
  const inOrder = Object.keys(problems).length === 0;
  const title = words.t('approval.previewTitle');
  return cardFrame(words, {
    title,
    subtitle: words.t('approval.askedBy', { author }),
    body: [
      ...problemSummary(problems, words),
      ...(inOrder ? [] : [paragraph(words.t('approval.notInOrder'), { spacing: 'Small' })]),
      ...warnings(view, words),
      paragraph(words.t('approval.goesTo', { audience }), { spacing: 'Medium' }),
      ...reachLines(view, words),
      group(scheduleLines(view, words.t('approval.startsNow'), words), { spacing: 'Medium', separator: true }),
      ...staffCards,
    ],
    actions: [...(inOrder ? [approveButton(view, words)] : []), sendBackButton(view, words)],
    speak: `${title}: ${words.of(content.title)}. ${words.t('preview.people', { count: people })}`,
  });
}
