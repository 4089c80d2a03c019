import assert from 'node:assert/strict';
import type { Person } from '../../../src/people/person.ts';
import type { Response } from '../../../src/responses/response.ts';
import type { ResponseStore } from '../../../src/responses/response-store.ts';
import { inputsOf, updatePath } from './prompt-to-answer.ts';
import type { StandInTeams } from './stand-in-teams.ts';

/** Throws unless exactly one answer of every person is stored, the one that they gave. */
export async function checkStored(
  responses: ResponseStore,
  broadcastId: string,
  people: readonly Person[],
  firstAnswer: (response: Response) => unknown,
): Promise<void> {
  const stored = new Map<string, unknown>();
  let after: string | undefined;
  let count = 0;
  do {
    const page = await responses.page(broadcastId, 1_000, after);
    for (const response of page.responses) stored.set(response.respondentId, firstAnswer(response));
    count += page.responses.length;
    after = page.next;
  } while (after !== undefined);
  assert.equal(count, people.length, 'answers stored');
  for (const person of people) assert.equal(String(stored.get(person.id)), inputsOf(person).q1, person.id);
}

/** Throws unless the message of every person was updated exactly once, and no other. */
export function checkUpdated({ updates, serviceUrl }: StandInTeams, people: readonly Person[]): void {
  assert.equal(updates.size, people.length, 'messages updated');
  for (const person of people) assert.equal(updates.get(updatePath(person, serviceUrl)), 1, person.id);
}
