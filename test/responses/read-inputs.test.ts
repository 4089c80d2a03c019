import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Option, Question } from '../../src/broadcasts/question.ts';
import { readInputs } from '../../src/responses/read-inputs.ts';
import type { Answers, AnswerValue } from '../../src/responses/response.ts';

const options: readonly Option[] = ['a', 'b', 'c'].map((id) => ({ id, text: { en: id } }));
const text = { en: 'Which?' };

function questionsOf(required: boolean): readonly Question[] {
  return [
    { id: 'q1', kind: 'one-choice', text, required, options },
    { id: 'q2', kind: 'several-choices', text, required, options },
    { id: 'q3', kind: 'scale', text, required, lowest: text, highest: text },
    { id: 'q4', kind: 'rows', text, required, rows: options.slice(0, 2) },
    { id: 'q5', kind: 'free-text', text, required, maxLength: 10 },
    { id: 'q6', kind: 'tagged-items', text, required, items: options },
  ];
}

const required = questionsOf(true);
const optional = questionsOf(false);

const whole = {
  q1: 'a',
  q2: 'c,a',
  q3: '3',
  'q4.a': 'yes',
  'q4.b': 'partly',
  q5: ' ten chars ',
  'q6.b': 'both',
};

const understood: Answers = {
  q1: { kind: 'one-choice', option: 'a' },
  q2: { kind: 'several-choices', options: ['a', 'c'] },
  q3: { kind: 'scale', value: 3 },
  q4: { kind: 'rows', rows: { a: 'yes', b: 'partly' } },
  q5: { kind: 'free-text', text: 'ten chars' },
  q6: { kind: 'tagged-items', tags: { b: 'both' } },
};

/** The inputs with which a card shows an answer again. */
function inputsOf(answers: Answers): Record<string, string> {
  const each = (id: string, value: AnswerValue): [string, string][] => {
    switch (value.kind) {
      case 'one-choice':
        return [[id, value.option]];
      case 'several-choices':
        return [[id, value.options.join(',')]];
      case 'scale':
        return [[id, String(value.value)]];
      case 'free-text':
        return [[id, value.text]];
      case 'rows':
        return Object.entries(value.rows).map(([row, answer]) => [`${id}.${row}`, answer]);
      case 'tagged-items':
        return Object.entries(value.tags).map(([item, tag]) => [`${id}.${item}`, tag]);
    }
  };
  return Object.fromEntries(Object.entries(answers).flatMap(([id, value]) => each(id, value)));
}

describe('reading the inputs of a card', () => {
  it('reads all kinds of answers, the picked ones in the order in which they were offered', () => {
    assert.deepEqual(readInputs(required, whole), { answers: understood, problems: {} });
  });

  it('takes a scale that arrives as a number', () => {
    assert.deepEqual(readInputs(required, { ...whole, q3: 3 }), { answers: understood, problems: {} });
  });

  it('ignores what belongs to no question', () => {
    const inputs = { ...whole, q7: 'x', 'q4.c': 'yes', 'q6.d': 'both', broadcastId: 'x' };
    assert.deepEqual(readInputs(required, inputs), { answers: understood, problems: {} });
  });

  for (const nothing of [undefined, null, '', '  \n']) {
    it(`takes ${JSON.stringify(nothing)} for no answer, which only a required question minds`, () => {
      const inputs = Object.fromEntries([...Object.keys(whole), 'q6.a', 'q6.c'].map((name) => [name, nothing]));
      assert.deepEqual(readInputs(optional, inputs), { answers: {}, problems: {} });
      const missing = Object.fromEntries(required.map(({ id }) => [id, 'missing']));
      assert.deepEqual(readInputs(required, inputs), { answers: {}, problems: missing });
    });
  }

  for (const [inputs, problem, kept] of [
    [{ q1: 'd' }, { q1: 'unknown-option' }, undefined],
    [{ q1: 'A' }, { q1: 'unknown-option' }, undefined],
    [{ q1: 'a,b' }, { q1: 'unknown-option' }, undefined],
    [{ q1: 1 }, { q1: 'not-understood' }, undefined],
    [{ q1: { a: true } }, { q1: 'not-understood' }, undefined],
    [{ q2: 'a,d,b' }, { q2: 'unknown-option' }, { kind: 'several-choices', options: ['a', 'b'] }],
    [{ q2: 'd' }, { q2: 'unknown-option' }, undefined],
    [{ q2: ['a'] }, { q2: 'not-understood' }, undefined],
    [{ q3: '0' }, { q3: 'unknown-option' }, undefined],
    [{ q3: '6' }, { q3: 'unknown-option' }, undefined],
    [{ q3: 2.5 }, { q3: 'unknown-option' }, undefined],
    [{ q3: '3 ' }, { q3: 'unknown-option' }, undefined],
    [{ q3: true }, { q3: 'not-understood' }, undefined],
    [{ 'q4.b': 'maybe' }, { q4: 'unknown-option' }, { kind: 'rows', rows: { a: 'yes' } }],
    [{ 'q4.b': null }, { q4: 'missing' }, { kind: 'rows', rows: { a: 'yes' } }],
    [{ 'q4.b': 1 }, { q4: 'not-understood' }, { kind: 'rows', rows: { a: 'yes' } }],
    [{ q5: 'eleven chars' }, { q5: 'too-long' }, { kind: 'free-text', text: 'eleven chars' }],
    [{ q5: 'x'.repeat(9_999) }, { q5: 'too-long' }, { kind: 'free-text', text: 'x'.repeat(4_000) }],
    [{ q5: 7 }, { q5: 'not-understood' }, undefined],
    [{ 'q6.a': 'dull' }, { q6: 'unknown-option' }, { kind: 'tagged-items', tags: { b: 'both' } }],
  ] as const) {
    const [[id = ''] = []] = [Object.keys(problem)];
    it(`finds ${Object.values(problem)[0]} in ${JSON.stringify(inputs).slice(0, 40)}, and keeps what it understood`, () => {
      const reading = readInputs(required, { ...whole, ...inputs });
      assert.deepEqual(reading.problems, problem);
      const { [id]: _changed, ...others } = understood;
      assert.deepEqual(reading.answers, kept === undefined ? others : { ...others, [id]: kept });
    });
  }

  it('lets rows of an optional question stay empty', () => {
    const { answers, problems } = readInputs(optional, { 'q4.a': 'no' });
    assert.deepEqual({ answers, problems }, { answers: { q4: { kind: 'rows', rows: { a: 'no' } } }, problems: {} });
  });

  it('throws at no input whatever, and reads again what it has read', () => {
    const names = [...Object.keys(whole), 'q6.a', '__proto__', 'constructor'];
    const some = fc.oneof(fc.constantFrom(...Object.values(whole), 'a,b', 'no', 'x'.repeat(11)), fc.anything());
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), some), (inputs) => {
        const { answers, problems } = readInputs(optional, inputs);
        if (Object.keys(problems).length > 0) return;
        assert.deepEqual(readInputs(optional, inputsOf(answers)), { answers, problems: {} });
      }),
    );
  });
});
