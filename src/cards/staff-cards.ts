import type { BroadcastContent } from '../broadcasts/broadcast.ts';
import { type Language, languages } from '../language/texts.ts';
import type { RoadmapItem } from '../roadmap/roadmap-item.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { cardHeader } from './card-frame.ts';
import { cardBytes, largestCard } from './card-size.ts';
import type { Words } from './card-texts.ts';
import { templateQuestions } from './compose-questions.ts';
import { type PromptBodyView, promptBody, promptIntroduction } from './prompt-body.ts';
import { asksStepByStep } from './prompt-steps.ts';
import { group, heading, hint, paragraph, strong } from './text-blocks.ts';
import { updateBody } from './update-card.ts';
import { hasWelsh } from './welsh-texts.ts';

/** What staff will see, to somebody who is to agree to it. */
export interface StaffCardsView {
  readonly content: BroadcastContent;
  /** Who sends it, as staff will see it, in each language. */
  readonly from: Readonly<Record<Language, string>>;
  readonly minutes: number;
  readonly item?: RoadmapItem;
}

/** Whether the questions are shown with their inputs, or as text. */
type Questions = 'inputs' | 'text';

/**
 * Draws a card around what staff will see, in both languages where it holds them, otherwise in the reader's own, and
 * says so; where not even that fits, with the questions as text.
 */
export function aroundStaffCards(
  view: StaffCardsView,
  words: Words,
  draw: (staffCards: readonly CardElement[]) => AdaptiveCard,
): AdaptiveCard {
  const drawn = (shown: readonly Language[], questions: Questions) => draw(staffCards(shown, view, words, questions));
  const full = drawn(hasWelsh(view.content) ? languages : ['en'], 'inputs');
  if (cardBytes(full) <= largestCard) return full;
  const inOne = drawn([words.language], 'inputs');
  return cardBytes(inOne) <= largestCard ? inOne : drawn([words.language], 'text');
}

function staffCards(
  shown: readonly Language[],
  view: StaffCardsView,
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
function staffCard(
  view: StaffCardsView,
  shown: Words,
  words: Words,
  questions: Questions,
  extras: object,
): CardElement {
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
