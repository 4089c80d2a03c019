import type { Option, Question } from '../broadcasts/question.ts';
import type { Answers, AnswerValue } from '../responses/response.ts';
import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { shortened } from './plain-text.ts';
import { group, hint, paragraph } from './text-blocks.ts';

/** What a person answered, question by question; written answers are cut at `textLength` characters. */
export function answerSummary(
  questions: readonly Question[],
  answers: Answers,
  words: Words,
  textLength = Number.POSITIVE_INFINITY,
): readonly CardElement[] {
  return questions.map((question) =>
    group(
      [
        hint(words.of(question.text), { spacing: 'None' }),
        ...answerLines(question, answers[question.id], words).map((line) =>
          paragraph(shortened(line, textLength), { spacing: 'None' }),
        ),
      ],
      { spacing: 'Medium' },
    ),
  );
}

/** One answer in words, a line for each row or item. */
export function answerLines(question: Question, value: AnswerValue | undefined, words: Words): readonly string[] {
  const lines = value === undefined ? [] : linesOf(question, value, words);
  return lines.length === 0 ? [words.t('answer.notAnswered')] : lines;
}

function linesOf(question: Question, value: AnswerValue, words: Words): readonly string[] {
  if (question.kind === 'one-choice' && value.kind === 'one-choice') {
    return textsOf(question.options, [value.option], words);
  }
  if (question.kind === 'several-choices' && value.kind === 'several-choices') {
    return textsOf(question.options, value.options, words);
  }
  if (question.kind === 'scale' && value.kind === 'scale') {
    const label = { 1: question.lowest, 5: question.highest }[value.value];
    return label === undefined
      ? [words.t('answer.of5', { value: value.value })]
      : [words.t('answer.of5Labelled', { value: value.value, label: words.of(label) })];
  }
  if (question.kind === 'rows' && value.kind === 'rows') {
    return pairs(question.rows, value.rows, words);
  }
  if (question.kind === 'tagged-items' && value.kind === 'tagged-items') {
    return pairs(question.items, value.tags, words);
  }
  return value.kind === 'free-text' ? [value.text] : [];
}

function textsOf(options: readonly Option[], ids: readonly string[], words: Words): readonly string[] {
  return options.filter(({ id }) => ids.includes(id)).map(({ text }) => words.of(text));
}

function pairs(
  options: readonly Option[],
  values: Readonly<Record<string, 'yes' | 'partly' | 'no' | 'exciting' | 'problematic' | 'both'>>,
  words: Words,
): readonly string[] {
  return options.flatMap(({ id, text }) => {
    const value = values[id];
    return value === undefined
      ? []
      : [words.t('answer.row', { row: words.of(text), answer: words.t(`answer.${value}`) })];
  });
}
