import type { Texts } from '../language/texts.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { oneLine, plainText } from './plain-text.ts';
import { type Problems, problemSummary } from './problems.ts';
import { paragraph } from './text-blocks.ts';

export interface ComposeStartView {
  /** Ready-made prompts. */
  readonly templates: readonly { readonly id: string; readonly name: Texts }[];
  /** The roadmap items that a broadcast can be about. */
  readonly items: readonly { readonly id: string; readonly title: Texts }[];
  /** By input id. */
  readonly problems?: Problems;
}

/** What the input `kind` holds for a template: this, and the id of the template. */
export const templateKind = 'template:';

/** Asks an author what to send: `kind` is `update`, `prompt` or `template:<id>`; `itemId` is an item's id, if any. */
export function composeStartCard(view: ComposeStartView, words: Words): AdaptiveCard {
  const choice = (title: string, value: string) => ({ title: plainText(oneLine(title)), value });
  const kind: CardElement = {
    type: 'Input.ChoiceSet',
    id: 'kind',
    label: words.t('common.required', { label: words.t('composeStart.kind') }),
    isRequired: true,
    errorMessage: words.t('composeStart.kindMissing'),
    style: 'expanded',
    wrap: true,
    spacing: 'Medium',
    choices: [
      choice(words.t('composeStart.update'), 'update'),
      choice(words.t('composeStart.own'), 'prompt'),
      ...view.templates.map(({ id, name }) =>
        choice(words.t('composeStart.template', { name: words.of(name) }), `${templateKind}${id}`),
      ),
    ],
  };
  const item: CardElement = {
    type: 'Input.ChoiceSet',
    id: 'itemId',
    label: words.t('composeStart.item'),
    placeholder: words.t('composeStart.noItem'),
    spacing: 'Medium',
    choices: view.items.map(({ id, title }) => ({ title: oneLine(words.of(title)), value: id })),
  };
  return cardFrame(words, {
    title: words.t('composeStart.title'),
    body: [...problemSummary(view.problems, words), paragraph(words.t('composeStart.intro')), kind, item],
    actions: [sendButton('compose.form', words.t('composeStart.next'), {}, { style: 'positive' })],
  });
}
