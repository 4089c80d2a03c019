import { smallestGroup } from '../insight/smallest-group.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import type { HeldView } from './held-view.ts';
import { group, heading, labelled, paragraph } from './text-blocks.ts';

type EraseView = Pick<HeldView, 'entry' | 'answers' | 'anonymous' | 'months'>;

/** Asks whether a person's answers shall be erased: what goes, and what stays and why. */
export function eraseCard(view: EraseView, words: Words): AdaptiveCard {
  return cardFrame(words, {
    title: words.t('erase.title'),
    body: [
      heading(words.t('erase.goes'), { spacing: 'Medium' }),
      ...going(view, words),
      heading(words.t('erase.stays'), { spacing: 'Large' }),
      ...staying(view, words),
      group([paragraph(words.t('erase.sure'))], { style: 'attention', spacing: 'Medium' }),
    ],
    actions: [
      goButton('held.erase', words.t('erase.now'), { sure: true }, { style: 'destructive' }),
      goButton('held.show', words.t('erase.keep'), {}),
    ],
  });
}

/** Says what was erased. */
export function erasedCard(answers: number, words: Words): AdaptiveCard {
  const text = words.t('erase.doneText', { number: words.number(answers) });
  return cardFrame(words, {
    title: words.t('erase.done'),
    body: [group([paragraph(text)], { style: 'good', spacing: 'Medium' })],
    actions: [commandButton('held', words), commandButton('help', words)],
    speak: `${words.t('erase.done')}. ${text}`,
  });
}

function going({ entry, answers }: EraseView, words: Words): readonly CardElement[] {
  const standing = answers.filter(({ gone }) => gone !== 'erased');
  return [
    line(words.t('erase.answers', { number: words.number(standing.length) }), words.t('erase.answersText')),
    ...(entry.workingTime === undefined ? [] : [line(words.t('erase.time'), words.t('erase.timeText'))]),
    ...(entry.language === 'en' ? [] : [line(words.t('erase.language'), words.t('erase.languageText'))]),
  ];
}

function staying({ anonymous, months }: EraseView, words: Words): readonly CardElement[] {
  return [
    ...(anonymous.length === 0 ? [] : [line(words.t('erase.anonymous'), words.t('erase.anonymousText'))]),
    line(words.t('erase.sums'), words.t('erase.sumsText', { number: words.number(smallestGroup) })),
    line(words.t('erase.entry'), words.t('erase.entryText')),
    line(words.t('erase.sent'), words.t('erase.sentText', { count: months })),
  ];
}

function line(label: string, text: string): CardElement {
  return labelled(label, text, { spacing: 'Small' });
}
