import {
  type Audience,
  type BroadcastContent,
  type PromptContent,
  privacyPromises,
  type Recurrence,
  recurrences,
} from '../broadcasts/broadcast.ts';
import { longest } from '../broadcasts/content-problems.ts';
import type { Area } from '../people/areas.ts';
import type { CardElement } from './adaptive-card.ts';
import type { TextKey, Words } from './card-texts.ts';
import { oneLine } from './plain-text.ts';
import { type Problems, problemLine } from './problems.ts';
import { group, heading, hint } from './text-blocks.ts';

/** A longer list of areas is folded away. */
const shortList = 5;

interface Offered {
  readonly audience: Audience;
  readonly areas: readonly Area[];
  readonly mayAll: boolean;
  readonly problems?: Problems;
}

/** Who it is for: area slugs joined with commas, or `all`. */
export function audienceInput({ audience, areas, mayAll, problems }: Offered, words: Words): CardElement {
  const value = audience.areas === 'all' ? 'all' : audience.areas.join(',');
  return withProblem('audience', problems, words, {
    type: 'Input.ChoiceSet',
    id: 'audience',
    label: required('composeForm.audience', words),
    isRequired: true,
    errorMessage: words.t('composeForm.audienceMissing'),
    style: areas.length > shortList ? 'compact' : 'expanded',
    wrap: true,
    isMultiSelect: true,
    choices: [
      ...(mayAll ? [{ title: words.t('composeForm.everybody'), value: 'all' }] : []),
      ...areas.map(({ slug, name }) => ({ title: oneLine(words.of(name)), value: slug })),
    ],
    ...(value === '' ? {} : { value }),
  });
}

/** Title and text in both languages. */
export function writtenInputs(
  { title, body }: BroadcastContent,
  problems: Problems | undefined,
  welshRequired: boolean,
  words: Words,
): readonly CardElement[] {
  const welshLabel = (key: TextKey) => (welshRequired ? required(key, words) : words.t(key));
  const section = (name: TextKey, items: readonly CardElement[]) =>
    group([heading(words.t(name), { spacing: 'None' }), ...items], { spacing: 'Large', separator: true });
  return [
    section('composeForm.english', [
      withProblem('title.en', problems, words, {
        ...titleInput('title.en', required('composeForm.titleEn', words), title.en),
        isRequired: true,
        errorMessage: words.t('composeForm.titleMissing'),
      }),
      withProblem('body.en', problems, words, {
        ...bodyInput('body.en', required('composeForm.bodyEn', words), body.en),
        isRequired: true,
        errorMessage: words.t('composeForm.bodyMissing'),
      }),
    ]),
    section('composeForm.welsh', [
      hint(words.t(welshRequired ? 'composeForm.welshRequired' : 'composeForm.welshOptional')),
      withProblem('title.cy', problems, words, titleInput('title.cy', welshLabel('composeForm.titleCy'), title.cy)),
      withProblem('body.cy', problems, words, bodyInput('body.cy', welshLabel('composeForm.bodyCy'), body.cy)),
    ]),
  ];
}

/** Which promise is made to those who answer. */
export function privacyInput(content: PromptContent, problems: Problems | undefined, words: Words): CardElement {
  return withProblem('privacy', problems, words, {
    type: 'Input.ChoiceSet',
    id: 'privacy',
    label: required('composeForm.privacy', words),
    isRequired: true,
    errorMessage: words.t('composeForm.privacyMissing'),
    style: 'expanded',
    wrap: true,
    value: content.privacy,
    choices: privacyPromises.map((promise) => ({ title: words.t(`composeForm.${promise}`), value: promise })),
  });
}

/** The last day and time to answer, in London time. */
export function deadlineInputs(
  { deadline }: Pick<PromptContent, 'deadline'>,
  problems: Problems | undefined,
  words: Words,
): readonly CardElement[] {
  return [
    withProblem('deadline.date', problems, words, {
      type: 'Input.Date',
      id: 'deadline.date',
      label: required('composeForm.deadlineDate', words),
      isRequired: true,
      errorMessage: words.t('composeForm.dateMissing'),
      value: deadline.date,
    }),
    withProblem('deadline.time', problems, words, {
      type: 'Input.Time',
      id: 'deadline.time',
      label: required('composeForm.deadlineTime', words),
      isRequired: true,
      errorMessage: words.t('composeForm.timeMissing'),
      value: deadline.time,
    }),
  ];
}

/** How often it is asked: `once`, or again and again. */
export function recurrenceInput(every: Recurrence | undefined, words: Words): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: 'every',
    label: words.t('composeForm.every'),
    value: every ?? 'once',
    choices: (['once', ...recurrences] as const).map((value) => ({
      title: words.t(`composeForm.repeats.${value}`),
      value,
    })),
    spacing: 'Medium',
  };
}

/** An input with its problem above it. */
export function withProblem(id: string, problems: Problems | undefined, words: Words, input: CardElement): CardElement {
  const problem = problemLine(problems?.[id], words);
  return problem.length === 0 ? { ...input, spacing: 'Medium' } : group([...problem, input], { spacing: 'Medium' });
}

function required(key: TextKey, words: Words): string {
  return words.t('common.required', { label: words.t(key) });
}

function titleInput(id: string, label: string, value: string | undefined): CardElement {
  return { type: 'Input.Text', id, label, maxLength: longest.title, ...(value ? { value: oneLine(value) } : {}) };
}

function bodyInput(id: string, label: string, value: string | undefined): CardElement {
  return { type: 'Input.Text', id, label, isMultiline: true, maxLength: longest.body, ...(value ? { value } : {}) };
}
