import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { answerHint, countLines, entryLines, factLines, heldSection } from './held-sections.ts';
import type { HeldAnswerView, HeldView } from './held-view.ts';
import { group, hint, paragraph, strong } from './text-blocks.ts';

const named = 8;

/** Says what is held about a person, with the ways to get it and to have it erased. `note` is what just happened. */
export function heldCard(view: HeldView, words: Words, note?: string): AdaptiveCard {
  const { entry, answers, anonymous, months, contact } = view;
  return cardFrame(words, {
    title: words.t('held.title'),
    body: [
      ...(note === undefined ? [] : [group([paragraph(note)], { style: 'good', spacing: 'Medium' })]),
      paragraph(words.t('held.intro'), { spacing: 'Medium' }),
      heldSection(words.t('held.entryTitle'), words.t('held.entryWhy'), [factLines(entryLines(entry, words))]),
      heldSection(
        words.t('held.answersTitle'),
        words.t(answers.length === 0 ? 'held.answersNone' : 'held.answersWhy'),
        listed(answers, (answer) => answerRow(answer, words), words),
      ),
      ...(anonymous.length === 0
        ? []
        : [
            heldSection(
              words.t('held.anonymousTitle'),
              words.t('held.anonymousWhy'),
              listed(anonymous, (title) => strong(words.of(title), { spacing: 'Small' }), words),
            ),
          ]),
      heldSection(words.t('held.sentTitle'), words.t('held.sentWhy'), [factLines(countLines(view, words))]),
      heldSection(words.t('held.keptTitle'), words.t('held.kept', { count: months }), [
        paragraph(words.t('held.ask', { contact }), { spacing: 'Small' }),
      ]),
    ],
    actions: [
      goButton('held.export', words.t('held.asFile'), { as: 'file' }),
      goButton('held.export', words.t('held.asText'), { as: 'text' }),
      goButton('held.erase-ask', words.t('held.erase'), {}),
    ],
  });
}

function answerRow(answer: HeldAnswerView, words: Words): CardElement {
  const lines = [
    strong(words.of(answer.title), { spacing: 'None' }),
    hint(answerHint(answer, words), { spacing: 'None' }),
  ];
  return group(lines, { spacing: 'Small' });
}

function listed<Item>(items: readonly Item[], row: (item: Item) => CardElement, words: Words): readonly CardElement[] {
  const more = items.length - named;
  return [
    ...items.slice(0, named).map(row),
    ...(more > 0 ? [hint(words.t('common.more', { count: more }), { spacing: 'Small' })] : []),
  ];
}
