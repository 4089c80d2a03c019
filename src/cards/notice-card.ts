import type { ErrorCode } from '../errors/error-codes.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { type Command, commandButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { TextParams, Words } from './card-texts.ts';
import { group, paragraph, strong } from './text-blocks.ts';

export interface NoticeView {
  readonly title: string;
  readonly text: string;
  /** Attention says in words, not only in colour, that something did not happen. */
  readonly tone: 'plain' | 'attention';
  readonly commands?: readonly Command[];
}

/** A short message: what happened, and what to do next. */
export function noticeCard(view: NoticeView, words: Words): AdaptiveCard {
  const attention = view.tone === 'attention';
  return cardFrame(words, {
    title: view.title,
    body: [
      group(
        [
          ...(attention ? [strong(words.t('common.problemTitle'), { spacing: 'None' })] : []),
          paragraph(view.text, { spacing: attention ? 'Small' : 'None' }),
        ],
        { spacing: 'Medium', style: attention ? 'attention' : 'default' },
      ),
    ],
    actions: (view.commands ?? []).map((command) => commandButton(command, words)),
    speak: `${view.title}. ${view.text}`,
  });
}

/** The notice of a coded error. */
export function errorNotice(code: ErrorCode, facts: TextParams, words: Words): NoticeView {
  return {
    title: words.t(`error.${code}.title`, facts),
    text: words.t(`error.${code}.text`, facts),
    tone: 'attention',
    commands: ['help'],
  };
}

/** The notice of an error that nobody expected: only its reference is told. */
export function unexpectedNotice(reference: string, words: Words): NoticeView {
  return {
    title: words.t('error.Unexpected.title'),
    text: `${words.t('error.Unexpected.text')}\n${words.t('error.Unexpected.reference', { reference })}`,
    tone: 'attention',
    commands: ['help'],
  };
}
