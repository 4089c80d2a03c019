import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Answers } from '../responses/response.ts';
import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import { goButton } from './buttons.ts';
import type { Words } from './card-texts.ts';
import type { Doubts } from './doubt-texts.ts';
import type { Problems } from './problems.ts';

export interface PromptView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  /** Who asks, by area and role rather than by name. */
  readonly from: string;
  /** About how long it takes to answer. */
  readonly minutes: number;
  /** The roadmap item that the prompt is about. */
  readonly item?: RoadmapItem;
  /** The key of this card, where the prompt is anonymous. */
  readonly key?: string;
  /** What the person answered before, when they change it, or so far, step by step. */
  readonly answers?: Answers;
  /** What is wrong with the answers, by question id; `all` for all of them together. */
  readonly problems?: Problems;
  /** What was found in written answers that should perhaps not be sent. */
  readonly doubts?: Doubts;
  /** Whether the person answered before and changes it. */
  readonly changing?: boolean;
  /** Step by step: the number of the question shown, 1 when absent. */
  readonly step?: number;
  /** Step by step: the questions whose text the person was asked about and keeps as it is. */
  readonly accepted?: readonly string[];
  /** Whether Teams asks for the newest card when this one comes into view, unless answering has begun. */
  readonly refresh?: boolean;
}

/** What every card that asks the questions of a prompt has around them. */
export function framing(view: PromptView, words: Words) {
  const { content, minutes, refresh, answers, problems, doubts } = view;
  const title = words.of(content.title);
  // A card that came by itself would take away what the person has begun.
  const underWay = [answers, problems, doubts].some((each) => Object.keys(each ?? {}).length > 0);
  return {
    speak: words.t('prompt.speak', {
      title,
      deadline: words.t('prompt.deadline', { deadline: words.deadline(content.deadline) }),
      minutes: words.t('common.minutes', { count: minutes }),
    }),
    ...(refresh === true && !underWay ? { refresh: goButton('prompt.show', title, cardData(view)) } : {}),
  };
}

/** What every button of a prompt's card carries. */
export function cardData({ broadcastId, key }: Pick<PromptView, 'broadcastId' | 'key'>) {
  return key === undefined ? { broadcastId } : { broadcastId, key };
}
