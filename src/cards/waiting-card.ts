import type { Texts } from '../language/texts.ts';
import type { Deadline } from '../time/deadline.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { oneLine } from './plain-text.ts';
import { group, hint, paragraph, strong } from './text-blocks.ts';

export interface WaitingPrompt {
  readonly broadcastId: string;
  readonly title: Texts;
  readonly deadline: Deadline;
  readonly minutes: number;
}

export interface WaitingView {
  /** The next deadline first. */
  readonly prompts: readonly WaitingPrompt[];
}

const shown = 10;

/** Lists the prompts that a person has not answered. */
export function waitingCard({ prompts }: WaitingView, words: Words): AdaptiveCard {
  const sentence =
    prompts.length === 0 ? words.t('waiting.empty') : words.t('waiting.count', { count: prompts.length });
  const more = prompts.length - shown;
  return cardFrame(words, {
    title: words.t('waiting.title'),
    body: [
      paragraph(sentence, { spacing: 'Small' }),
      ...prompts.slice(0, shown).map((prompt) => row(prompt, words)),
      ...(more > 0 ? [hint(words.t('common.more', { count: more }), { spacing: 'Medium' })] : []),
    ],
    actions: prompts.length === 0 ? [commandButton('roadmap', words), commandButton('answers', words)] : [],
    speak: sentence,
  });
}

function row({ broadcastId, title, deadline, minutes }: WaitingPrompt, words: Words): CardElement {
  const tooltip = oneLine(words.t('waiting.openTitled', { title: words.of(title) }));
  const open = goButton('prompt.show', words.t('waiting.open'), { broadcastId }, { tooltip });
  return group(
    [
      strong(words.of(title), { spacing: 'None' }),
      paragraph(words.t('waiting.deadline', { deadline: words.deadline(deadline) }), { spacing: 'None' }),
      hint(words.t('common.minutes', { count: minutes }), { spacing: 'None' }),
      { type: 'ActionSet', spacing: 'Small', actions: [open] },
    ],
    { spacing: 'Medium', separator: true },
  );
}
