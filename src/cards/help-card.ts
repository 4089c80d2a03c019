import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { type Command, commandButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { group, heading, hint, paragraph, strong } from './text-blocks.ts';

export interface HelpView {
  readonly mayBroadcast: boolean;
}

const forEverybody = ['roadmap', 'waiting', 'answers', 'held'] as const satisfies readonly Command[];
const forLeads = ['broadcast', 'results'] as const satisfies readonly Command[];

/** Lists what a person can do; area leads and the roadmap owner see their own commands too. */
export function helpCard(view: HelpView, words: Words): AdaptiveCard {
  const rows = (list: readonly Command[]) => list.map((command, index) => row(command, index > 0, words));
  const leads = view.mayBroadcast ? [heading(words.t('help.leads'), { spacing: 'Large' }), ...rows(forLeads)] : [];
  return cardFrame(words, {
    title: words.t('help.title'),
    body: [paragraph(words.t('help.intro')), ...rows(forEverybody), ...leads],
  });
}

function row(command: Command, separator: boolean, words: Words): CardElement {
  return group(
    [
      strong(words.t(`command.${command}.title`), { color: 'Accent', spacing: 'None' }),
      paragraph(words.t(`command.${command}.about`), { spacing: 'None' }),
      hint(words.t('help.row', { word: words.t(`command.${command}.word`) }), { spacing: 'None' }),
    ],
    { spacing: 'Medium', separator, selectAction: commandButton(command, words) },
  );
}
