import type { Results, ShownGroup } from '../insight/results.ts';
import { smallestGroup } from '../insight/smallest-group.ts';
import type { AreaList, AreaSlug } from '../people/areas.ts';
import { resultsFormats } from '../people/person.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { asManyAsFit } from './as-many-as-fit.ts';
import { commandButton, goButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import type { Names } from './comment-box.ts';
import { comparison, overTime } from './comparison.ts';
import { figuresNote } from './figures-note.ts';
import { questionResults } from './question-results.ts';
import { areaName, type ComparedBy, resultsFilter } from './results-filter.ts';
import { group, heading, paragraph, strong } from './text-blocks.ts';

export interface ResultsView {
  readonly results: Results;
  readonly areas: AreaList;
  /** The one area to show; every area together when absent. */
  readonly area?: AreaSlug;
  /** By what the groups of those shown are compared; they are shown together when absent. */
  readonly by?: ComparedBy;
  /** Who wrote which comment, by person id; only for a named prompt. */
  readonly names?: Names;
  /** What just happened. */
  readonly note?: string;
}

/** Shows what people answered, in sentences and charts, and which areas are too small to show. */
export function resultsCard(view: ResultsView, words: Words): AdaptiveCard {
  const { results } = view;
  const area = chosenArea(view);
  const title = words.t('results.title', { title: words.of(results.prompt.title) });
  const people = words.t('results.people', {
    asked: words.number(results.asked),
    reached: words.number(results.reached),
  });
  return cardFrame(words, {
    title,
    subtitle: words.t(results.closed ? 'results.closed' : 'results.open', {
      deadline: words.deadline(results.prompt.deadline),
    }),
    body: [
      ...(view.note === undefined ? [] : [group([paragraph(view.note)], { style: 'good', spacing: 'Medium' })]),
      paragraph(people),
      ...figuresNote(results.figures, words),
      ...scopeLine(view, area, words),
      ...groupResults(shownGroup(view, area), area, view, words),
      ...byArea(view, words),
    ],
    actions: [
      ...resultsFilter(view, shownGroup(view, area), words),
      ...commentsButton(view, area, words),
      commandButton('results', words, words.t('results.others')),
      ...fileButtons(view, area, words),
    ],
    speak: `${title}. ${people}`,
  });
}

/** The area asked for; for a lead of one area, who is not shown the total, that area. */
function chosenArea({ results, area }: ResultsView): AreaSlug | undefined {
  const [only] = results.areas;
  return area ?? (results.everyArea || results.areas.length !== 1 ? undefined : only?.area);
}

function shownGroup({ results }: ResultsView, area: AreaSlug | undefined): ShownGroup {
  if (area === undefined) return results.total;
  return results.areas.find((each) => each.area === area)?.group ?? { shown: false };
}

function scopeLine({ results, areas }: ResultsView, area: AreaSlug | undefined, words: Words): readonly CardElement[] {
  if (area !== undefined) return [strong(words.t('results.area', { area: areaName(areas, area, words) }))];
  return results.areas.length > 1 && results.everyArea ? [strong(words.t('results.everyArea'))] : [];
}

function groupResults(
  shown: ShownGroup,
  area: AreaSlug | undefined,
  { results, names, by }: ResultsView,
  words: Words,
): readonly CardElement[] {
  if (!shown.shown) {
    const text = hiddenText(area, results, words);
    return [group([paragraph(text)], { style: 'emphasis', spacing: 'Medium' })];
  }
  const { respondents, questions } = shown.tally;
  const { questions: asked } = results.prompt;
  const rate = area === undefined ? results.responseRate : undefined;
  const answered = [
    paragraph(words.t('results.respondents', { count: respondents }), { spacing: 'Small' }),
    ...(rate === undefined
      ? []
      : [paragraph(words.t('results.rate', { percent: words.percent(rate) }), { spacing: 'None' })]),
  ];
  if (by === 'time') return [...answered, ...overTime(results.trend, shown.tally, asked, words)];
  const breakdown = shown.by.find(({ dimension }) => dimension === by);
  if (breakdown !== undefined) return [...answered, ...comparison(breakdown, asked, words)];
  const sections = asked.flatMap((question) => {
    const tally = questions[question.id];
    const comments = results.comments[question.id];
    return tally === undefined ? [] : [questionResults({ question, tally, comments, names }, words)];
  });
  return [...answered, ...asManyAsFit(sections, words)];
}

function hiddenText(area: AreaSlug | undefined, { everyArea }: Results, words: Words): string {
  if (area !== undefined) return words.t('results.hiddenArea');
  return everyArea ? words.t('results.hidden', { count: smallestGroup }) : words.t('results.chooseArea');
}

function byArea({ results, areas }: ResultsView, words: Words): readonly CardElement[] {
  if (results.areas.length < 2) return [];
  const rows = results.areas.map(({ area, group: of }) => areaRow(areaName(areas, area, words), of, words));
  const sentence = words.t('results.areasAsked', {
    count: results.areas.length,
    shown: words.number(results.areasShown),
    small: words.number(results.areasTooSmall),
  });
  return [
    group(
      [
        heading(words.t('results.areasHeading'), { spacing: 'None' }),
        paragraph(sentence, { spacing: 'Small' }),
        ...rows,
      ],
      { spacing: 'Large', separator: true },
    ),
  ];
}

function areaRow(name: string, of: ShownGroup, words: Words): CardElement {
  const text = of.shown
    ? words.t('results.areaAnswered', { count: of.tally.respondents })
    : words.t('results.areaTooSmall');
  return {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: 'stretch', items: [paragraph(name, { spacing: 'None' })] },
      {
        type: 'Column',
        width: 'auto',
        items: [paragraph(text, { isSubtle: !of.shown, horizontalAlignment: 'Right', spacing: 'None' })],
      },
    ],
  };
}

/** What is shown is offered in the chat as a file as well. */
function fileButtons(
  { results: { broadcastId }, by }: ResultsView,
  area: AreaSlug | undefined,
  words: Words,
): readonly CardAction[] {
  const seen = { ...(area === undefined ? {} : { area }), ...(by === undefined ? {} : { by }) };
  return resultsFormats.map((as) =>
    goButton('results.file', words.t(`results.as.${as}`), { broadcastId, as, ...seen }, { mode: 'secondary' }),
  );
}

function commentsButton(
  { results: { broadcastId, prompt } }: ResultsView,
  area: AreaSlug | undefined,
  words: Words,
): readonly CardAction[] {
  const first = prompt.questions.find(({ kind }) => kind === 'free-text');
  if (first === undefined) return [];
  const data = { broadcastId, question: first.id, ...(area === undefined ? {} : { area }) };
  return [goButton('results.comments', words.t('results.comments'), data)];
}
