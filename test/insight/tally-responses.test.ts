import assert from 'node:assert/strict';
import type { Option, Question } from '../../src/broadcasts/question.ts';
import { tallyResponses } from '../../src/insight/tally-responses.ts';
import type { AnswerValue, Response } from '../../src/responses/response.ts';

const options: readonly Option[] = ['a', 'b', 'c'].map((id) => ({ id, text: { en: id.toUpperCase() } }));
const base = { id: 'q1', text: { en: 'Which?' }, required: false };

function responsesOf(values: readonly (AnswerValue | undefined)[], questionId = 'q1'): readonly Response[] {
  return values.map((value, index) => ({
    broadcastId: '01JD3E9R6Y0000000000000000',
    personId: `person-${index}`,
    answers: value === undefined ? {} : { [questionId]: value },
    revision: 1,
    area: 'wessex',
    language: index % 2 === 0 ? 'en' : 'cy',
    answeredAt: '2026-11-23T09:00:00.000Z',
  }));
}

function tally(question: Question, values: readonly (AnswerValue | undefined)[]) {
  return tallyResponses([question], responsesOf(values)).questions.q1;
}

describe('tallying responses', () => {
  it('counts one choice, options that nobody picked with zero, and those who left it empty not at all', () => {
    const picked = (option: string) => ({ kind: 'one-choice', option }) as const;
    const question = { ...base, kind: 'one-choice', options } as const;
    assert.deepEqual(tally(question, [picked('a'), picked('c'), undefined, picked('a')]), {
      kind: 'one-choice',
      answered: 3,
      counts: { a: 2, b: 0, c: 1 },
    });
  });

  it('counts several choices by people, not by ticks', () => {
    const picked = (...of: string[]) => ({ kind: 'several-choices', options: of }) as const;
    const question = { ...base, kind: 'several-choices', options } as const;
    assert.deepEqual(tally(question, [picked('a', 'b'), picked('b')]), {
      kind: 'several-choices',
      answered: 2,
      counts: { a: 1, b: 2, c: 0 },
    });
  });

  it('counts a scale with its mean', () => {
    const question = { ...base, kind: 'scale', lowest: { en: 'Bad' }, highest: { en: 'Good' } } as const;
    const value = (of: number) => ({ kind: 'scale', value: of }) as const;
    assert.deepEqual(tally(question, [value(5), value(4), value(4), undefined]), {
      kind: 'scale',
      answered: 3,
      counts: { 1: 0, 2: 0, 3: 0, 4: 2, 5: 1 },
      mean: 13 / 3,
    });
    assert.deepEqual(tally(question, [undefined]), {
      kind: 'scale',
      answered: 0,
      counts: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
    });
  });

  it('counts each row apart, whoever left out some', () => {
    const question = { ...base, kind: 'rows', rows: options.slice(0, 2) } as const;
    const values: readonly AnswerValue[] = [
      { kind: 'rows', rows: { a: 'yes', b: 'no' } },
      { kind: 'rows', rows: { a: 'partly' } },
    ];
    assert.deepEqual(tally(question, values), {
      kind: 'rows',
      answered: 2,
      rows: { a: { yes: 1, partly: 1, no: 0 }, b: { yes: 0, partly: 0, no: 1 } },
    });
  });

  it('counts the tags of each item', () => {
    const question = { ...base, kind: 'tagged-items', items: options.slice(0, 2) } as const;
    const values: readonly AnswerValue[] = [
      { kind: 'tagged-items', tags: { a: 'both' } },
      { kind: 'tagged-items', tags: { a: 'exciting' } },
    ];
    assert.deepEqual(tally(question, values), {
      kind: 'tagged-items',
      answered: 2,
      items: { a: { exciting: 1, problematic: 0, both: 1 }, b: { exciting: 0, problematic: 0, both: 0 } },
    });
  });

  it('keeps each comment with its author', () => {
    const question = { ...base, kind: 'free-text', maxLength: 100 } as const;
    assert.deepEqual(tally(question, [undefined, { kind: 'free-text', text: 'Why not?' }]), {
      kind: 'free-text',
      answered: 1,
      comments: [{ personId: 'person-1', text: 'Why not?' }],
    });
  });

  it('counts everybody who responded, and has every question even when nobody answered it', () => {
    const question: Question = { ...base, kind: 'one-choice', options };
    const group = tallyResponses(
      [question, { ...question, id: 'q2' }],
      responsesOf([{ kind: 'one-choice', option: 'a' }]),
    );
    assert.equal(group.respondents, 1);
    assert.deepEqual(group.questions.q2, { kind: 'one-choice', answered: 0, counts: { a: 0, b: 0, c: 0 } });
  });

  it('leaves out an answer of another kind than its question', () => {
    const question: Question = { ...base, kind: 'one-choice', options };
    assert.deepEqual(tally(question, [{ kind: 'free-text', text: 'a' }]), {
      kind: 'one-choice',
      answered: 0,
      counts: { a: 0, b: 0, c: 0 },
    });
  });
});
