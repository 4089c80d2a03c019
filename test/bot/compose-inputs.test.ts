import assert from 'node:assert/strict';
import { readComposeInputs, readRecurrence } from '../../src/bot/compose-inputs.ts';
import type { Audience, PromptContent, UpdateContent } from '../../src/broadcasts/broadcast.ts';
import { questionKinds } from '../../src/broadcasts/question.ts';

const update: UpdateContent = {
  kind: 'update',
  title: { en: 'Title', cy: 'Teitl' },
  body: { en: 'Text', cy: 'Testun' },
  itemId: 'digital-files',
};
const prompt: PromptContent = {
  ...update,
  kind: 'prompt',
  privacy: 'confidential',
  questions: [
    { id: 'q1', kind: 'free-text', text: { en: 'Why?' }, required: true, maxLength: 1_000 },
    { id: 'q2', kind: 'free-text', text: { en: 'How?' }, required: false, maxLength: 1_000 },
  ],
  deadline: { date: '2026-12-10', time: '17:00', zone: 'Europe/London' },
};
const audience: Audience = { areas: ['wessex'] };

function promptFrom(inputs: Readonly<Record<string, unknown>>, content = prompt): PromptContent {
  const read = readComposeInputs({ content, audience }, inputs).content;
  assert.ok(read.kind === 'prompt');
  return read;
}

describe('reading the form of a broadcast', () => {
  for (const inputs of [{}, { 'title.en': null, 'body.en': 7, audience: ['all'], privacy: 'secret', 'q1.kind': 'x' }]) {
    it(`leaves the draft as it is without inputs that make sense: ${JSON.stringify(inputs)}`, () => {
      for (const content of [update, prompt]) {
        assert.deepEqual(readComposeInputs({ content, audience }, inputs), { content, audience });
      }
    });
  }

  it('takes what was written without the blanks around it, and keeps what the draft is about', () => {
    const inputs = { 'title.en': ' New ', 'title.cy': '\tNewydd\n', 'body.en': 'Line\n\nLine', 'body.cy': 'Llinell' };
    assert.deepEqual(readComposeInputs({ content: update, audience }, inputs).content, {
      ...update,
      title: { en: 'New', cy: 'Newydd' },
      body: { en: 'Line\n\nLine', cy: 'Llinell' },
    });
  });

  it('drops the Welsh that was emptied, whether it arrives empty or not at all', () => {
    const inputs = { 'title.en': 'Title', 'body.en': 'Text', 'body.cy': '' };
    const { content } = readComposeInputs({ content: update, audience }, inputs);
    assert.deepEqual([content.title, content.body], [{ en: 'Title' }, { en: 'Text' }]);
  });

  it('cuts what is far too long, so that it is still found too long', () => {
    const { content } = readComposeInputs({ content: update, audience }, { 'body.en': 'x'.repeat(200_000) });
    assert.equal(content.body.en.length, 10_000);
  });

  for (const [said, areas] of [
    ['wessex,hq', ['wessex', 'hq']],
    ['all', 'all'],
    ['wessex,all', 'all'],
    [',', []],
    ['', []],
  ] as const) {
    it(`reads the audience ${JSON.stringify(said)}`, () => {
      assert.deepEqual(readComposeInputs({ content: update, audience }, { audience: said }).audience, { areas });
    });
  }

  it('reads promise and deadline, with seconds cut off', () => {
    const inputs = { privacy: 'named', 'deadline.date': '2027-01-08', 'deadline.time': '12:30:00' };
    const { privacy, deadline } = promptFrom(inputs);
    assert.equal(privacy, 'named');
    assert.deepEqual(deadline, { date: '2027-01-08', time: '12:30', zone: 'Europe/London' });
  });

  for (const kind of questionKinds) {
    it(`reads a question of the kind ${kind}`, () => {
      const inputs = {
        'q1.kind': kind,
        'q1.text.en': 'Which?',
        'q1.text.cy': 'Pa un?',
        'q1.options.en': ' One\r\n\r\nTwo\nThree ',
        'q1.options.cy': 'Un\nDau',
        'q1.required': 'false',
      };
      const options = [
        { id: 'o1', text: { en: 'One', cy: 'Un' } },
        { id: 'o2', text: { en: 'Two', cy: 'Dau' } },
        { id: 'o3', text: { en: 'Three' } },
      ];
      const parts = {
        'one-choice': { options },
        'several-choices': { options },
        scale: { lowest: { en: 'One', cy: 'Un' }, highest: { en: 'Three' } },
        rows: { rows: options },
        'free-text': { maxLength: 1_000 },
        'tagged-items': { items: options },
      };
      const base = { id: 'q1', kind, text: { en: 'Which?', cy: 'Pa un?' }, required: false };
      assert.deepEqual(promptFrom(inputs).questions[0], { ...base, ...parts[kind] });
    });
  }

  it('does not take one word for both ends of a scale', () => {
    const [question] = promptFrom({ 'q1.kind': 'scale', 'q1.options.en': 'Bad' }).questions;
    assert.ok(question?.kind === 'scale');
    assert.deepEqual([question.lowest, question.highest], [{ en: 'Bad' }, { en: '' }]);
  });

  it('reads how often it is asked, and nothing else for that', () => {
    for (const every of ['once', 'week', 'quarter']) assert.equal(readRecurrence({ every }), every);
    for (const every of [undefined, null, '', 'day', 7]) assert.equal(readRecurrence({ every }), undefined);
  });

  it('reads the questions that were open, up to ten, and leaves the others as they are', () => {
    const questions = Array.from({ length: 10 }, (_, index) => ({ ...prompt.questions[0], id: `q${index + 1}` }));
    const content = { ...prompt, questions } as PromptContent;
    const inputs = { 'q7.kind': 'free-text', 'q7.text.en': 'Changed?', 'q11.kind': 'free-text', 'q11.text.en': 'No' };
    const read = promptFrom(inputs, content).questions;
    assert.equal(read.length, 10);
    assert.deepEqual(
      read.map(({ text }) => text.en),
      questions.map((_, index) => (index === 6 ? 'Changed?' : 'Why?')),
    );
  });

  it('leaves out later questions that are empty', () => {
    const empty = { 'q2.kind': 'one-choice', 'q2.required': 'true' };
    const inputs = {
      ...empty,
      'q3.kind': 'scale',
      'q3.text.en': 'Third?',
    };
    assert.deepEqual(
      promptFrom(inputs).questions.map(({ id, text }) => [id, text.en]),
      [
        ['q1', 'Why?'],
        ['q2', 'Third?'],
      ],
    );
    assert.equal(promptFrom({ 'q1.kind': 'scale' }).questions.length, 2, 'an empty first question stays');
  });

  it('leaves the questions of a template alone', () => {
    const content = { ...prompt, template: 'adoption' };
    assert.deepEqual(promptFrom({ 'q1.kind': 'scale', 'q1.text.en': 'Mine' }, content).questions, prompt.questions);
  });
});
