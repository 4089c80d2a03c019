import assert from 'node:assert/strict';
import { contentProblems } from '../../src/broadcasts/content-problems.ts';
import type { Question } from '../../src/broadcasts/question.ts';
import { listBank } from '../../src/broadcasts/question-bank.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { composeFormCard } from '../../src/cards/compose-form-card.ts';
import { contentProblemTexts } from '../../src/cards/content-problem-texts.ts';
import { previewCard } from '../../src/cards/preview-card.ts';
import { progressCard } from '../../src/cards/progress-card.ts';
import { reasons } from '../../src/delivery/delivery.ts';
import { listAreas } from '../../src/people/areas.ts';
import { actionOf, actionsOf, inputOf, inputsOf, partsOf, textOf } from './card-elements.ts';
import { broadcastId, hybridWorking, update } from './example-contents.ts';

const words = createCardTexts().in('en');
const welsh = words.in('cy');
const areas = listAreas();

describe('The form', () => {
  const offered = {
    broadcastId,
    audience: { areas: ['wessex'] },
    areas: areas.all,
    mayAll: false,
    welshRequired: false,
  };
  const own = { ...hybridWorking, questions: hybridWorking.questions.slice(0, 1) };
  const [listedQuestion] = own.questions;

  it('has the inputs that the draft is read from', () => {
    const card = composeFormCard({ ...offered, content: own, ownQuestions: true }, words);
    const question = ['q1.kind', 'q1.text.en', 'q1.text.cy', 'q1.options.en', 'q1.options.cy', 'q1.required'];
    assert.deepEqual(
      inputsOf(card).map(({ id }) => id),
      [
        'audience',
        'title.en',
        'body.en',
        'title.cy',
        'body.cy',
        ...question,
        'privacy',
        'deadline.date',
        'deadline.time',
        'every',
      ],
    );
    assert.equal(inputOf(card, 'q1.options.en').value, 'Not well at all\nVery well');
    assert.equal(inputOf(card, 'q1.required').value, 'true');
    assert.equal(inputOf(card, 'audience').value, 'wessex');
  });

  const many = (questions: number, open?: number) =>
    composeFormCard(
      {
        ...offered,
        content: {
          ...own,
          questions: Array.from(
            { length: questions },
            (_, index) => ({ ...listedQuestion, id: `q${index + 1}` }) as Question,
          ),
        },
        ownQuestions: true,
        bank: listBank(),
        ...(open === undefined ? {} : { open }),
      },
      words,
    );
  const verbsOf = (card: ReturnType<typeof many>) => actionsOf(card).map(({ verb }) => verb);

  it('asks no more than ten questions, of its own or from the bank', () => {
    for (const verb of ['compose.add-question', 'compose.add-from-bank']) {
      assert.ok(verbsOf(many(9)).includes(verb));
      assert.ok(!verbsOf(many(10)).includes(verb));
    }
    const bank = inputOf(many(1), 'bank').choices as readonly { title: string; value: string }[];
    assert.equal(bank.length, listBank().length);
    assert.equal(bank[0]?.title, 'Hybrid working: Where do you mostly work?');
  });

  it('has up to three questions to fill in at once, of more only the one that is open, by default the last', () => {
    const kinds = (card: ReturnType<typeof many>) =>
      inputsOf(card).flatMap(({ id }) => (String(id).endsWith('.kind') ? [id] : []));
    assert.deepEqual(kinds(many(3)), ['q1.kind', 'q2.kind', 'q3.kind']);
    assert.deepEqual(kinds(many(7, 2)), ['q2.kind']);
    assert.deepEqual(kinds(many(7)), ['q7.kind']);
    const opening = partsOf(many(7, 2)).flatMap(({ verb, data }) => (verb === 'compose.open-question' ? [data] : []));
    assert.deepEqual(
      opening,
      [1, 3, 4, 5, 6, 7].map((question) => ({ broadcastId, question })),
    );
  });

  it('moves and removes the question that is open; the first cannot move, and the only one not go', () => {
    const data = (card: ReturnType<typeof many>, verb: string) =>
      actionsOf(card).flatMap((action) => (action.verb === verb ? [action.data] : []));
    assert.deepEqual(data(many(7, 4), 'compose.move-question'), [{ broadcastId, question: 4 }]);
    assert.deepEqual(data(many(7, 4), 'compose.remove-question'), [{ broadcastId, question: 4 }]);
    assert.deepEqual(data(many(7, 1), 'compose.move-question'), []);
    assert.deepEqual(data(many(1), 'compose.remove-question'), []);
  });

  it('lets every button be pressed before all is written, where there are questions to add or move', () => {
    assert.ok(inputsOf(many(2)).every(({ isRequired }) => isRequired !== true));
    const card = composeFormCard({ ...offered, content: update, ownQuestions: false }, words);
    assert.equal(inputOf(card, 'title.en').isRequired, true);
  });

  it('shows a question by whose answers results are told apart as text, since it stays as it is', () => {
    const [place] = listBank();
    assert.ok(place !== undefined);
    const content = { ...own, questions: [{ ...place.question, id: 'q1' }] };
    const card = composeFormCard({ ...offered, content, ownQuestions: true }, words);
    assert.ok(inputsOf(card).every(({ id }) => !String(id).startsWith('q1.')));
    assert.match(textOf(card), /Where do you mostly work\? \(required\)[\s\S]*At home · In the office · At court/);
  });

  it('says how often it is asked, and offers the three promises', () => {
    assert.equal(inputOf(many(1), 'every').value, 'once');
    const weekly = composeFormCard({ ...offered, content: own, ownQuestions: true, every: 'week' }, words);
    assert.equal(inputOf(weekly, 'every').value, 'week');
    const promises = inputOf(weekly, 'privacy').choices as readonly { value: string }[];
    assert.deepEqual(
      promises.map(({ value }) => value),
      ['named', 'confidential', 'anonymous'],
    );
  });

  it('shows the questions of a template as text', () => {
    const template = composeFormCard({ ...offered, content: hybridWorking, ownQuestions: false }, words);
    assert.ok(inputsOf(template).every(({ id }) => !String(id).startsWith('q')));
    assert.match(textOf(template), /Where have you worked most/);
  });

  it('asks for Welsh where the audience needs it, and offers everybody only to those who may', () => {
    const card = composeFormCard(
      { ...offered, content: update, ownQuestions: false, welshRequired: true, mayAll: true },
      words,
    );
    assert.equal(inputOf(card, 'title.cy').label, 'Title in Welsh (required)');
    assert.match(JSON.stringify(inputOf(card, 'audience').choices), /"all"/);
    const lead = composeFormCard({ ...offered, content: update, ownQuestions: false }, words);
    assert.equal(inputOf(lead, 'title.cy').label, 'Title in Welsh');
    assert.doesNotMatch(JSON.stringify(inputOf(lead, 'audience').choices), /"all"/);
  });

  it('names the field of a problem at the top, and says the problem beside it', () => {
    for (const problem of contentProblems) {
      for (const each of [words, welsh])
        assert.ok(contentProblemTexts({ 'q1.options.cy': problem }, each)['q1.options.cy']);
    }
    const problems = contentProblemTexts({ 'title.en': 'too-long', 'q1.options.en': 'too-few-options' }, words);
    const text = textOf(composeFormCard({ ...offered, content: own, ownQuestions: true, problems }, words));
    assert.match(text, /Title in English: Use no more than 120 characters/);
    assert.match(text, /Choices in English for question 1: Add more choices/);
    assert.match(text, /Problem: Use no more than 120 characters/);
  });
});

describe('The preview', () => {
  const checked = {
    broadcastId,
    from: { en: 'the roadmap team', cy: 'y tîm map ffordd' },
    minutes: 1,
    version: '"etag"',
    schedule: { startAt: '2026-11-24T10:00:00Z', hours: 'usual' } as const,
    startsNow: true,
    promptedLately: 0,
    mayBeUrgent: false,
  };
  const card = previewCard({ ...checked, content: hybridWorking, people: 412, reachable: 398 }, words);

  it('sends exactly what was seen to as many as were named', () => {
    const send = actionOf(card, 'compose.send');
    assert.equal(send.title, 'Send to 412 people');
    assert.deepEqual(send.data, { broadcastId, people: 412, version: '"etag"' });
    assert.equal(send.associatedInputs, 'none');
  });

  it('shows both languages, with inputs that cannot be mistaken for answers', () => {
    assert.match(textOf(card), /How is hybrid working for you\?/);
    assert.match(textOf(card), /Sut mae gweithio hybrid yn mynd i chi\?/);
    assert.match(textOf(card), /Oddi wrth y tîm map ffordd/);
    const staffInputs = inputsOf(card).filter(({ id }) => !String(id).startsWith('when.'));
    assert.ok(staffInputs.every(({ id, isRequired }) => /^preview-(en|cy)\.q/.test(String(id)) && isRequired !== true));
    assert.doesNotMatch(JSON.stringify(card), /prompt\.answer/);
  });

  it('warns of missing Welsh, and offers no sending when nobody can be reached', () => {
    const english = { kind: 'update', title: { en: 'Lifts' }, body: { en: 'They work.', cy: ' ' } } as const;
    const lonely = previewCard({ ...checked, content: english, people: 3, reachable: 0 }, words);
    assert.match(textOf(lonely), /There is no Welsh/);
    assert.match(textOf(lonely), /Nobody can be reached/);
    assert.match(textOf(lonely), /3 people do not have CPS Roadmap in Teams yet/);
    assert.doesNotMatch(JSON.stringify(lonely), /compose\.send|ToggleVisibility/);
    assert.doesNotMatch(textOf(card), /Welsh is missing/);
  });
});

describe('The progress card', () => {
  it('gives every reason in plain words, and accounts for everyone', () => {
    const each = Object.fromEntries(reasons.map((reason) => [reason, 1]));
    const outcome = {
      sent: 290,
      unreachable: 21,
      failed: 2,
      cancelled: 0,
      skipped: 0,
      possiblyTwice: 0,
      reasons: each,
    };
    const view = {
      broadcastId,
      content: update,
      state: 'sending',
      people: 412,
      run: 'send',
      recalled: false,
      mayRemind: false,
      updatedAt: '2026-11-24T16:05:00Z',
    } as const;
    for (const language of [words, welsh]) {
      const text = textOf(progressCard({ ...view, outcome, planned: 99 }, language));
      for (const reason of reasons) assert.ok(text.includes(language.t(`reason.${reason}`, { count: 1 })), reason);
      for (const count of ['290', '21', '99', '412']) assert.match(text, new RegExp(`\\b${count}\\b`));
    }
  });
});
