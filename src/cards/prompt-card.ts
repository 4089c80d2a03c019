import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Answers } from '../responses/response.ts';
import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { goButton, sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { aboutItemButton } from './item-details.ts';
import type { Problems } from './problems.ts';
import { promptBody } from './prompt-body.ts';

export interface PromptView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  /** Who asks, by area and role rather than by name. */
  readonly from: string;
  /** About how long it takes to answer. */
  readonly minutes: number;
  /** The roadmap item that the prompt is about. */
  readonly item?: RoadmapItem;
  /** What the person answered before, when they change it. */
  readonly answers?: Answers;
  /** What is wrong with the answers, by question id. */
  readonly problems?: Problems;
  /** Whether Teams asks for the newest card when this one comes into view. */
  readonly refresh?: boolean;
}

/** What staff get for a prompt: the questions, to be answered in the card. */
export function promptCard(view: PromptView, words: Words): AdaptiveCard {
  const { broadcastId, content, item } = view;
  const title = words.of(content.title);
  const send = sendButton('prompt.answer', words.t('prompt.send'), { broadcastId }, { style: 'positive' });
  return cardFrame(words, {
    title,
    subtitle: words.t('common.from', { from: view.from }),
    body: promptBody(view, words),
    actions: [send, ...(item === undefined ? [] : [aboutItemButton(item, words)])],
    speak: words.t('prompt.speak', {
      title,
      deadline: words.t('prompt.deadline', { deadline: words.deadline(content.deadline) }),
      minutes: words.t('common.minutes', { count: view.minutes }),
    }),
    ...(view.refresh === true ? { refresh: goButton('prompt.show', title, { broadcastId }) } : {}),
  });
}
