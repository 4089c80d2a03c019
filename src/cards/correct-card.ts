import type { BroadcastContent } from '../broadcasts/broadcast.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { goButton, sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { writtenInputs } from './compose-inputs.ts';
import { type Problems, problemSummary } from './problems.ts';
import { paragraph } from './text-blocks.ts';

export interface CorrectView {
  readonly broadcastId: string;
  readonly content: BroadcastContent;
  readonly welshRequired: boolean;
  /** How many cards will change. */
  readonly sent: number;
  /** By input id. */
  readonly problems?: Problems;
}

/** The form in which an author corrects title and text of cards that were sent. */
export function correctCard(view: CorrectView, words: Words): AdaptiveCard {
  const { broadcastId, content, problems, welshRequired, sent } = view;
  return cardFrame(words, {
    title: words.t('correct.title'),
    body: [
      ...problemSummary(problems, words),
      paragraph(words.t('correct.intro', { count: sent }), { spacing: 'Small' }),
      ...writtenInputs(content, problems, welshRequired, words),
    ],
    actions: [
      sendButton('broadcast.correct', words.t('correct.send', { count: sent }), { broadcastId }, { style: 'positive' }),
      goButton('broadcast.progress', words.t('correct.back'), { broadcastId }),
    ],
  });
}
