import assert from 'node:assert/strict';
import { answerPrompt } from '../../src/responses/answer-prompt.ts';
import { newCardKey } from '../../src/responses/card-key.ts';
import { myAnswers, promptsWaiting } from '../../src/responses/my-prompts.ts';
import { withdrawAnswer } from '../../src/responses/withdraw-answer.ts';
import { type Answering, alike, closesAtMs, sentPrompt } from './answering.ts';

const me = 'person-1';
const key = newCardKey();

for (const privacy of ['named', 'confidential', 'anonymous'] as const) {
  describe(`my prompts, one of which is ${privacy}`, () => {
    let prompt: Answering;

    beforeEach(async () => {
      prompt = await sentPrompt(privacy, alike(12, { area: 'wessex', language: 'en' }));
    });

    const answer = () => answerPrompt(prompt.ports, me, { broadcastId: prompt.broadcastId, inputs: { q1: '4' }, key });
    const waiting = async () => (await promptsWaiting(prompt.ports, me)).map(({ prompt: { id } }) => id);
    const answered = () => myAnswers(prompt.ports, me);

    it('waits until it is answered, and again once the answer is withdrawn', async () => {
      assert.deepEqual(await waiting(), [prompt.broadcastId]);
      assert.deepEqual(await answered(), []);
      await answer();
      assert.deepEqual(await waiting(), []);
      await withdrawAnswer(prompt.ports, me, prompt.broadcastId, key);
      assert.deepEqual(await waiting(), [prompt.broadcastId]);
      assert.deepEqual(await answered(), []);
    });

    it('is among what I answered, with the answer only where somebody may know it', async () => {
      await answer();
      const [mine, ...others] = await answered();
      assert.deepEqual(others, []);
      assert.equal(mine?.prompt.id, prompt.broadcastId);
      assert.equal(mine?.anonymous, privacy === 'anonymous' ? true : undefined);
      assert.deepEqual(
        mine?.response?.answers,
        privacy === 'anonymous' ? undefined : { q1: { kind: 'scale', value: 4 } },
      );
    });

    it('waits no longer once it has closed, at its deadline or before', async () => {
      await prompt.change({ closedEarlyAt: new Date(closesAtMs - 1_000).toISOString() });
      prompt.now = closesAtMs - 1_001;
      assert.deepEqual(await waiting(), [prompt.broadcastId]);
      prompt.now = closesAtMs - 1_000;
      assert.deepEqual(await waiting(), []);
    });

    it('is nothing to those who were not asked', async () => {
      assert.deepEqual(await promptsWaiting(prompt.ports, 'somebody else'), []);
      assert.deepEqual(await myAnswers(prompt.ports, 'somebody else'), []);
    });
  });
}
