import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Deadline } from '../time/deadline.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { goButton, sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { deadlineInputs } from './compose-inputs.ts';
import { type Problems, problemSummary } from './problems.ts';
import { paragraph, strong } from './text-blocks.ts';

export interface ExtendView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  /** Whether it takes no more answers, and when its author closed it, if before the deadline (ISO 8601). */
  readonly closed: boolean;
  readonly closedEarlyAt?: string;
  /** What the form is filled in with. */
  readonly suggested: Deadline;
  /** By input id. */
  readonly problems?: Problems;
}

/** The form in which an author lets people answer for longer, or again. */
export function extendCard(view: ExtendView, words: Words): AdaptiveCard {
  const { broadcastId, content, suggested, problems } = view;
  return cardFrame(words, {
    title: words.t('extend.title'),
    subtitle: words.of(content.title),
    body: [
      ...problemSummary(problems, words),
      paragraph(standing(view, words), { spacing: 'Medium' }),
      ...deadlineInputs({ deadline: suggested }, problems, words),
    ],
    actions: [
      sendButton('broadcast.extend-check', words.t('extend.check'), { broadcastId }, { style: 'positive' }),
      goButton('broadcast.progress', words.t('extend.back'), { broadcastId }),
    ],
  });
}

export interface ExtendCheckView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  readonly deadline: Deadline;
}

/** Shows the new deadline as people will read it, and asks for confirmation. */
export function extendCheckCard({ broadcastId, content, deadline }: ExtendCheckView, words: Words): AdaptiveCard {
  const { date, time } = deadline;
  const then = words.t('extend.then', { deadline: words.deadline(deadline) });
  return cardFrame(words, {
    title: words.t('extend.checkTitle'),
    subtitle: words.of(content.title),
    body: [strong(then, { spacing: 'Medium' }), paragraph(words.t('extend.cards'))],
    actions: [
      goButton('broadcast.extend', words.t('extend.send'), { broadcastId, date, time }, { style: 'positive' }),
      goButton('broadcast.extend-form', words.t('extend.other'), { broadcastId }),
      goButton('broadcast.progress', words.t('extend.back'), { broadcastId }),
    ],
    speak: then,
  });
}

function standing({ content, closed, closedEarlyAt }: ExtendView, words: Words): string {
  const deadline = words.deadline(content.deadline);
  if (!closed) return words.t('extend.now', { deadline });
  return closedEarlyAt === undefined
    ? words.t('extend.nowClosed', { deadline })
    : words.t('extend.nowClosedEarly', { moment: words.moment(closedEarlyAt) });
}
