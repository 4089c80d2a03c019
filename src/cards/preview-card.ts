import type { Recurrence } from '../broadcasts/broadcast.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { type ScheduleView, scheduleSection } from './schedule-section.ts';
import { aroundStaffCards, type StaffCardsView } from './staff-cards.ts';
import { group, hint, paragraph, strong } from './text-blocks.ts';
import { hasWelsh, welshComplete } from './welsh-texts.ts';

/** What somebody who is to agree to a broadcast sees of it. */
export interface AgreementView extends StaffCardsView {
  /** How often it is asked; once when absent. */
  readonly every?: Recurrence;
  /** How many people it is for, and how many of them a card can reach now. */
  readonly people: number;
  readonly reachable: number;
  /** Says that something changed since they last looked. */
  readonly changed?: string;
  /** The version that is shown, so that no other can be sent by this card. */
  readonly version: string;
}

export interface PreviewView extends AgreementView, ScheduleView {}

/** Shows an author exactly what staff will see, to whom it goes, and asks for confirmation. */
export function previewCard(view: PreviewView, words: Words): AdaptiveCard {
  return aroundStaffCards(view, words, (staffCards) => drawPreview(view, staffCards, words));
}

function drawPreview(view: PreviewView, staffCards: readonly CardElement[], words: Words): AdaptiveCard {
  const { broadcastId, content, people, version } = view;
  const send = goButton(
    'compose.send',
    words.t(view.startsNow ? 'preview.send' : 'schedule.sendLater', { count: people }),
    { broadcastId, people, version },
    { style: 'positive' },
  );
  return cardFrame(words, {
    title: words.t('preview.title'),
    body: [...warnings(view, words), ...reachLines(view, words), scheduleSection(view, words), ...staffCards],
    actions: [
      ...(view.reachable > 0 ? [send] : []),
      goButton('compose.edit', words.t('preview.edit'), { broadcastId }),
      goButton('compose.discard', words.t('preview.discard'), { broadcastId }),
    ],
    speak: `${words.t('preview.title')}: ${words.of(content.title)}. ${words.t('preview.people', { count: people })}`,
  });
}

/** To how many people it goes, how many of them a card reaches, and what is promised to them. */
export function reachLines(view: AgreementView, words: Words): readonly CardElement[] {
  const { people, reachable, content, every } = view;
  const left = people - reachable;
  return [
    strong(words.t('preview.people', { count: people })),
    paragraph(words.t('preview.reachable', { count: reachable }), { spacing: 'None' }),
    ...(left > 0 ? [paragraph(words.t('preview.unreachable', { count: left }), { spacing: 'None' })] : []),
    ...(content.kind === 'prompt' ? [paragraph(words.t(`composeForm.${content.privacy}`), { spacing: 'Small' })] : []),
    ...(every === undefined ? [] : [paragraph(words.t(`series.${every}`), { spacing: 'Small' })]),
    hint(words.t(`preview.locked.${content.kind}`)),
  ];
}

/** What to think of before agreeing. */
export function warnings({ content, reachable, changed }: AgreementView, words: Words): readonly CardElement[] {
  const texts = [
    ...(changed === undefined ? [] : [changed]),
    ...(reachable === 0 ? [words.t('preview.nobody')] : []),
    ...(hasWelsh(content) && !welshComplete(content) ? [words.t('preview.welshMissing')] : []),
  ];
  return texts.map((text) => group([strong(text)], { style: 'warning', spacing: 'Medium' }));
}
