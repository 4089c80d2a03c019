import type { BankQuestion } from '../broadcasts/question-bank.ts';
import type { CardAction } from './adaptive-card.ts';
import { sendButton } from './buttons.ts';
import type { Words } from './card-texts.ts';
import { oneLine } from './plain-text.ts';

export interface BankView {
  readonly broadcastId: string;
  readonly bank: readonly BankQuestion[];
}

/** A button that unfolds the questions of the bank, of which the author takes one. */
export function bankButton({ broadcastId, bank }: BankView, words: Words): CardAction {
  const choices = bank.map(({ id, heading, question }) => ({
    title: oneLine(words.t('composeForm.bankLine', { heading: words.of(heading), question: words.of(question.text) })),
    value: id,
  }));
  return {
    type: 'Action.ShowCard',
    title: words.t('composeForm.bank'),
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      lang: words.language,
      body: [
        {
          type: 'Input.ChoiceSet',
          id: 'bank',
          label: words.t('composeForm.bankChoose'),
          placeholder: words.t('common.choose'),
          wrap: true,
          choices,
        },
      ],
      actions: [sendButton('compose.add-from-bank', words.t('composeForm.bankAdd'), { broadcastId })],
    },
  };
}
