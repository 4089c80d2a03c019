import type { Question } from '../broadcasts/question.ts';
import type { Words } from '../cards/card-texts.ts';
import { scaleOptions } from '../cards/question-inputs.ts';
import type { Figure, FigureGroup } from '../insight/results-table.ts';
import { languages } from '../language/texts.ts';
import type { AreaList } from '../people/areas.ts';
import { staffRoles } from '../people/person.ts';
import { workingPlaces } from '../broadcasts/question.ts';
import type { Cell, Column } from './sheet.ts';

export interface FigureTexts {
  readonly words: Words;
  readonly areas: AreaList;
  readonly questions: readonly Question[];
}

/** The columns of a table of figures, in the order of the cells of {@link figureCells}. */
export function figureColumns(words: Words): readonly Column[] {
  const column = (name: Parameters<typeof heading>[0], width: number, more: Partial<Column> = {}): Column => ({
    heading: heading(name, words),
    width,
    ...more,
  });
  return [
    column('what', 30),
    column('area', 24),
    column('by', 16),
    column('value', 22),
    column('closed', 26),
    column('number', 10),
    column('question', 50),
    column('kind', 20),
    column('part', 36),
    column('answer', 36),
    column('count', 10),
    column('share', 10, { numbers: 'percent' }),
    column('answered', 16),
    column('mean', 10, { numbers: 'decimal' }),
    column('spread', 12, { numbers: 'decimal' }),
    column('net', 14),
  ];
}

/** One figure of the results as a row. */
export function figureCells(figure: Figure, texts: FigureTexts): readonly Cell[] {
  const { group, part, answer, count, share, answered, mean, spread, net } = figure;
  const { words } = texts;
  return [
    words.t(`resultsFile.what.${levelOf(figure)}`),
    ...groupCells(group, texts),
    ...questionCells(figure.question, texts),
    part === undefined ? undefined : words.of(part.text),
    answer === undefined ? undefined : answerText(figure.question, answer, words),
    count,
    share,
    answered,
    mean,
    spread,
    net,
  ];
}

/** The name of an area, or that of all of them together. */
export function areaText(area: FigureGroup['area'], { areas, words }: Pick<FigureTexts, 'areas' | 'words'>): string {
  if (area === undefined) return words.t('resultsFile.everybody');
  const known = areas.find(area);
  return known === undefined ? area : words.of(known.name);
}

/** Number, text and kind of a question. */
export function questionCells(question: Question | undefined, { words, questions }: FigureTexts): readonly Cell[] {
  if (question === undefined) return [undefined, undefined, undefined];
  const number = questions.findIndex(({ id }) => id === question.id) + 1;
  return [number, words.of(question.text), words.t(`questionKind.${question.kind}`)];
}

function heading(name: Exclude<ColumnName, 'name' | 'comment'>, words: Words): string {
  return words.t(`resultsFile.columns.${name}`);
}

function levelOf({ question, part, answer }: Figure) {
  if (answer !== undefined) return 'answer';
  if (part !== undefined) return 'part';
  return question === undefined ? 'respondents' : 'question';
}

function groupCells({ area, by, closedAt }: FigureGroup, texts: FigureTexts): readonly Cell[] {
  const { words } = texts;
  return [
    areaText(area, texts),
    by === undefined ? undefined : words.t(`resultsFile.by.${by.dimension}`),
    by === undefined ? undefined : valueText(by.value, words),
    closedAt === undefined ? undefined : words.moment(closedAt),
  ];
}
