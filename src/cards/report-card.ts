import type { Reason } from '../delivery/delivery.ts';
import type { Texts } from '../language/texts.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { group, hint, paragraph, strong } from './text-blocks.ts';

/** Somebody who did not get a card. */
export interface NotReached {
  readonly name: string;
  readonly reason: Reason;
  readonly attempts: number;
}

export interface ReportView {
  readonly broadcastId: string;
  readonly title: Texts;
  /** Everyone of the audience, and how many of them did not get it. */
  readonly people: number;
  readonly total: number;
  /** The first of them. */
  readonly notReached: readonly NotReached[];
}

/** Names those who did not get a broadcast, with the reason for each. */
export function reportCard({ broadcastId, title, people, total, notReached }: ReportView, words: Words): AdaptiveCard {
  const more = total - notReached.length;
  return cardFrame(words, {
    title: words.t('report.title'),
    subtitle: words.of(title),
    body: [
      paragraph(
        total === 0
          ? words.t('report.everybody', { count: people })
          : words.t('report.notReached', { count: total, people: words.number(people) }),
      ),
      ...notReached.map((person) => row(person, words)),
      ...(more > 0 ? [hint(words.t('common.more', { count: more }), { spacing: 'Medium' })] : []),
    ],
    actions: [goButton('broadcast.progress', words.t('report.back'), { broadcastId })],
  });
}

function row({ name, reason, attempts }: NotReached, words: Words): CardElement {
  return group(
    [
      strong(name, { spacing: 'None' }),
      hint(words.t('report.line', { reason: words.t(`reasonOne.${reason}`), attempts: words.number(attempts) }), {
        spacing: 'None',
      }),
    ],
    { spacing: 'Small', separator: true },
  );
}
