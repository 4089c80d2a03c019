import { itemTags, type Option, type Question, rowAnswers } from '../broadcasts/question.ts';
import type { AnswerValue } from '../responses/response.ts';

/** What a question's answers are counted by: options, values of a scale, or a row or item with what was said of it. */
export function countKeys(question: Question): readonly string[] {
  switch (question.kind) {
    case 'one-choice':
    case 'several-choices':
      return question.options.map(({ id }) => id);
    case 'scale':
      return ['1', '2', '3', '4', '5'];
    case 'rows':
      return pairs(question.rows, rowAnswers);
    case 'tagged-items':
      return pairs(question.items, itemTags);
    case 'free-text':
      return [];
  }
}

/** The keys under which an answer counts one each. */
export function keysOf(value: AnswerValue): readonly string[] {
  switch (value.kind) {
    case 'one-choice':
      return [value.option];
    case 'several-choices':
      return [...new Set(value.options)];
    case 'scale':
      return [String(value.value)];
    case 'rows':
      return Object.entries(value.rows).map(([row, answer]) => pairKey(row, answer));
    case 'tagged-items':
      return Object.entries(value.tags).map(([item, tag]) => pairKey(item, tag));
    case 'free-text':
      return [];
  }
}

/** The key of a row or an item together with what was said of it. */
export function pairKey(id: string, said: string): string {
  return `${id}.${said}`;
}

function pairs(options: readonly Option[], said: readonly string[]): readonly string[] {
  return options.flatMap(({ id }) => said.map((each) => pairKey(id, each)));
}
