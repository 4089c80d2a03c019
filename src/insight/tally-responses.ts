import { itemTags, type Option, type Question, rowAnswers } from '../broadcasts/question.ts';
import type { AnswerValue, Response } from '../responses/response.ts';
import type { Comment, Counts, GroupTally, QuestionTally } from './tally.ts';

/** Counts what a group of people answered. Answers in either language count alike. */
export function tallyResponses(questions: readonly Question[], responses: readonly Response[]): GroupTally {
  return {
    respondents: responses.length,
    questions: Object.fromEntries(questions.map((question) => [question.id, tallyQuestion(question, responses)])),
  };
}

function tallyQuestion(question: Question, responses: readonly Response[]): QuestionTally {
  switch (question.kind) {
    case 'one-choice': {
      const picked = valuesOf(question.id, 'one-choice', responses).map(({ option }) => option);
      return { kind: question.kind, answered: picked.length, counts: count(idsOf(question.options), picked) };
    }
    case 'several-choices': {
      const picked = valuesOf(question.id, 'several-choices', responses);
      const all = picked.flatMap(({ options }) => options);
      return { kind: question.kind, answered: picked.length, counts: count(idsOf(question.options), all) };
    }
    case 'scale': {
      const values = valuesOf(question.id, 'scale', responses).map(({ value }) => value);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return {
        kind: 'scale',
        answered: values.length,
        counts: count(['1', '2', '3', '4', '5'], values.map(String)),
        ...(values.length === 0 ? {} : { mean }),
      };
    }
    case 'rows': {
      const values = valuesOf(question.id, 'rows', responses);
      const rows = countEach(
        question.rows,
        rowAnswers,
        values.map((each) => each.rows),
      );
      return { kind: 'rows', answered: values.length, rows };
    }
    case 'tagged-items': {
      const values = valuesOf(question.id, 'tagged-items', responses);
      const items = countEach(
        question.items,
        itemTags,
        values.map((each) => each.tags),
      );
      return { kind: 'tagged-items', answered: values.length, items };
    }
    case 'free-text': {
      const comments = responses.flatMap((response): Comment[] => {
        const value = response.answers[question.id];
        return value?.kind === 'free-text' ? [{ personId: response.personId, text: value.text }] : [];
      });
      return { kind: 'free-text', answered: comments.length, comments };
    }
  }
}

function valuesOf<K extends AnswerValue['kind']>(
  questionId: string,
  kind: K,
  responses: readonly Response[],
): Extract<AnswerValue, { kind: K }>[] {
  return responses
    .map((response) => response.answers[questionId])
    .filter((value): value is Extract<AnswerValue, { kind: K }> => value?.kind === kind);
}

function idsOf(options: readonly Option[]): string[] {
  return options.map(({ id }) => id);
}

function count(ids: readonly string[], picked: readonly string[]): Counts {
  const counts = new Map(ids.map((id) => [id, 0]));
  for (const id of picked) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function countEach(
  options: readonly Option[],
  allowed: readonly string[],
  values: readonly Readonly<Record<string, string>>[],
): Readonly<Record<string, Counts>> {
  return Object.fromEntries(
    options.map(({ id }) => [
      id,
      count(
        allowed,
        values.flatMap((value) => (value[id] === undefined ? [] : [value[id]])),
      ),
    ]),
  );
}
