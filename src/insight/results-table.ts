import { itemTags, type Option, type Question, rowAnswers } from '../broadcasts/question.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { BreakdownDimension, Results, ShownGroup } from './results.ts';
import type { Counts, GroupTally, QuestionTally } from './tally.ts';

/** The people whom a figure is of: everybody or one area, or those of either who have one thing more in common. */
export interface FigureGroup {
  /** Absent for everybody. */
  readonly area?: AreaSlug;
  readonly by?: { readonly dimension: BreakdownDimension; readonly value: string };
  /** When the earlier prompt of the series closed that the figure is of, ISO 8601; absent for the prompt itself. */
  readonly closedAt?: string;
}

/**
 * One line of the results as a table. From the outside inwards it is about a group, a question, a row or an item of the
 * question, and an answer; each figure stands in the line that it is of.
 */
export interface Figure {
  readonly group: FigureGroup;
  readonly question?: Question;
  /** The row or the item of the question. */
  readonly part?: Option;
  /** The id of an option, a value of a scale from 1 to 5, or what was said of a row or an item. */
  readonly answer?: string;
  /** People: who answered at all, or gave this answer. */
  readonly count?: number;
  /** Of those who answered the question, or of those reached who answered at all: 0 to 1. */
  readonly share?: number;
  /** Who answered the question, or said something of the row or item; 0 means nobody, or too few to show. */
  readonly answered?: number;
  /** Of a scale, with the standard deviation. */
  readonly mean?: number;
  readonly spread?: number;
  /** Of an item: how many find it only exciting, less those who find it only problematic. */
  readonly net?: number;
}

export interface ResultsTable {
  /** Of the largest groups that the reader may see: everybody, or else each of their areas. */
  readonly largest: readonly Figure[];
  /** Of everything that is told apart within them. */
  readonly within: readonly Figure[];
  /** Of the earlier prompts of the series. */
  readonly earlier: readonly Figure[];
}

/** All figures that results show, and no other: what is too small to show is not in it. */
export function resultsTable(results: Results): ResultsTable {
  const { questions } = results.prompt;
  const { everyArea, total, areas, responseRate, area } = results;
  const rate = responseRate === undefined ? {} : { share: responseRate };
  const ofTotal = figuresOf(questions, {}, total, rate);
  const ofAreas = areas.flatMap((each) => figuresOf(questions, { area: each.area }, each.group));
  const broken = [
    ...brokenDown(questions, {}, total),
    ...areas.flatMap((each) => brokenDown(questions, { area: each.area }, each.group)),
  ];
  const trendOf = area === undefined ? {} : { area };
  return {
    largest: everyArea ? ofTotal : ofAreas,
    within: everyArea ? [...ofAreas, ...broken] : broken,
    earlier: results.trend.flatMap(({ closedAt, tally }) => tallyFigures(questions, { ...trendOf, closedAt }, tally)),
  };
}

type OfRespondents = Pick<Figure, 'share'>;

function figuresOf(
  questions: readonly Question[],
  group: FigureGroup,
  shown: ShownGroup,
  rate: OfRespondents = {},
): readonly Figure[] {
  return shown.shown ? tallyFigures(questions, group, shown.tally, rate) : [];
}

function brokenDown(questions: readonly Question[], group: FigureGroup, shown: ShownGroup): readonly Figure[] {
  if (!shown.shown) return [];
  return shown.by.flatMap(({ dimension, groups }) =>
    groups.flatMap(({ value, tally }) => tallyFigures(questions, { ...group, by: { dimension, value } }, tally)),
  );
}

function tallyFigures(
  questions: readonly Question[],
  group: FigureGroup,
  tally: GroupTally,
  rate: OfRespondents = {},
): readonly Figure[] {
  return [
    { group, count: tally.respondents, ...rate },
    ...questions.flatMap((question) => {
      const of = tally.questions[question.id];
      return of === undefined ? [] : questionFigures({ group, question }, of);
    }),
  ];
}

type About = Required<Pick<Figure, 'group' | 'question'>>;

function questionFigures(about: About, tally: QuestionTally): readonly Figure[] {
  const { question } = about;
  const { answered } = tally;
  if (answered === 0) return [{ ...about, answered }];
  switch (tally.kind) {
    case 'free-text':
      return [{ ...about, answered }];
    case 'one-choice':
    case 'several-choices':
      return [{ ...about, answered }, ...answerFigures(about, optionIds(question), tally.counts, answered)];
    case 'scale': {
      const { mean, spread, counts } = tally;
      const summary = { ...about, answered, ...(mean === undefined ? {} : { mean }) };
      return [
        spread === undefined ? summary : { ...summary, spread },
        ...answerFigures(about, ['1', '2', '3', '4', '5'], counts, answered),
      ];
    }
    case 'rows': {
      const rows = question.kind === 'rows' ? question.rows : [];
      return [
        { ...about, answered },
        ...rows.flatMap((row) => partFigures({ ...about, part: row }, rowAnswers, tally.rows[row.id])),
      ];
    }
    case 'tagged-items': {
      const items = question.kind === 'tagged-items' ? question.items : [];
      return [
        { ...about, answered },
        ...items.flatMap((item) =>
          partFigures({ ...about, part: item }, itemTags, tally.items[item.id], tally.net[item.id]),
        ),
      ];
    }
  }
}

/** Not everybody who answered a question said something of each row or item, so their shares are of those who did. */
function partFigures(
  about: About & Required<Pick<Figure, 'part'>>,
  answers: readonly string[],
  counts: Counts = {},
  net?: number,
): readonly Figure[] {
  const answered = answers.reduce((sum, answer) => sum + (counts[answer] ?? 0), 0);
  return [
    { ...about, answered, ...(net === undefined ? {} : { net }) },
    ...(answered === 0 ? [] : answerFigures(about, answers, counts, answered)),
  ];
}

function answerFigures(
  about: Pick<Figure, 'group' | 'question' | 'part'>,
  answers: readonly string[],
  counts: Counts,
  answered: number,
): readonly Figure[] {
  return answers.map((answer) => {
    const count = counts[answer] ?? 0;
    return { ...about, answer, count, share: count / answered };
  });
}

function optionIds(question: Question): readonly string[] {
  return question.kind === 'one-choice' || question.kind === 'several-choices'
    ? question.options.map(({ id }) => id)
    : [];
}
