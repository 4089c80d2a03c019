import type { Texts } from '../language/texts.ts';
import type { Deadline } from '../time/deadline.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { group, hint, paragraph, strong } from './text-blocks.ts';

export interface ResultsListEntry {
  readonly broadcastId: string;
  readonly title: Texts;
  readonly deadline: Deadline;
  readonly closed: boolean;
}

export interface ResultsListView {
  /** The latest first. */
  readonly prompts: readonly ResultsListEntry[];
}

const shown = 12;

/** Lists the prompts whose results a lead may see. */
export function resultsListCard({ prompts }: ResultsListView, words: Words): AdaptiveCard {
  const more = prompts.length - shown;
  return cardFrame(words, {
    title: words.t('resultsList.title'),
    body: [
      paragraph(words.t(prompts.length === 0 ? 'resultsList.empty' : 'resultsList.intro'), { spacing: 'Small' }),
      ...prompts.slice(0, shown).map((prompt, index) => row(prompt, index > 0, words)),
      ...(more > 0 ? [hint(words.t('common.more', { count: more }), { spacing: 'Medium' })] : []),
    ],
    actions: [commandButton('broadcast', words)],
  });
}

function row(
  { broadcastId, title, deadline, closed }: ResultsListEntry,
  separator: boolean,
  words: Words,
): CardElement {
  const written = words.of(title);
  return group(
    [
      strong(written, { color: 'Accent', spacing: 'None' }),
      hint(words.t(closed ? 'results.closed' : 'results.open', { deadline: words.deadline(deadline) }), {
        spacing: 'None',
      }),
    ],
    {
      spacing: 'Medium',
      separator,
      selectAction: goButton('results.show', words.t('resultsList.open', { title: written }), { broadcastId }),
    },
  );
}
