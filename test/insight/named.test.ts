import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countAnswers } from '../../src/insight/count-answers.ts';
import { readComments } from '../../src/insight/read-comments.ts';
import { readResults } from '../../src/insight/read-results.ts';
import { comment, countingWorld, owner, scale } from './counting-world.ts';

const areas = ['wessex', 'cymru-wales', 'hq'];

const act = fc.record({
  person: fc.nat(11),
  value: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  text: fc.option(fc.constantFrom('Yes.', 'No.', 'Perhaps.'), { nil: undefined }),
  withdraws: fc.boolean(),
  countsThen: fc.boolean(),
});

describe('The figures and comments of a named prompt', () => {
  it('are those of the answers that stand, whatever people do and whenever it is counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 40, size: 'max' }), async (acts) => {
        const world = await countingWorld('named', [scale, comment]);
        const standing = new Map<string, { value: number | undefined; text: string | undefined }>();
        for (const { person, value, text, withdraws, countsThen } of acts) {
          const id = `p${person}`;
          if (withdraws) {
            await world.withdraw(id);
            standing.delete(id);
          } else if (value !== undefined || text !== undefined) {
            await world.answer(
              id,
              { area: areas[person % 3] ?? 'hq' },
              {
                ...(value === undefined ? {} : { q2: { kind: 'scale', value } }),
                ...(text === undefined ? {} : { q3: { kind: 'free-text', text } }),
              },
            );
            standing.set(id, { value, text });
          }
          if (countsThen) await assertExact(world, standing);
        }
        await assertExact(world, standing);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);
});

async function assertExact(
  { ports, prompt }: Awaited<ReturnType<typeof countingWorld>>,
  standing: ReadonlyMap<string, { value: number | undefined; text: string | undefined }>,
): Promise<void> {
  await countAnswers(ports, prompt, { final: false });
  const { total, areas: shown } = await readResults(ports, owner, prompt.id);
  const answers = [...standing].map(([id, answer]) => ({ id, area: areas[Number(id.slice(1)) % 3], ...answer }));
  const groups = [{ group: total, of: answers }].concat(
    areas.map((area) => ({
      group: shown.find((each) => each.area === area)?.group ?? { shown: false },
      of: answers.filter((each) => each.area === area),
    })),
  );
  for (const { group, of } of groups) {
    assert.equal(group.shown ? group.tally.respondents : 0, of.length);
    const { q2 } = group.shown ? group.tally.questions : {};
    for (const value of [1, 2, 3, 4, 5]) {
      const count = q2?.kind === 'scale' ? q2.counts[value] : 0;
      assert.equal(count, of.filter((each) => each.value === value).length);
    }
  }
  const { comments } = await readComments(ports, owner, prompt.id, { questionId: 'q3' });
  assert.deepEqual(
    comments.map(({ personId, text }) => `${personId} ${text}`).toSorted(),
    answers.flatMap(({ id, text }) => (text === undefined ? [] : [`${id} ${text}`])).toSorted(),
  );
}
