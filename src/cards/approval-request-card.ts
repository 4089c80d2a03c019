import type { Texts } from '../language/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { approveButton, sendBackButton, type ToApprove } from './approval-actions.ts';
import { goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { facts, paragraph } from './text-blocks.ts';

export interface ApprovalRequestView extends ToApprove {
  readonly kind: 'update' | 'prompt';
  readonly title: Texts;
  /** The name of whoever asks. */
  readonly author: string;
  /** The areas that it is for, as the reader calls them. */
  readonly audience: string;
  /** ISO 8601. */
  readonly askedAt: string;
}

/** Tells a roadmap owner that somebody asks to send to more than their own areas. */
export function approvalRequestCard(view: ApprovalRequestView, words: Words): AdaptiveCard {
  const { broadcastId, kind, title, author, audience, people, askedAt } = view;
  const text = words.t(`approval.asks.${kind}`, { count: people, author });
  return cardFrame(words, {
    title: words.t('approval.requestTitle'),
    subtitle: words.of(title),
    body: [
      paragraph(text, { spacing: 'Medium' }),
      facts(
        [
          [words.t('approval.audience'), audience],
          [words.t('approval.askedAt'), words.moment(askedAt)],
        ],
        { spacing: 'Medium' },
      ),
    ],
    actions: [
      goButton('approval.show', words.t('approval.show'), { broadcastId }),
      approveButton(view, words),
      sendBackButton(view, words),
    ],
    speak: `${words.of(title)}. ${text}`,
  });
}
