import { ulid } from 'ulid';
import type { Audience, Broadcast } from '../../../src/broadcasts/broadcast.ts';
import { listTemplates } from '../../../src/broadcasts/templates.ts';
import type { Person } from '../../../src/people/person.ts';
import { defaultDeadline } from '../../../src/time/working-days.ts';
import { madeUpPerson } from '../../product/made-up-people.ts';

/** A member of staff with a chat; every fourteenth reads Welsh. */
export function staffMember(number: number, serviceUrl: string, area: string): Person {
  return madeUpPerson(number, {
    area,
    language: number % 14 === 0 ? 'cy' : 'en',
    reach: { state: 'reachable', chat: { serviceUrl, conversationId: conversationOf(number) } },
  });
}

/** The chat of the person with this number, as long as those of Teams. */
export function conversationOf(number: number): string {
  return `a:1kXw7Zr-VqTb0nLmYp3_sHdJgEc9uAfOi4KzRvXyM6tBnPqHoSlUeWaCgDjFk1Q5yT7b_${String(number).padStart(12, '0')}`;
}

/** A prompt of real length that was confirmed a moment ago; nothing of it is planned. */
export function confirmedPrompt(author: Person, audience: Audience, audienceSize: number): Broadcast {
  const template = listTemplates().find(({ id }) => id === 'consultation');
  if (template === undefined) throw new Error('There is no template for a consultation');
  const { title, body, questions } = template;
  const now = new Date();
  const at = now.toISOString();
  return {
    id: ulid(),
    author: author.id,
    content: { kind: 'prompt', title, body, privacy: 'confidential', questions, deadline: defaultDeadline(now) },
    audience,
    state: 'sending',
    createdAt: at,
    confirmed: { at, audienceSize },
    plan: { slices: 0, recipients: 0, complete: false },
  };
}
