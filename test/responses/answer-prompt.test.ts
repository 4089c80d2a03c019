import assert from 'node:assert/strict';
import type { PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import { answerPrompt, readPrompt } from '../../src/responses/answer-prompt.ts';
import { cardKeyPlaceholder, newCardKey, respondentIdOf } from '../../src/responses/card-key.ts';
import { hasAnswered } from '../../src/responses/has-answered.ts';
import type { Asked } from '../../src/responses/response-ports.ts';
import { withdrawAnswer } from '../../src/responses/withdraw-answer.ts';
import { type Answering, alike, closesAtMs, sentPrompt } from './answering.ts';

const message = { serviceUrl: 'https://teams.example/', conversationId: 'a:1', activityId: '1' };
const who: Asked = { area: 'wessex', language: 'en', role: 'legal', site: 'Eastleigh', message };
const me = 'person-1';
const [firstCard, otherCard] = [newCardKey(), newCardKey()];

function describePromise(privacy: PrivacyPromise): void {
  describe(`an answer to a prompt that is ${privacy}`, () => {
    let prompt: Answering;

    beforeEach(async () => {
      prompt = await sentPrompt(privacy, alike(12, who));
    });

    const respondentId = privacy === 'anonymous' ? respondentIdOf(firstCard) : me;
    const stored = async () => (await prompt.ports.responses.get(prompt.broadcastId, respondentId))?.value;
    const all = async () => (await prompt.ports.responses.page(prompt.broadcastId, 100)).responses;
    const answer = (inputs: Record<string, unknown>, given: { sure?: boolean; key?: string } = {}) =>
      answerPrompt(prompt.ports, me, { broadcastId: prompt.broadcastId, inputs, key: firstCard, ...given });
    const withdraw = (key = firstCard) => withdrawAnswer(prompt.ports, me, prompt.broadcastId, key);
    const read = (key = firstCard) => readPrompt(prompt.ports, me, prompt.broadcastId, key);
    const answered = () => hasAnswered(prompt.ports, prompt.broadcastId, me);

    it('stores what the promise allows, and nothing else', async () => {
      const result = await answer({ q1: '4', q3: 'court' });
      assert.equal(result.kind, 'recorded');
      const { area, language, role, site } = who;
      assert.deepEqual(await all(), [
        {
          broadcastId: prompt.broadcastId,
          respondentId,
          answers: { q1: { kind: 'scale', value: 4 }, q3: { kind: 'one-choice', option: 'court' } },
          revision: 1,
          profile: { area, language, role, site, place: 'court' },
          ...(privacy === 'anonymous' ? {} : { answeredAt: '2023-02-27T10:01:00.000Z' }),
        },
      ]);
      if (privacy === 'anonymous') assert.ok(!JSON.stringify(await all()).includes(me));
      const participation = await prompt.ports.participation.get(prompt.broadcastId, me);
      assert.equal(participation !== undefined, privacy === 'anonymous');
      if (participation !== undefined) assert.ok(!respondentId.includes(participation.claim));
      assert.equal(await answered(), true);
      assert.equal(await hasAnswered(prompt.ports, prompt.broadcastId, 'person-2'), false);
    });

    it('is one answer, of one revision, when the same comes many times at once', async () => {
      const results = await Promise.all(Array.from({ length: 25 }, () => answer({ q1: '4' })));
      for (const result of results) assert.ok(result.kind === 'recorded' && result.response.revision === 1);
      assert.equal((await all()).length, 1);
    });

    it('keeps one whole answer when many different ones come at once', async () => {
      const values = Array.from({ length: 20 }, (_, index) => String((index % 5) + 1));
      await Promise.all(values.map((value) => answer({ q1: value, q2: `Because ${value}` })));
      const response = await stored();
      assert.ok(response?.answers.q1?.kind === 'scale');
      assert.deepEqual(response.answers.q2, { kind: 'free-text', text: `Because ${response.answers.q1.value}` });
      assert.equal((await all()).length, 1);
    });

    it('counts changes, keeps what was counted, and is not answered elsewhere', async () => {
      await answer({ q1: '4' });
      const first = await prompt.ports.responses.get(prompt.broadcastId, respondentId);
      assert.ok(first !== undefined);
      const counted = { batch: 1, answers: first.value.answers, groups: {} };
      await prompt.ports.responses.replace({ ...first.value, counted }, first.etag);
      await answer({ q1: '5', q3: 'home' });
      const changed = await stored();
      assert.deepEqual(
        { revision: changed?.revision, place: changed?.profile.place, counted: changed?.counted },
        { revision: 2, place: 'home', counted },
      );
      const { response, answeredElsewhere, closed } = await read();
      assert.deepEqual([response, answeredElsewhere, closed], [changed, false, false]);
    });

    it('asks before it keeps doubtful text, and keeps it when the person is sure', async () => {
      const result = await answer({ q1: '4', q2: 'Ask Mr Jones about 52SB0012323' });
      assert.ok(result.kind === 'doubts');
      assert.deepEqual(result.doubts, { q2: ['case-number', 'person-name'] });
      assert.deepEqual(result.answers.q1, { kind: 'scale', value: 4 });
      assert.deepEqual(await all(), []);
      assert.equal(await answered(), false);
      assert.equal((await answer({ q1: '4', q2: 'Ask Mr Jones about 52SB0012323' }, { sure: true })).kind, 'recorded');
      assert.equal((await all()).length, 1);
    });

    it('stores nothing that is wrong or empty, sure or not', async () => {
      assert.equal((await answer({ q1: '9', q2: 'Mr Jones' }, { sure: true })).kind, 'problems');
      await prompt.change({
        content: { ...(await contentOf(prompt)), questions: [] },
      });
      await assert.rejects(answer({}), { code: 'AnswerMissing' });
      assert.deepEqual(await all(), []);
      assert.equal(await answered(), false);
    });

    it('can be withdrawn before it is counted, leaving nothing, and given again', async () => {
      await answer({ q1: '4' });
      await withdraw();
      assert.deepEqual(await all(), []);
      assert.equal(await answered(), false);
      assert.equal((await read()).response, undefined);
      await assert.rejects(withdraw(), { code: 'NothingAnswered' });
      await answer({ q1: '2' });
      assert.equal((await stored())?.revision, 1);
      assert.equal(await answered(), true);
    });

    it('can be withdrawn after it was counted, leaving what the figures need, and revived', async () => {
      await answer({ q1: '4', q3: 'home' });
      const first = await prompt.ports.responses.get(prompt.broadcastId, respondentId);
      assert.ok(first !== undefined);
      const counted = { batch: 1, answers: first.value.answers, groups: { q1: { area: 'wessex' } } } as const;
      await prompt.ports.responses.replace({ ...first.value, counted }, first.etag);
      await withdraw();
      assert.deepEqual(await all(), [
        {
          broadcastId: prompt.broadcastId,
          respondentId,
          answers: {},
          revision: 2,
          profile: {},
          withdrawn: true,
          counted,
        },
      ]);
      assert.equal((await prompt.ports.responses.uncounted(prompt.broadcastId, 10)).length, 1);
      assert.equal((await read()).response, undefined);
      assert.equal(await answered(), false);
      await assert.rejects(withdraw(), { code: 'NothingAnswered' });
      await answer({ q1: '4', q3: 'home' });
      const revived = await stored();
      assert.deepEqual([revived?.revision, revived?.withdrawn, revived?.counted], [3, undefined, counted]);
      assert.equal((await all()).length, 1);
    });

    it('is one withdrawal when the same comes many times at once', async () => {
      await answer({ q1: '4' });
      const results = await Promise.allSettled(Array.from({ length: 10 }, () => withdraw()));
      assert.ok(results.some(({ status }) => status === 'fulfilled'));
      for (const result of results)
        if (result.status === 'rejected') assert.equal(result.reason.code, 'NothingAnswered');
      assert.deepEqual(await all(), []);
      assert.equal(await answered(), false);
    });

    it('is taken until the last millisecond, and not in the one that closes it', async () => {
      prompt.now = closesAtMs - 1;
      assert.equal((await answer({ q1: '4' })).kind, 'recorded');
      prompt.now = closesAtMs;
      await assert.rejects(answer({ q1: '5' }), { code: 'PromptClosed' });
      await assert.rejects(withdraw(), { code: 'PromptClosed' });
      const { closed, response } = await read();
      assert.equal(closed, true);
      assert.equal(response?.revision, 1);
    });

    it('is not taken once its author closed it early', async () => {
      await prompt.change({ closedEarlyAt: new Date(prompt.now + 500).toISOString() });
      prompt.now += 499;
      assert.equal((await answer({ q1: '4' })).kind, 'recorded');
      prompt.now += 1;
      await assert.rejects(answer({ q1: '5' }), { code: 'PromptClosed' });
    });

    it('is only for those who were asked, of what was sent and stands', async () => {
      const { broadcastId, ports } = prompt;
      const given = { broadcastId, inputs: { q1: '4' }, key: firstCard };
      await assert.rejects(answerPrompt(ports, 'somebody else', given), { code: 'NotYourPrompt' });
      await assert.rejects(readPrompt(ports, 'somebody else', broadcastId, firstCard), { code: 'NotYourPrompt' });
      await assert.rejects(answerPrompt(ports, me, { ...given, broadcastId: 'nothing' }), { code: 'PromptUnknown' });
      await prompt.change({ state: 'draft' });
      await assert.rejects(answer({ q1: '4' }), { code: 'PromptNotSent' });
      await assert.rejects(withdraw(), { code: 'PromptNotSent' });
    });
  });
}

for (const privacy of ['named', 'confidential', 'anonymous'] as const) describePromise(privacy);

describe('the cards of an anonymous prompt', () => {
  let prompt: Answering;

  beforeEach(async () => {
    prompt = await sentPrompt('anonymous', alike(12, who));
  });

  const answer = (key: string | undefined, q1 = '4') =>
    answerPrompt(prompt.ports, me, { broadcastId: prompt.broadcastId, inputs: { q1 }, key });
  const read = (key?: string) => readPrompt(prompt.ports, me, prompt.broadcastId, key);
  const live = async () => (await prompt.ports.responses.page(prompt.broadcastId, 100)).responses;

  it('take one answer together, from whichever comes first', async () => {
    const cards = Array.from({ length: 10 }, () => newCardKey());
    const results = await Promise.allSettled(cards.map((card) => answer(card)));
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
    for (const result of results) if (result.status === 'rejected') assert.equal(result.reason.code, 'AlreadyAnswered');
    assert.equal((await live()).length, 1);
  });

  it('show the answer on the card that it was given from, and on the others that there is one', async () => {
    await answer(firstCard);
    const [own, other, none] = [await read(firstCard), await read(otherCard), await read()];
    assert.deepEqual([own.response?.revision, own.answeredElsewhere], [1, false]);
    assert.deepEqual([other.response, other.answeredElsewhere], [undefined, true]);
    assert.deepEqual([none.response, none.answeredElsewhere], [undefined, true]);
    await assert.rejects(answer(otherCard), { code: 'AlreadyAnswered' });
    await assert.rejects(withdrawAnswer(prompt.ports, me, prompt.broadcastId, otherCard), { code: 'AlreadyAnswered' });
  });

  it('can each be answered once the answer is withdrawn', async () => {
    await answer(firstCard);
    await withdrawAnswer(prompt.ports, me, prompt.broadcastId, firstCard);
    await answer(otherCard);
    await assert.rejects(answer(firstCard), { code: 'AlreadyAnswered' });
    assert.deepEqual(
      (await live()).map(({ respondentId }) => respondentId),
      [respondentIdOf(otherCard)],
    );
  });

  it('need a key of their own', async () => {
    for (const key of [undefined, '', cardKeyPlaceholder]) {
      await assert.rejects(answer(key), { code: 'CardKeyMissing' });
      await assert.rejects(withdrawAnswer(prompt.ports, me, prompt.broadcastId, key), { code: 'CardKeyMissing' });
    }
    assert.deepEqual(await live(), []);
    assert.equal(await prompt.ports.participation.get(prompt.broadcastId, me), undefined);
  });

  it('say no more of a person than ten of the audience have in common', async () => {
    const rare = { ...alike(12, who), [me]: { area: 'hq', language: 'cy', role: 'digital', site: 'Mold' } } as const;
    prompt = await sentPrompt('anonymous', rare);
    await answer(firstCard);
    assert.deepEqual((await live())[0]?.profile, {});
  });
});

async function contentOf({ ports, broadcastId }: Answering) {
  const content = (await ports.broadcasts.get(broadcastId))?.value.content;
  assert.ok(content?.kind === 'prompt');
  return content;
}
