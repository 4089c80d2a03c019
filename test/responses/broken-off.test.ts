import assert from 'node:assert/strict';
import type { PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import { answerPrompt, readPrompt } from '../../src/responses/answer-prompt.ts';
import { newCardKey } from '../../src/responses/card-key.ts';
import { hasAnswered } from '../../src/responses/has-answered.ts';
import type { ResponsePorts } from '../../src/responses/response-ports.ts';
import { withdrawAnswer } from '../../src/responses/withdraw-answer.ts';
import { type Answering, alike, sentPrompt } from './answering.ts';

class BrokenOff extends Error {}

const me = 'person-1';
/** More calls to the stores than any action makes. */
const most = 30;

/** The stores, whose nth call fails: before it is done, or after, when only its answer is lost. */
function failingOnce(
  ports: ResponsePorts,
  nth: number,
  isDone: boolean,
): { ports: ResponsePorts; failed: () => boolean } {
  let calls = 0;
  const failing = <Store extends object>(store: Store): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const call: unknown = Reflect.get(target, name);
        if (typeof call !== 'function') return call;
        return async (...given: unknown[]) => {
          calls += 1;
          const fails = calls === nth;
          const result: unknown = fails && !isDone ? undefined : await Reflect.apply(call, target, given);
          if (fails) throw new BrokenOff();
          return result;
        };
      },
    });
  return {
    ports: { ...ports, responses: failing(ports.responses), participation: failing(ports.participation) },
    failed: () => calls >= nth,
  };
}

for (const privacy of ['named', 'confidential', 'anonymous'] as const satisfies readonly PrivacyPromise[]) {
  describe(`an action on a prompt that is ${privacy}, broken off anywhere and done again`, () => {
    const key = newCardKey();
    let prompt: Answering;

    const answer = (ports: ResponsePorts, q1: string) =>
      answerPrompt(ports, me, { broadcastId: prompt.broadcastId, inputs: { q1 }, key });
    const stands = async () => {
      const { responses } = await prompt.ports.responses.page(prompt.broadcastId, 10);
      const live = responses.filter(({ withdrawn }) => withdrawn !== true);
      assert.equal(await hasAnswered(prompt.ports, prompt.broadcastId, me), live.length === 1);
      return live.map(({ answers, revision }) => [answers.q1, revision]);
    };

    /** Tries each place at which the action can break off, until it no longer does, from a new start each time. */
    async function breakOff(start: () => Promise<unknown>, act: (ports: ResponsePorts) => Promise<unknown>) {
      for (const isDone of [false, true]) {
        for (let nth = 1; ; nth += 1) {
          prompt = await sentPrompt(privacy, alike(12, { area: 'wessex', language: 'en' }));
          await start();
          const { ports, failed } = failingOnce(prompt.ports, nth, isDone);
          const result = await act(ports).catch((error: unknown) => error);
          if (!failed()) break;
          assert.ok(result instanceof BrokenOff, String(result));
          assert.ok(nth < most);
          await act(prompt.ports).catch((error: unknown) => {
            if (!(error instanceof Error && 'code' in error && error.code === 'NothingAnswered')) throw error;
          });
          await check();
        }
      }
    }
    let check: () => Promise<void>;

    it('is one first answer', async () => {
      check = async () => {
        assert.deepEqual(await stands(), [[{ kind: 'scale', value: 4 }, 1]]);
        assert.ok((await readPrompt(prompt.ports, me, prompt.broadcastId, key)).response !== undefined);
      };
      await breakOff(
        async () => undefined,
        (ports) => answer(ports, '4'),
      );
    });

    it('is one change', async () => {
      check = async () => assert.deepEqual(await stands(), [[{ kind: 'scale', value: 5 }, 2]]);
      await breakOff(
        () => answer(prompt.ports, '4'),
        (ports) => answer(ports, '5'),
      );
    });

    it('is one withdrawal, after which another card can be answered', async () => {
      check = async () => {
        assert.deepEqual(await stands(), []);
        const again = { broadcastId: prompt.broadcastId, inputs: { q1: '1' }, key: newCardKey() };
        assert.equal((await answerPrompt(prompt.ports, me, again)).kind, 'recorded');
      };
      await breakOff(
        () => answer(prompt.ports, '4'),
        (ports) => withdrawAnswer(ports, me, prompt.broadcastId, key),
      );
    });

    it('is one withdrawal of what was counted, and one answer after it', async () => {
      const start = async () => {
        await answer(prompt.ports, '4');
        const [stored] = await prompt.ports.responses.uncounted(prompt.broadcastId, 1);
        assert.ok(stored !== undefined);
        const counted = { batch: 1, answers: stored.value.answers, groups: {} };
        await prompt.ports.responses.replace({ ...stored.value, counted }, stored.etag);
      };
      check = async () => {
        assert.deepEqual(await stands(), []);
        await answer(prompt.ports, '3');
        assert.deepEqual(await stands(), [[{ kind: 'scale', value: 3 }, 3]]);
        assert.equal((await prompt.ports.responses.page(prompt.broadcastId, 10)).responses.length, 1);
      };
      await breakOff(start, (ports) => withdrawAnswer(ports, me, prompt.broadcastId, key));
    });
  });
}
