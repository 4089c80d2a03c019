import assert from 'node:assert/strict';
import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { type ContentProblems, findContentProblems, longest, most } from '../../src/broadcasts/content-problems.ts';
import type { Question } from '../../src/broadcasts/question.ts';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import { listAreas } from '../../src/people/areas.ts';

const now = new Date('2026-11-23T09:00:00Z');
const deadline = { date: '2026-12-10', time: '17:00', zone: 'Europe/London' } as const;
const both = (text: string) => ({ en: text, cy: `${text} (cy)` });
const optionsOf = (...texts: string[]) => texts.map((text, index) => ({ id: `o${index + 1}`, text: both(text) }));

const choice = {
  id: 'q1',
  kind: 'one-choice',
  text: both('Which?'),
  required: true,
  options: optionsOf('A', 'B'),
} as const;
const good: PromptContent = {
  kind: 'prompt',
  title: both('Title'),
  body: both('Text'),
  privacy: 'named',
  questions: [choice],
  deadline,
};

function problemsOf(changes: Partial<PromptContent>, areas: readonly string[] | 'all' = ['wessex']): ContentProblems {
  return findContentProblems({ ...good, ...changes }, { areas }, listAreas(), now);
}

const ofQuestion = (question: Question, areas: readonly string[] | 'all' = ['wessex']) =>
  problemsOf({ questions: [question] }, areas);

describe('the problems of a broadcast', () => {
  it('are none in one that is complete, for any audience', () => {
    assert.deepEqual(problemsOf({}), {});
    assert.deepEqual(problemsOf({}, 'all'), {});
    const update = { kind: 'update', title: { en: 'Title' }, body: { en: 'Text' } } as const;
    assert.deepEqual(findContentProblems(update, { areas: ['hq'] }, listAreas(), now), {});
  });

  for (const { id, title, body, questions } of listTemplates()) {
    it(`are none in the template ${id}, for everybody`, () => {
      assert.deepEqual(problemsOf({ title, body, questions, template: id }, 'all'), {});
    });
  }

  for (const [what, changes, problems] of [
    ['blank English', { title: { en: ' \n', cy: 'Teitl' } }, { 'title.en': 'missing' }],
    [
      'a long title',
      { title: both('x'.repeat(longest.title + 1)) },
      { 'title.en': 'too-long', 'title.cy': 'too-long' },
    ],
    ['the longest title', { title: { en: 'x'.repeat(longest.title) } }, {}],
    ['a long text', { body: { en: 'x'.repeat(longest.body + 1) } }, { 'body.en': 'too-long' }],
    ['no questions', { questions: [] }, { questions: 'missing' }],
    [
      'too many questions',
      { questions: Array.from({ length: most.questions + 1 }, (_, index) => ({ ...choice, id: `q${index + 1}` })) },
      { questions: 'too-many-questions' },
    ],
    ['a day that does not exist', { deadline: { ...deadline, date: '2026-02-30' } }, { 'deadline.date': 'date-wrong' }],
    ['no day', { deadline: { ...deadline, date: '' } }, { 'deadline.date': 'date-wrong' }],
    ['a time that does not exist', { deadline: { ...deadline, time: '24:30' } }, { 'deadline.date': 'date-wrong' }],
    [
      'this very minute',
      { deadline: { ...deadline, date: '2026-11-23', time: '09:00' } },
      { 'deadline.date': 'date-past' },
    ],
    ['the next minute', { deadline: { ...deadline, date: '2026-11-23', time: '09:01' } }, {}],
  ] as const) {
    it(`are ${JSON.stringify(Object.values(problems))} for ${what}`, () => {
      assert.deepEqual(problemsOf(changes), problems);
    });
  }

  it('name everything at once', () => {
    const problems = problemsOf(
      { title: { en: '' }, body: { en: '' }, questions: [], deadline: { ...deadline, date: 'x' } },
      [],
    );
    const fields = ['audience', 'body.en', 'deadline.date', 'questions', 'title.en'];
    assert.deepEqual(Object.keys(problems).toSorted(), fields);
  });
});

describe('the problems of a question', () => {
  for (const [what, question, problems] of [
    ['no text', { ...choice, text: { en: '' } }, { 'q1.text.en': 'missing' }],
    ['a long text', { ...choice, text: both('x'.repeat(longest.question)) }, { 'q1.text.cy': 'too-long' }],
    ['one option', { ...choice, options: optionsOf('A') }, { 'q1.options.en': 'too-few-options' }],
    [
      'thirteen options',
      { ...choice, options: optionsOf(...'ABCDEFGHIJKLM') },
      { 'q1.options.en': 'too-many-options' },
    ],
    [
      'a long option',
      { ...choice, options: optionsOf('A', 'x'.repeat(longest.option)) },
      { 'q1.options.cy': 'too-long' },
    ],
    [
      'an option in Welsh only',
      { ...choice, options: [...choice.options, { id: 'o3', text: { en: '', cy: 'Tri' } }] },
      { 'q1.options.cy': 'options-unequal' },
    ],
    ['rows without rows', { ...choice, kind: 'rows', rows: [] }, { 'q1.options.en': 'too-few-options' }],
    ['one row', { ...choice, kind: 'rows', rows: optionsOf('A') }, {}],
    ['one item', { ...choice, kind: 'tagged-items', items: optionsOf('A') }, {}],
    [
      'a scale without ends',
      { ...choice, kind: 'scale', lowest: { en: '' }, highest: { en: '' } },
      { 'q1.options.en': 'too-few-options' },
    ],
    [
      'a scale with one end',
      { ...choice, kind: 'scale', lowest: both('Bad'), highest: { en: ' ' } },
      { 'q1.options.en': 'too-few-options' },
    ],
    ['a scale with both ends', { ...choice, kind: 'scale', lowest: both('Bad'), highest: both('Good') }, {}],
    ['a written answer', { ...choice, kind: 'free-text', maxLength: 100 }, {}],
  ] as const) {
    it(`are ${JSON.stringify(problems)} for ${what}`, () => {
      assert.deepEqual(ofQuestion(question), problems);
    });
  }

  it('are missing Welsh where people in Wales are asked, and only there', () => {
    const english: Question = {
      ...choice,
      text: { en: 'Which?' },
      options: [{ id: 'o1', text: { en: 'A' } }, ...optionsOf('B')],
    };
    assert.deepEqual(ofQuestion(english), {});
    assert.deepEqual(ofQuestion(english, ['cymru-wales']), {
      'q1.text.cy': 'welsh-missing',
      'q1.options.cy': 'options-unequal',
    });
  });
});
