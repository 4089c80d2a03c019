import assert from 'node:assert/strict';
import { most } from '../../src/broadcasts/content-problems.ts';
import {
  emptyQuestion,
  movedUp,
  withoutQuestion,
  withQuestion,
  writtenQuestions,
} from '../../src/broadcasts/edit-questions.ts';
import type { Question } from '../../src/broadcasts/question.ts';

const asked = (number: number, en: string): Question => ({
  id: `q${number}`,
  kind: 'free-text',
  text: { en },
  required: false,
  maxLength: 1_000,
});
const three = [asked(1, 'A'), asked(2, 'B'), asked(3, 'C')];
const shown = (questions: readonly Question[]) => questions.map(({ id, text }) => `${id} ${text.en}`);

describe('editing the questions of a prompt', () => {
  it('adds one at the end, up to as many as a prompt may have', () => {
    assert.deepEqual(shown(withQuestion(three, asked(1, 'D'))), ['q1 A', 'q2 B', 'q3 C', 'q4 D']);
    const full = Array.from({ length: most.questions }, (_, index) => asked(index + 1, 'A'));
    assert.deepEqual(withQuestion(full, asked(1, 'D')), full);
  });

  it('takes one out, and leaves an empty one when there was no other', () => {
    assert.deepEqual(shown(withoutQuestion(three, 2)), ['q1 A', 'q2 C']);
    assert.deepEqual(withoutQuestion([asked(1, 'A')], 1), [emptyQuestion(1)]);
    assert.deepEqual(withoutQuestion(three, 9), three);
  });

  it('moves one up; the first stays, and so do all when there is no such question', () => {
    assert.deepEqual(shown(movedUp(three, 3)), ['q1 A', 'q2 C', 'q3 B']);
    assert.deepEqual(shown(movedUp(three, 2)), ['q1 B', 'q2 A', 'q3 C']);
    for (const number of [1, 4]) assert.deepEqual(movedUp(three, number), three);
  });

  it('tells those that are written from those that are empty', () => {
    const choice: Question = {
      ...emptyQuestion(3),
      kind: 'one-choice',
      options: [{ id: 'o1', text: { en: ' Yes ' } }],
    };
    const welsh: Question = { ...asked(4, ''), text: { en: '', cy: 'Pam?' } };
    const written = writtenQuestions([emptyQuestion(1), asked(2, ' '), choice, welsh]);
    assert.deepEqual(
      written.map(({ id, kind }) => [id, kind]),
      [
        ['q1', 'one-choice'],
        ['q2', 'free-text'],
      ],
    );
  });
});
