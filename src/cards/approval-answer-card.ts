import type { Texts } from '../language/texts.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { group, labelled, paragraph } from './text-blocks.ts';

export interface ApprovedView {
  readonly broadcastId: string;
  readonly title: Texts;
  /** The name of the roadmap owner. */
  readonly by: string;
  readonly people: number;
  /** When the first cards go out, ISO 8601; absent when that is at once. */
  readonly startAt?: string;
}

/** Tells an author that a roadmap owner approved their broadcast, and when it goes out. */
export function approvedCard({ broadcastId, title, by, people, startAt }: ApprovedView, words: Words): AdaptiveCard {
  const text = words.t('approval.approvedBy', { by, count: people });
  return cardFrame(words, {
    title: words.t('approval.approvedTitle'),
    subtitle: words.of(title),
    body: [paragraph(text, { spacing: 'Medium' }), paragraph(startText(startAt, words), { spacing: 'Small' })],
    actions: [goButton('broadcast.progress', words.t('approval.progress'), { broadcastId })],
    speak: `${words.of(title)}. ${text}`,
  });
}

/** When a broadcast goes out that was just approved. */
export function startText(startAt: string | undefined, words: Words): string {
  if (startAt === undefined) return words.t('approval.goesOutNow');
  return words.t('approval.goesOutAt', { moment: words.moment(startAt) });
}

export interface SentBackView {
  readonly title: Texts;
  /** The name of the roadmap owner. */
  readonly by: string;
  readonly because: string;
}

/** Tells an author why a roadmap owner sent their broadcast back, and what to do next. */
export function sentBackCard({ title, by, because }: SentBackView, words: Words): AdaptiveCard {
  const text = words.t('approval.sentBackBy', { by });
  return cardFrame(words, {
    title: words.t('approval.sentBackTitle'),
    subtitle: words.of(title),
    body: [
      paragraph(text, { spacing: 'Medium' }),
      group([labelled(words.t('approval.reason'), because)], { style: 'emphasis', spacing: 'Medium' }),
      paragraph(words.t('approval.sentBackNext'), { spacing: 'Medium' }),
    ],
    speak: `${words.of(title)}. ${text}`,
  });
}
