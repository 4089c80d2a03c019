import type { TextDoubt } from '../responses/text-doubts.ts';
import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { group, paragraph, strong } from './text-blocks.ts';

/** What was found in written answers that should perhaps not be sent, by question id. */
export type Doubts = Readonly<Record<string, readonly TextDoubt[]>>;

/** Says beside a question what was found in the answer; nothing where nothing was. */
export function doubtWarning(doubts: readonly TextDoubt[] | undefined, words: Words): readonly CardElement[] {
  if (doubts === undefined || doubts.length === 0) return [];
  return [
    group(
      [
        strong(words.t('doubt.title'), { spacing: 'None' }),
        ...doubts.map((doubt) => paragraph(words.t(`doubt.${doubt}`), { spacing: 'Small' })),
        paragraph(words.t('doubt.advice'), { spacing: 'Small' }),
      ],
      { style: 'warning', spacing: 'Small' },
    ),
  ];
}
