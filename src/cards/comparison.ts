import { type Question, workingPlaces } from '../broadcasts/question.ts';
import type { Breakdown, TrendPoint } from '../insight/results.ts';
import type { GroupTally } from '../insight/tally.ts';
import { languages } from '../language/texts.ts';
import { staffRoles } from '../people/person.ts';
import type { CardElement } from './adaptive-card.ts';
import { asManyAsFit } from './as-many-as-fit.ts';
import type { Words } from './card-texts.ts';
import { questionLine } from './question-line.ts';
import { group, heading, hint, labelled, strong } from './text-blocks.ts';

interface Compared {
  readonly name: string;
  readonly tally: GroupTally;
}

/** What each group of people answered to each question, a line a group, the largest group first. */
export function comparison(breakdown: Breakdown, questions: readonly Question[], words: Words): readonly CardElement[] {
  const { dimension, groups } = breakdown;
  const named = groups.map(({ value, tally }) => ({ name: groupName(dimension, value, words), tally }));
  return [
    strong(words.t('results.comparing', { dimension: words.t(`resultsFile.by.${dimension}`) })),
    hint(words.t('results.comparingNote')),
    ...lines(named, questions, words),
  ];
}

/** What people answered each time that the questions of a series were asked, the oldest first. */
export function overTime(
  earlier: readonly TrendPoint[],
  now: GroupTally,
  questions: readonly Question[],
  words: Words,
): readonly CardElement[] {
  const times = earlier.map(({ closedAt, tally }) => ({ name: words.moment(closedAt), tally }));
  const named = [...times, { name: words.t('results.thisTime'), tally: now }];
  return [strong(words.t('resultsFile.sheets.earlier')), ...lines(named, questions, words)];
}

function lines(groups: readonly Compared[], questions: readonly Question[], words: Words): readonly CardElement[] {
  const sections = questions.map((question) =>
    group(
      [
        heading(words.of(question.text), { spacing: 'None' }),
        ...groups.flatMap(({ name, tally: { questions: tallies } }) => {
          const tally = tallies[question.id];
          if (tally === undefined) return [];
          const label = words.t('results.groupName', { group: name, number: words.number(tally.answered) });
          return [labelled(label, questionLine(question, tally, words), { spacing: 'Small' })];
        }),
      ],
      { spacing: 'Large', separator: true },
    ),
  );
  return asManyAsFit(sections, words);
}

/** What a group of people is called. */
export function groupName(dimension: Breakdown['dimension'], value: string, words: Words): string {
  if (dimension === 'role' && isOneOf(value, staffRoles)) return words.t(`role.${value}`);
  if (dimension === 'place' && isOneOf(value, workingPlaces)) return words.t(`resultsFile.place.${value}`);
  if (dimension === 'language' && isOneOf(value, languages)) return words.t(`language.${value}`);
  return value;
}

function isOneOf<T extends string>(value: string, known: readonly T[]): value is T {
  return known.some((each) => each === value);
}
