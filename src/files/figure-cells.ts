import { itemTags, type Option, type Question, rowAnswers, workingPlaces } from '../broadcasts/question.ts';
import type { Words } from '../cards/card-texts.ts';
import { scaleOptions } from '../cards/question-inputs.ts';
import type { BreakdownDimension } from '../insight/results.ts';
import type { Figure, FigureGroup } from '../insight/results-table.ts';
import { languages } from '../language/texts.ts';
import type { AreaList } from '../people/areas.ts';
import { staffRoles } from '../people/person.ts';
import type { Cell, Column } from './sheet.ts';

/** In whose words, and by which names, a file of results says what it says. */
export interface FileTexts {
  readonly words: Words;
  readonly areas: AreaList;
}

/** The same for the questions of one prompt. */
export interface FigureTexts extends FileTexts {
  readonly questions: readonly Question[];
}

const columns = [
  { name: 'what', width: 30 },
  { name: 'area', width: 24 },
  { name: 'by', width: 16 },
  { name: 'value', width: 22 },
  { name: 'closed', width: 26 },
  { name: 'number', width: 10 },
  { name: 'question', width: 50 },
  { name: 'kind', width: 20 },
  { name: 'part', width: 36 },
  { name: 'answer', width: 36 },
  { name: 'count', width: 10 },
  { name: 'share', width: 10, numbers: 'percent' },
  { name: 'answered', width: 16 },
  { name: 'mean', width: 10, numbers: 'decimal' },
  { name: 'spread', width: 12, numbers: 'decimal' },
  { name: 'net', width: 14 },
] as const;

/** The cells of a row of a table of figures, by the name of the column. */
export type FigureRow = Readonly<Partial<Record<(typeof columns)[number]['name'], Cell>>>;

/** The columns of a table of figures, in the order of the cells of {@link figureCells}. */
export function figureColumns(words: Words): readonly Column[] {
  return columns.map(({ name, ...column }) => ({ heading: words.t(`resultsFile.columns.${name}`), ...column }));
}

/** One figure of the results as a row. */
export function figureCells(figure: Figure, texts: FigureTexts): readonly Cell[] {
  const { group, question, part, answer } = figure;
  const { words } = texts;
  return inColumns({
    what: words.t(`resultsFile.what.${levelOf(figure)}`),
    area: areaText(group.area, texts),
    by: group.by && words.t(`resultsFile.by.${group.by.dimension}`),
    value: group.by && valueText(group.by.dimension, group.by.value, words),
    closed: group.closedAt && words.moment(group.closedAt),
    ...questionCells(question, texts),
    part: part && words.of(part.text),
    answer: answer && answerText(question, answer, words),
    count: figure.count,
    share: figure.share,
    answered: figure.answered,
    mean: figure.mean,
    spread: figure.spread,
    net: figure.net,
  });
}

/** The cells of a row in the order of {@link figureColumns}. */
export function inColumns(row: FigureRow): readonly Cell[] {
  return columns.map(({ name }) => row[name]);
}

/** The name of an area, or that of all of them together. */
export function areaText(area: FigureGroup['area'], { areas, words }: FileTexts): string {
  if (area === undefined) return words.t('resultsFile.everybody');
  const known = areas.find(area);
  return known === undefined ? area : words.of(known.name);
}

/** Number, text and kind of a question. */
export function questionCells(
  question: Question | undefined,
  { words, questions }: FigureTexts,
): Readonly<Record<'number' | 'question' | 'kind', Cell>> {
  if (question === undefined) return { number: undefined, question: undefined, kind: undefined };
  return {
    number: questions.findIndex(({ id }) => id === question.id) + 1,
    question: words.of(question.text),
    kind: words.t(`questionKind.${question.kind}`),
  };
}

function levelOf({ question, part, answer }: Figure) {
  if (answer !== undefined) return 'answer';
  if (part !== undefined) return 'part';
  return question === undefined ? 'respondents' : 'question';
}

/** The name of a site is its own. */
function valueText(dimension: BreakdownDimension, value: string, words: Words): string {
  switch (dimension) {
    case 'role': {
      const role = staffRoles.find((each) => each === value);
      return role === undefined ? value : words.t(`role.${role}`);
    }
    case 'place': {
      const place = workingPlaces.find((each) => each === value);
      return place === undefined ? value : words.t(`resultsFile.place.${place}`);
    }
    case 'language': {
      const language = languages.find((each) => each === value);
      return language === undefined ? value : words.t(`language.${language}`);
    }
    case 'site':
      return value;
  }
}

function answerText(question: Question | undefined, answer: string, words: Words): string {
  switch (question?.kind) {
    case 'one-choice':
    case 'several-choices':
      return textOf(question.options, answer, words);
    case 'scale':
      return textOf(scaleOptions(question, words), answer, words);
    case 'rows': {
      const said = rowAnswers.find((each) => each === answer);
      return said === undefined ? answer : words.t(`answer.${said}`);
    }
    case 'tagged-items': {
      const tag = itemTags.find((each) => each === answer);
      return tag === undefined ? answer : words.t(`answer.${tag}`);
    }
    default:
      return answer;
  }
}

function textOf(options: readonly Option[], id: string, words: Words): string {
  const option = options.find((each) => each.id === id);
  return option === undefined ? id : words.of(option.text);
}
