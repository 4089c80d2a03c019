import { longestRefusal } from '../broadcasts/broadcast.ts';
import type { CardAction } from './adaptive-card.ts';
import { goButton, sendButton } from './buttons.ts';
import type { Words } from './card-texts.ts';

/** What is to be approved: exactly this version, for exactly so many people. */
export interface ToApprove {
  readonly broadcastId: string;
  readonly version: string;
  readonly people: number;
}

/** The input of the reason for which a broadcast is sent back. */
export const refusalInput = 'because';

/** The button with which a roadmap owner approves, naming how many people get it. */
export function approveButton({ broadcastId, version, people }: ToApprove, words: Words): CardAction {
  const title = words.t('approval.approve', { count: people });
  return goButton('approval.approve', title, { broadcastId, version, people }, { style: 'positive' });
}

/** The button that opens the question what the author should change, and only there sends it back. */
export function sendBackButton({ broadcastId }: Pick<ToApprove, 'broadcastId'>, words: Words): CardAction {
  const reason = {
    type: 'Input.Text',
    id: refusalInput,
    label: words.t('common.required', { label: words.t('approval.reason') }),
    isRequired: true,
    errorMessage: words.t('error.RefusalReasonMissing.title'),
    isMultiline: true,
    maxLength: longestRefusal,
  };
  return {
    type: 'Action.ShowCard',
    title: words.t('approval.sendBack'),
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      lang: words.language,
      body: [reason],
      actions: [sendButton('approval.send-back', words.t('approval.sendBackToAuthor'), { broadcastId })],
    },
  };
}
