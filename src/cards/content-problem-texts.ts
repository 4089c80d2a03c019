import { type ContentProblem, type ContentProblems, longest, most } from '../broadcasts/content-problems.ts';
import type { Words } from './card-texts.ts';
import type { Problems } from './problems.ts';

/** What to mend in a draft, by the field that it concerns. */
export function contentProblemTexts(problems: ContentProblems, words: Words): Problems {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, contentProblemText(field, problem, words)]),
  );
}

function contentProblemText(field: string, problem: ContentProblem, words: Words): string {
  return words.t(`contentProblem.${problem}`, {
    longest: words.number(longestOf(field)),
    questions: words.number(most.questions),
    options: words.number(most.options),
  });
}

function longestOf(field: string): number {
  if (field.startsWith('title.')) return longest.title;
  if (field.startsWith('body.')) return longest.body;
  return field.includes('.options.') ? longest.option : longest.question;
}

/** What the form calls a field, for a summary that stands apart from it. */
export function fieldName(field: string, words: Words): string {
  const named = {
    'title.en': 'contentProblem.fields.titleEn',
    'title.cy': 'contentProblem.fields.titleCy',
    'body.en': 'contentProblem.fields.bodyEn',
    'body.cy': 'contentProblem.fields.bodyCy',
    audience: 'contentProblem.fields.audience',
    questions: 'contentProblem.fields.questions',
    bank: 'contentProblem.fields.bank',
    'deadline.date': 'contentProblem.fields.date',
    'deadline.time': 'contentProblem.fields.time',
  } as const;
  const ofQuestion = {
    'text.en': 'contentProblem.fields.questionEn',
    'text.cy': 'contentProblem.fields.questionCy',
    'options.en': 'contentProblem.fields.optionsEn',
    'options.cy': 'contentProblem.fields.optionsCy',
  } as const;
  const [, number, part] = /^q(\d+)\.(.+)$/.exec(field) ?? [];
  const key = isKeyOf(named, field) ? named[field] : undefined;
  if (key !== undefined) return words.t(key);
  if (number !== undefined && part !== undefined && isKeyOf(ofQuestion, part)) {
    return words.t(ofQuestion[part], { number });
  }
  return field;
}

function isKeyOf<T extends object>(record: T, key: string): key is keyof T & string {
  return Object.hasOwn(record, key);
}
