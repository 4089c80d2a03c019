import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Question } from '../broadcasts/question.ts';
import type { SharedResults } from '../insight/shared-results.ts';
import { smallestGroup } from '../insight/smallest-group.ts';
import type { QuestionTally } from '../insight/tally.ts';
import type { Answers } from '../responses/response.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { answerLines } from './answer-summary.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import { cardBytes, firstThatFit } from './card-size.ts';
import type { Words } from './card-texts.ts';
import { shortened } from './plain-text.ts';
import { cardData } from './prompt-view.ts';
import { questionFigures } from './question-figures.ts';
import { group, heading, hint, paragraph, strong } from './text-blocks.ts';

export interface SharedResultsView {
  readonly broadcastId: string;
  readonly content: PromptContent;
  readonly results: Exclude<SharedResults, { kind: 'not-yet' }>;
  /** What the person answered; absent where only the card in which they answered leads to it. */
  readonly answers?: Answers;
  /** The key of that card, where the prompt is anonymous. */
  readonly key?: string;
  /** Whether it was opened from another card, to which there is a way back. */
  readonly opened?: boolean;
}

/** In bytes. It goes to everybody who answered, most of whom read it on a phone. */
const largest = 28 * 1024;

/** Of what the person wrote, in characters. */
const ownTextLength = 300;

/** Tells somebody who answered what everybody said, with their own answer beside it. */
export function sharedResultsCard(view: SharedResultsView, words: Words): AdaptiveCard {
  const { results } = view;
  if (results.kind === 'too-few') {
    const text = words.t('sharedResults.tooFew', { count: smallestGroup });
    return frame(view, [paragraph(text)], text, words);
  }
  const { respondents, reached } = results;
  const people = words.t('sharedResults.people', {
    count: respondents,
    reached: words.number(Math.max(reached, respondents)),
  });
  const before = [
    paragraph(people),
    paragraph(words.t('sharedResults.thanks'), { spacing: 'Small' }),
    ...(view.answers === undefined ? [elsewhere(words)] : []),
  ];
  const drawn = frame(view, [...before, ...sections(view, results.questions, true, words)], people, words);
  if (cardBytes(drawn) < largest) return drawn;
  const inWords = sections(view, results.questions, false, words);
  const left = largest - cardBytes(frame(view, [...before, more(inWords.length, words)], people, words));
  const shown = firstThatFit(inWords, left);
  const missing = inWords.length - shown.length;
  const rest = missing > 0 ? [more(missing, words)] : [];
  return frame(view, [...before, ...shown, ...rest], people, words);
}

/** Opens what came of a prompt, from a card of somebody who answered it. */
export function resultsButton(view: Pick<SharedResultsView, 'broadcastId' | 'key'>, words: Words): CardAction {
  return goButton('prompt.results', words.t('sharedResults.button'), cardData(view));
}

/** What that button is called, for the sentences that point to it. */
export function resultsButtonName(words: Words): { readonly button: string } {
  return { button: words.t('sharedResults.button') };
}

function frame(view: SharedResultsView, body: readonly CardElement[], speak: string, words: Words): AdaptiveCard {
  const title = words.t('sharedResults.title');
  return cardFrame(words, {
    title,
    subtitle: words.of(view.content.title),
    body,
    actions: actions(view, words),
    speak: `${title}. ${speak}`,
  });
}

function actions(view: SharedResultsView, words: Words): readonly CardAction[] {
  if (view.opened !== true) return [commandButton('waiting', words), commandButton('roadmap', words)];
  return [goButton('prompt.show', words.t('sharedResults.back'), cardData(view)), commandButton('waiting', words)];
}

function elsewhere(words: Words): CardElement {
  const text = words.t('sharedResults.elsewhere', resultsButtonName(words));
  return group([paragraph(text, { spacing: 'None' })], { style: 'emphasis', spacing: 'Medium' });
}

function more(count: number, words: Words): CardElement {
  return hint(words.t('common.more', { count }), { spacing: 'Medium' });
}

function sections(
  { content, answers }: SharedResultsView,
  tallies: Readonly<Record<string, QuestionTally>>,
  charts: boolean,
  words: Words,
): readonly CardElement[] {
  return content.questions.map((question) =>
    group(
      [
        heading(words.of(question.text), { spacing: 'None' }),
        ...figures(question, tallies[question.id], charts, words),
        ...(answers === undefined ? [] : [ownAnswer(question, answers, words)]),
      ],
      { spacing: 'Large', separator: true },
    ),
  );
}

/** The words beside a chart say all that it shows, so a client that draws no charts needs nothing in its place. */
function figures(
  question: Question,
  tally: QuestionTally | undefined,
  charts: boolean,
  words: Words,
): readonly CardElement[] {
  if (tally === undefined) return [paragraph(words.t('sharedResults.tooFewHere'), { spacing: 'Small' })];
  const count = tally.answered;
  if (tally.kind === 'free-text') return [paragraph(words.t('sharedResults.written', { count }), { spacing: 'Small' })];
  return [
    paragraph(words.t('results.answered', { count }), { spacing: 'Small' }),
    ...questionFigures(question, withoutSpread(tally), words).flatMap((element) => {
      if (!element.type.startsWith('Chart.')) return [element];
      return charts ? [{ ...element, fallback: 'drop' }] : [];
    }),
  ];
}

/** The average says enough to somebody who does not study figures. */
function withoutSpread(tally: QuestionTally): QuestionTally {
  if (tally.kind !== 'scale') return tally;
  const { spread: _, ...plain } = tally;
  return plain;
}

function ownAnswer(question: Question, answers: Answers, words: Words): CardElement {
  const lines = answerLines(question, answers[question.id], words);
  return group(
    [
      strong(words.t('sharedResults.you'), { spacing: 'None' }),
      ...lines.map((line) => paragraph(shortened(line, ownTextLength), { spacing: 'None' })),
    ],
    { style: 'good', spacing: 'Small' },
  );
}
