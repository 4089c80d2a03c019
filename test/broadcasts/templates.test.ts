import assert from 'node:assert/strict';
import { findContentProblems } from '../../src/broadcasts/content-problems.ts';
import { type Question, workingPlaces } from '../../src/broadcasts/question.ts';
import { listTemplates, type PromptTemplate } from '../../src/broadcasts/templates.ts';
import { listAreas } from '../../src/people/areas.ts';

const templates = listTemplates();
const now = new Date('2026-11-23T10:00:00Z');

describe('prompt templates', () => {
  it('are the consultation, two checks and the attitude to risk', () => {
    assert.deepEqual(
      templates.map(({ id }) => id),
      ['consultation', 'hybrid-working', 'adoption', 'risk-appetite'],
    );
  });

  it('ask what can be answered in under a minute; only the consultation asks more', () => {
    assert.deepEqual(
      templates.map(({ questions }) => questions.length),
      [6, 3, 3, 2],
    );
  });

  it('put the three questions of the consultation: two scales, rows, and items to tag', () => {
    assert.deepEqual(kindsOf('consultation'), ['scale', 'scale', 'free-text', 'rows', 'tagged-items', 'free-text']);
    const rows = questionsOf('consultation').find((question) => question.kind === 'rows');
    assert.deepEqual(
      rows?.rows.map(({ id }) => id),
      ['what', 'when', 'how'],
    );
  });

  it('ask where people work in a way by which results can be told apart', () => {
    const [, place] = questionsOf('hybrid-working');
    assert.ok(place?.kind === 'one-choice');
    assert.equal(place.asks, 'working-place');
    for (const id of workingPlaces) assert.ok(place.options.some((option) => option.id === id));
  });

  it('offer three answers on risk', () => {
    const [risk] = questionsOf('risk-appetite');
    assert.ok(risk?.kind === 'one-choice');
    assert.deepEqual(
      risk.options.map(({ id }) => id),
      ['too-cautious', 'about-right', 'too-risky'],
    );
  });

  for (const template of templates) {
    describe(template.id, () => {
      it('can be sent to everybody as it stands', () => {
        assert.deepEqual(findContentProblems(asPrompt(template), { areas: 'all' }, listAreas(), now), {});
      });

      it('numbers its questions in the order asked, and tells its options apart', () => {
        assert.deepEqual(
          template.questions.map(({ id }) => id),
          template.questions.map((_, index) => `q${index + 1}`),
        );
        for (const question of template.questions) {
          const ids = optionsOf(question).map(({ id }) => id);
          assert.deepEqual(ids, [...new Set(ids)]);
        }
      });

      it('asks for at least one answer, and never for a comment', () => {
        assert.ok(template.questions.some(({ required }) => required));
        assert.ok(template.questions.every(({ kind, required }) => kind !== 'free-text' || !required));
      });

      it('says something of its own in Welsh', () => {
        for (const { en, cy } of allTexts(template)) assert.notEqual(cy, en);
      });

      it('keeps every sentence to 25 words', () => {
        for (const { en, cy } of allTexts(template)) {
          for (const sentence of `${en} ${cy}`.split(/(?<=[.?!])\s/)) {
            assert.ok(sentence.split(/\s+/).length <= 25, sentence);
          }
        }
      });
    });
  }
});

function questionsOf(id: string): readonly Question[] {
  return templates.find((template) => template.id === id)?.questions ?? [];
}

function kindsOf(id: string): string[] {
  return questionsOf(id).map(({ kind }) => kind);
}

function asPrompt({ title, body, questions }: PromptTemplate) {
  const deadline = { date: '2026-12-07', time: '17:00', zone: 'Europe/London' } as const;
  return { kind: 'prompt', title, body, questions, privacy: 'confidential', deadline } as const;
}

function optionsOf(question: Question) {
  switch (question.kind) {
    case 'one-choice':
    case 'several-choices':
      return question.options;
    case 'rows':
      return question.rows;
    case 'tagged-items':
      return question.items;
    default:
      return [];
  }
}

function allTexts({ name, title, body, questions }: PromptTemplate) {
  const scaleEnds = (question: Question) => (question.kind === 'scale' ? [question.lowest, question.highest] : []);
  return [
    name,
    title,
    body,
    ...questions.flatMap((question) => [
      question.text,
      ...scaleEnds(question),
      ...optionsOf(question).map(({ text }) => text),
    ]),
  ];
}
