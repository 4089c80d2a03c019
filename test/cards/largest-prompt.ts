import assert from 'node:assert/strict';
import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { longest, most } from '../../src/broadcasts/content-problems.ts';
import { longestAnswer, type Question, type QuestionKind } from '../../src/broadcasts/question.ts';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import { cardBytes, largestCard } from '../../src/cards/card-size.ts';
import type { AnswerValue } from '../../src/responses/response.ts';
import { deadline } from './example-contents.ts';

/** A text of this many characters, in Welsh of letters that take more bytes. */
export const text = (length: number) => ({ en: 'e'.repeat(length), cy: 'ŵ'.repeat(length) });
/** As many choices as a question may have, each as long as may be. */
export const options = Array.from({ length: most.options }, (_, index) => ({
  id: `o${index + 1}`,
  text: text(longest.option),
}));

/** A prompt with these questions whose title and text are as long as may be. */
export function longPrompt(questions: readonly Question[]): PromptContent {
  const written = { title: text(longest.title), body: text(longest.body) };
  return { kind: 'prompt', ...written, privacy: 'confidential', questions, deadline };
}

export function largestQuestion(kind: QuestionKind, number: number): Question {
  const asked = { id: `q${number}`, text: text(longest.question), required: true };
  switch (kind) {
    case 'one-choice':
    case 'several-choices':
      return { ...asked, kind, options };
    case 'scale':
      return { ...asked, kind, lowest: text(longest.option), highest: text(longest.option) };
    case 'rows':
      return { ...asked, kind, rows: options };
    case 'tagged-items':
      return { ...asked, kind, items: options };
    case 'free-text':
      return { ...asked, kind, maxLength: longestAnswer };
  }
}

export function largestAnswer({ kind }: Question): AnswerValue {
  const forEach = <T>(value: T) => Object.fromEntries(options.map(({ id }) => [id, value]));
  switch (kind) {
    case 'one-choice':
      return { kind, option: 'o1' };
    case 'several-choices':
      return { kind, options: options.map(({ id }) => id) };
    case 'scale':
      return { kind, value: 5 };
    case 'rows':
      return { kind, rows: forEach('partly' as const) };
    case 'tagged-items':
      return { kind, tags: forEach('both' as const) };
    case 'free-text':
      return { kind, text: 'w'.repeat(longestAnswer) };
  }
}

export function assertFits(card: AdaptiveCard): void {
  assert.ok(cardBytes(card) < largestCard, `${Math.round(cardBytes(card) / 1024)} KB`);
}
