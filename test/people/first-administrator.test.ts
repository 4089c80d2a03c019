import assert from 'node:assert/strict';
import { ensureAdministrator } from '../../src/people/first-administrator.ts';
import { systemClock } from '../../src/time/clock.ts';
import { createMemoryPeopleStore } from '../fakes/memory-people-store.ts';
import { madeUpPerson, personId } from '../product/made-up-people.ts';

describe('the first administrator', () => {
  it('is recorded where nobody is, once however often it is asked for', async () => {
    const people = createMemoryPeopleStore();
    await Promise.all(Array.from({ length: 5 }, () => ensureAdministrator(people, systemClock, personId(1))));
    const stored = await people.get(personId(1));
    assert.deepEqual(stored?.value.duties, { leads: [], roadmapOwner: false, administrator: true });
    await ensureAdministrator(people, systemClock, personId(1));
    assert.deepEqual(await people.get(personId(1)), stored);
  });

  it('keeps all else that is known of them', async () => {
    const people = createMemoryPeopleStore();
    const lead = madeUpPerson(2, { duties: { leads: ['wessex'], roadmapOwner: true } });
    await people.create(lead);
    await ensureAdministrator(people, systemClock, lead.id);
    const duties = { ...lead.duties, administrator: true };
    assert.deepEqual((await people.get(lead.id))?.value, { ...lead, duties });
  });
});
