import type { AdaptiveCard } from './adaptive-card.ts';
import { sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { aboutItemButton } from './item-details.ts';
import { promptBody } from './prompt-body.ts';
import { asksStepByStep } from './prompt-steps.ts';
import { cardData, framing, type PromptView } from './prompt-view.ts';
import { stepCard } from './step-card.ts';

/** What staff get for a prompt: the questions, to be answered in the card; of many, one after another. */
export function promptCard(view: PromptView, words: Words): AdaptiveCard {
  if (asksStepByStep(view.content.questions)) return stepCard(view, words);
  const { content, item, doubts } = view;
  const title = words.of(content.title);
  const send = sendButton('prompt.answer', words.t('prompt.send'), cardData(view), { style: 'positive' });
  const asItIs = sendButton('prompt.answer', words.t('doubt.sendAsItIs'), { ...cardData(view), sure: true });
  return cardFrame(words, {
    title,
    subtitle: words.t('common.from', { from: view.from }),
    body: promptBody(view, words),
    actions: [
      send,
      ...(Object.keys(doubts ?? {}).length > 0 ? [asItIs] : []),
      ...(item === undefined ? [] : [aboutItemButton(item, words)]),
    ],
    ...framing(view, words),
  });
}
