import assert from 'node:assert/strict';
import { createConnectorCaller } from './connector-caller.ts';
import { drawLatency, type Latency } from './latency.ts';
import { createRandom } from './random.ts';
import { askingCard, messageWith, sample } from './sample.ts';
import { createTeams } from './teams.ts';

function drawn(latency: Latency, seed = 1): number[] {
  const random = createRandom(seed);
  return Array.from({ length: 20_000 }, () => drawLatency(latency, random)).sort((a, b) => a - b);
}

describe('latency', () => {
  it('may be none, or always the same', () => {
    assert.equal(drawn({ kind: 'none' }).at(-1), 0);
    const fixed = drawn({ kind: 'fixed', ms: 20 });
    assert.deepEqual([fixed[0], fixed.at(-1)], [20, 20]);
  });

  it('may lie evenly between two bounds', () => {
    const times = drawn({ kind: 'uniform', minMs: 10, maxMs: 20 });
    assert.ok((times[0] ?? 0) >= 10 && (times.at(-1) ?? 99) < 20);
    assert.ok(Math.abs((times[10_000] ?? 0) - 15) < 0.5);
  });

  it('may have a long tail, with the median and the 99th percentile asked for', () => {
    const times = drawn({ kind: 'lognormal', medianMs: 80, p99Ms: 600 });
    assert.ok(Math.abs((times[10_000] ?? 0) - 80) < 4, String(times[10_000]));
    assert.ok(Math.abs((times[19_800] ?? 0) - 600) < 90, String(times[19_800]));
  });

  it('is the same in every run of one seed', () => {
    const latency: Latency = { kind: 'lognormal', medianMs: 80, p99Ms: 600 };
    assert.deepEqual(drawn(latency, 7), drawn(latency, 7));
    assert.notDeepEqual(drawn(latency, 7), drawn(latency, 8));
  });

  it('delays the answer, not the arrival', async () => {
    const teams = await createTeams({ ...sample, users: [{ name: 'Alys Rees' }], latency: { kind: 'fixed', ms: 60 } });
    const alys = teams.user('Alys Rees');
    const started = performance.now();
    const answer = createConnectorCaller(teams).send(alys.conversationId, messageWith(askingCard()));
    await teams.settled(() => alys.deliveries === 1);
    assert.equal(teams.counts.inFlight, 1);
    await answer;
    await teams.close();
    assert.ok(performance.now() - started >= 59);
  });
});
