import { languages } from '../language/texts.ts';
import type { AreaList } from '../people/areas.ts';
import { staffRoles } from '../people/person.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { TextKey, Words } from './card-texts.ts';
import { problemSummary } from './problems.ts';
import { group, paragraph } from './text-blocks.ts';

export interface IntroduceView {
  readonly areas: AreaList;
  /** What was chosen before, when the card comes back with a problem. */
  readonly area?: string;
  readonly role?: string;
  /** By input id. */
  readonly problems?: Readonly<Record<string, string>>;
}

/** Asks a person whom the directory does not know for area, language and role, in both languages at once. */
export function introduceCard(view: IntroduceView, words: Words): AdaptiveCard {
  const other = words.in(words.language === 'en' ? 'cy' : 'en');
  const both = (key: TextKey) => `${words.t(key)} / ${other.t(key)}`;
  const bothNames = (first: string, second: string) => (first === second ? first : `${first} / ${second}`);
  const bothRequired = (key: TextKey) =>
    `${words.t('common.required', { label: words.t(key) })} / ${other.t('common.required', { label: other.t(key) })}`;
  const inputs: readonly CardElement[] = [
    {
      type: 'Input.ChoiceSet',
      id: 'area',
      label: bothRequired('introduce.area'),
      isRequired: true,
      errorMessage: both('introduce.areaMissing'),
      placeholder: both('common.choose'),
      spacing: 'Medium',
      choices: view.areas.all.map(({ slug, name }) => ({
        title: bothNames(words.of(name), other.of(name)),
        value: slug,
      })),
      ...(view.area === undefined ? {} : { value: view.area }),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'language',
      label: bothRequired('introduce.language'),
      isRequired: true,
      errorMessage: both('introduce.languageMissing'),
      style: 'expanded',
      value: words.language,
      choices: languages.map((language) => ({ title: words.t(`language.${language}`), value: language })),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'role',
      label: both('introduce.role'),
      placeholder: both('common.choose'),
      choices: staffRoles.map((role) => ({ title: both(`role.${role}`), value: role })),
      ...(view.role === undefined ? {} : { value: view.role }),
    },
  ];
  return cardFrame(words, {
    title: both('introduce.title'),
    body: [
      ...problemSummary(view.problems, words),
      shortWelcome(words),
      shortWelcome(other, { separator: true, lang: other.language }),
      group(inputs, { spacing: 'Large', separator: true }),
    ],
    actions: [sendButton('person.introduce', both('introduce.send'), {}, { style: 'positive' })],
  });
}

function shortWelcome(words: Words, extras: Readonly<Record<string, unknown>> = {}): CardElement {
  const lines = (['welcome.what', 'welcome.howOften', 'welcome.answers', 'introduce.ask'] as const).map((key) =>
    paragraph(words.t(key), { spacing: 'Small' }),
  );
  return group(lines, { spacing: 'Medium', ...extras });
}
