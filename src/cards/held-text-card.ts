import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { answerSummary } from './answer-summary.ts';
import { goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import { firstThatFit, largestCard } from './card-size.ts';
import type { Words } from './card-texts.ts';
import { answerHint, countLines, entryLines, factLines, heldSection } from './held-sections.ts';
import type { HeldAnswerView, HeldView } from './held-view.ts';
import { group, heading, hint, paragraph, strong } from './text-blocks.ts';

/** What is held about a person in full, for where no file can be had; as much of it as a card takes. */
export function heldTextCard(view: HeldView, words: Words): AdaptiveCard {
  const sections = [
    heldSection(words.t('held.entryTitle'), words.t('held.entryWhy'), [factLines(entryLines(view.entry, words))]),
    heldSection(words.t('held.sentTitle'), words.t('held.sentWhy'), [factLines(countLines(view, words))]),
    ...(view.anonymous.length === 0
      ? []
      : [
          heldSection(
            words.t('held.anonymousTitle'),
            words.t('held.anonymousWhy'),
            view.anonymous.map((title) => strong(words.of(title), { spacing: 'Small' })),
          ),
        ]),
    ...view.answers.map((answer) => answerSection(answer, words)),
  ];
  const shown = firstThatFit(sections, (largestCard * 3) / 4);
  const more = sections.length - shown.length;
  return cardFrame(words, {
    title: words.t('held.textTitle'),
    body: [
      paragraph(words.t('held.intro'), { spacing: 'Medium' }),
      ...shown,
      ...(more > 0 ? [hint(words.t('held.moreInFile'), { spacing: 'Medium' })] : []),
    ],
    actions: [goButton('held.show', words.t('held.back'), {})],
  });
}

function answerSection(answer: HeldAnswerView, words: Words): CardElement {
  const { title, questions, answers, gone } = answer;
  return group(
    [
      heading(words.of(title), { spacing: 'None' }),
      hint(answerHint(answer, words), { spacing: 'None' }),
      ...(gone !== undefined ? [] : answerSummary(questions, answers, words)),
    ],
    { spacing: 'Large', separator: true },
  );
}
