import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { group, heading, paragraph, strong } from './text-blocks.ts';

/** What is wrong, in the person's words, by question or input id. */
export type Problems = Readonly<Record<string, string>>;

/** The summary at the top of a card that came back because something is wrong; nothing when all is well. */
export function problemSummary(problems: Problems | undefined, words: Words): readonly CardElement[] {
  const texts = [...new Set(Object.values(problems ?? {}))];
  if (texts.length === 0) return [];
  return [
    group(
      [
        heading(words.t('common.problemTitle'), { spacing: 'None' }),
        ...texts.map((text) => paragraph(text, { spacing: 'Small' })),
      ],
      { style: 'attention', spacing: 'Medium' },
    ),
  ];
}

/** The problem of one input, shown just above it. */
export function problemLine(problem: string | undefined, words: Words): readonly CardElement[] {
  if (problem === undefined) return [];
  return [strong(words.t('common.problemLine', { text: problem }), { color: 'Attention', spacing: 'Small' })];
}
