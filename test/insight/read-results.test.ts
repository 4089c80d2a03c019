import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import { type ResultsPorts, readResults } from '../../src/insight/read-results.ts';
import { listAreas } from '../../src/people/areas.ts';
import type { Person } from '../../src/people/person.ts';
import { systemClock } from '../../src/time/clock.ts';
import { samplePerson } from '../contract/samples.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryResponseStore } from '../fakes/memory-response-store.ts';

const owner: Person = samplePerson({ duties: { leads: [], roadmapOwner: true } });

describe('reading results', () => {
  const id = ulid();
  const ports: ResultsPorts = {
    broadcasts: createMemoryBroadcastStore(),
    responses: createMemoryResponseStore(),
    areas: listAreas(),
    clock: systemClock,
    reached: async () => ({ asked: 14, reached: 14 }),
  };

  before(async () => {
    await ports.broadcasts.create({
      id,
      author: owner.id,
      audience: { areas: 'all' },
      state: 'sent',
      confirmed: { at: '2026-11-23T09:00:00.000Z', audienceSize: 14 },
      createdAt: '2026-11-23T09:00:00.000Z',
      content: {
        kind: 'prompt',
        title: { en: 'Files' },
        body: { en: 'Say.' },
        privacy: 'confidential',
        questions: [{ id: 'q1', kind: 'free-text', text: { en: 'Why?' }, required: true, maxLength: 100 }],
        deadline: { date: '2036-12-10', time: '17:00', zone: 'Europe/London' },
      },
    });
    for (let number = 0; number < 13; number += 1) {
      await ports.responses.create({
        broadcastId: id,
        personId: `person-${number}`,
        answers: { q1: { kind: 'free-text', text: 'Because' } },
        revision: 1,
        area: number === 0 ? 'an-area-of-old' : 'wessex',
        language: 'en',
        answeredAt: '2026-11-23T09:00:00.000Z',
      });
    }
  });

  it('does not show the only large area when the rest of the total is one person of an area that is gone', async () => {
    const { total, areas, everyArea } = await readResults(ports, owner, id);
    assert.equal(everyArea, true);
    assert.equal(total.shown && total.tally.respondents, 13);
    assert.deepEqual(
      areas.filter(({ group }) => group.shown),
      [],
    );
  });
});
