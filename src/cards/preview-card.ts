import type { BroadcastContent, Recurrence } from '../broadcasts/broadcast.ts';
import { type Language, languages } from '../language/texts.ts';
import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { goButton } from './buttons.ts';
import { cardFrame, cardHeader } from './card-frame.ts';
import { cardBytes, largestCard } from './card-size.ts';
import type { Words } from './card-texts.ts';
import { templateQuestions } from './compose-questions.ts';
import { type PromptBodyView, promptBody, promptIntroduction } from './prompt-body.ts';
import { asksStepByStep } from './prompt-steps.ts';
import { type ScheduleView, scheduleSection } from './schedule-section.ts';
import { group, heading, hint, paragraph, strong } from './text-blocks.ts';
import { updateBody } from './update-card.ts';
import { hasWelsh, welshComplete } from './welsh-texts.ts';

export interface PreviewView extends ScheduleView {
  readonly content: BroadcastContent;
  /** Who sends it, as staff will see it, in each language. */
  readonly from: Readonly<Record<Language, string>>;
  readonly minutes: number;
  readonly item?: RoadmapItem;
  /** How often it is asked; once when absent. */
  readonly every?: Recurrence;
  /** How many people it is for, and how many of them a card can reach now. */
  readonly people: number;
  readonly reachable: number;
  /** Says that something changed since the author last looked. */
  readonly changed?: string;
  /** The version of the draft that is shown, so that no other can be sent by this card. */
  readonly version: string;
}

/** Whether the questions are shown with their inputs, or as text. */
type Questions = 'inputs' | 'text';

/**
 * Shows an author exactly what staff will see, to whom it goes, and asks for confirmation. Where a card holds no two
 * languages, it shows the author's own and says so; where not even that, the questions without their inputs.
 */
export function previewCard(view: PreviewView, words: Words): AdaptiveCard {
  const full = previewIn(hasWelsh(view.content) ? languages : ['en'], view, words);
  if (cardBytes(full) <= largestCard) return full;
  const inOne = previewIn([words.language], view, words);
  return cardBytes(inOne) <= largestCard ? inOne : previewIn([words.language], view, words, 'text');
}

function previewIn(
  shown: readonly Language[],
  view: PreviewView,
  words: Words,
  questions: Questions = 'inputs',
): AdaptiveCard {
  const { broadcastId, content, people, version } = view;
  const send = goButton(
    'compose.send',
    words.t(view.startsNow ? 'preview.send' : 'schedule.sendLater', { count: people }),
    { broadcastId, people, version },
    { style: 'positive' },
  );
  return cardFrame(words, {
    title: words.t('preview.title'),
    body: [
      ...warnings(view, words),
      ...reachLines(view, words),
      scheduleSection(view, words),
      ...staffCards(shown, view, words, questions),
    ],
    actions: [
      ...(view.reachable > 0 ? [send] : []),
      goButton('compose.edit', words.t('preview.edit'), { broadcastId }),
      goButton('compose.discard', words.t('preview.discard'), { broadcastId }),
    ],
    speak: `${words.t('preview.title')}: ${words.of(content.title)}. ${words.t('preview.people', { count: people })}`,
  });
}

function reachLines({ people, reachable, content, every }: PreviewView, words: Words): readonly CardElement[] {
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

function warnings({ content, reachable, changed }: PreviewView, words: Words): readonly CardElement[] {
  const texts = [
    ...(changed === undefined ? [] : [changed]),
    ...(reachable === 0 ? [words.t('preview.nobody')] : []),
    ...(hasWelsh(content) && !welshComplete(content) ? [words.t('preview.welshMissing')] : []),
  ];
  return texts.map((text) => group([strong(text)], { style: 'warning', spacing: 'Medium' }));
}

function staffCards(
  shown: readonly Language[],
  view: PreviewView,
  words: Words,
  questions: Questions,
): readonly CardElement[] {
  const leftOut = hasWelsh(view.content) && shown.length === 1;
  const cards = shown.map((language, index) =>
    staffCard(view, words.in(language), words, questions, index === 0 ? {} : { isVisible: false }),
  );
  const toggle: CardAction = {
    type: 'Action.ToggleVisibility',
    title: words.t('preview.toggle'),
    targetElements: shown.map(staffCardId),
  };
  return [
    strong(words.t('preview.below'), { spacing: 'Large' }),
    ...(hasWelsh(view.content) ? [] : [hint(words.t('preview.welshNone'), { spacing: 'None' })]),
    ...(leftOut ? [paragraph(words.t('preview.tooLong'), { spacing: 'Small' })] : []),
    ...(shown.length > 1 ? [{ type: 'ActionSet', spacing: 'Small', actions: [toggle] }] : []),
    ...cards,
  ];
}

/** The card in one language, in a box, with its buttons as text since they must not be pressed here. */
function staffCard(view: PreviewView, shown: Words, words: Words, questions: Questions, extras: object): CardElement {
  const { content, minutes, item } = view;
  const { language } = shown;
  const from = shown.t('common.from', { from: view.from[language] });
  const body =
    content.kind === 'update'
      ? updateBody({ content }, shown)
      : promptPreview({ content, minutes, previewId: staffCardId(language) }, questions, shown);
  const buttons = [
    ...(content.kind === 'prompt' ? [shown.t('prompt.send')] : []),
    ...(item === undefined ? [] : [shown.t('item.about')]),
    ...(content.kind === 'update' ? [shown.t('command.roadmap.title')] : []),
  ];
  return group(
    [
      heading(words.t(language === 'en' ? 'preview.inEnglish' : 'preview.inWelsh'), { spacing: 'None' }),
      group(
        [
          cardHeader(shown, shown.of(content.title), from),
          ...body,
          ...buttons.map((button) => hint(words.t('preview.buttons', { button }), { spacing: 'Medium' })),
        ],
        { style: 'default', spacing: 'Small', lang: language },
      ),
    ],
    { id: staffCardId(language), style: 'emphasis', bleed: true, spacing: 'Medium', ...extras },
  );
}

function promptPreview(prompt: PromptBodyView, questions: Questions, shown: Words): readonly CardElement[] {
  const note = asksStepByStep(prompt.content.questions) ? [hint(shown.t('preview.stepByStep'))] : [];
  return questions === 'inputs'
    ? [...promptBody(prompt, shown), ...note]
    : [...promptIntroduction(prompt, shown), ...templateQuestions(prompt.content.questions, shown), ...note];
}

function staffCardId(language: Language): string {
  return `preview-${language}`;
}
