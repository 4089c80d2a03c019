import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { commandButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { group, paragraph, strong } from './text-blocks.ts';

export interface WelcomeView {
  readonly name?: string;
}

/** Greets a person whose area is known: what this is, how often it writes, what happens to answers. */
export function welcomeCard(view: WelcomeView, words: Words): AdaptiveCard {
  const title = view.name === undefined ? words.t('welcome.title') : words.t('welcome.titleNamed', { name: view.name });
  return cardFrame(words, {
    title,
    body: welcomeLines(words),
    actions: [commandButton('roadmap', words), commandButton('waiting', words), commandButton('help', words)],
    speak: `${title}. ${words.t('welcome.what')}`,
  });
}

/** The three things that a new person needs to know. */
export function welcomeLines(words: Words): readonly CardElement[] {
  return (['what', 'howOften', 'answers'] as const).map((line) =>
    group(
      [
        strong(words.t(`welcome.${line}Heading`), { spacing: 'None' }),
        paragraph(words.t(`welcome.${line}`), { spacing: 'Small' }),
      ],
      { spacing: 'Medium' },
    ),
  );
}
