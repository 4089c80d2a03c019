import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { groupByOutcome, groupHeading } from './outcome-groups.ts';
import { group, heading, hint, paragraph, strong } from './text-blocks.ts';

export interface RoadmapView {
  readonly items: readonly RoadmapItem[];
}

/** The roadmap by quarter of outcome; each item opens its own card. */
export function roadmapCard(view: RoadmapView, words: Words): AdaptiveCard {
  const empty = view.items.length === 0;
  return cardFrame(words, {
    title: words.t('roadmap.title'),
    body: [
      paragraph(words.t(empty ? 'roadmap.empty' : 'roadmap.intro'), { spacing: 'Small' }),
      ...groupByOutcome(view.items).map(({ when, items }) =>
        group([heading(groupHeading(when, words), { spacing: 'None' }), ...items.map((item) => row(item, words))], {
          spacing: 'Large',
          separator: true,
        }),
      ),
    ],
    actions: [commandButton('waiting', words), commandButton('help', words)],
  });
}

function row(item: RoadmapItem, words: Words): CardElement {
  const title = words.of(item.title);
  return group(
    [
      strong(title, { color: 'Accent', spacing: 'None' }),
      hint(
        words.t('roadmap.line', { kind: words.t(`kind.${item.kind}`), maturity: words.t(`maturity.${item.maturity}`) }),
        { spacing: 'None' },
      ),
    ],
    {
      spacing: 'Medium',
      selectAction: goButton('roadmap.item', words.t('roadmap.open', { title }), { itemId: item.id }),
    },
  );
}
