import type { Language } from '../language/texts.ts';
import { changeStored } from '../storage/versioned.ts';
import type { Clock } from '../time/clock.ts';
import type { AreaSlug } from './areas.ts';
import type { PeopleStore } from './people-store.ts';
import type { ChatAddress, Person, StaffRole, UnreachableReason } from './person.ts';

export interface Met {
  readonly person: Person;
  /** Whether cards could not reach the person in this chat before. */
  readonly newlyReachable: boolean;
}

/** Keeps the chat in which a known person can be reached; undefined when the directory does not know the person. */
export async function meetPerson(people: PeopleStore, id: string, chat: ChatAddress): Promise<Met | undefined> {
  let newlyReachable = false;
  const stored = await changeStored(
    () => people.get(id),
    people.replace,
    (person): Person | undefined => {
      newlyReachable = !sameChat(person, chat);
      return newlyReachable ? { ...person, reach: { state: 'reachable', chat } } : undefined;
    },
  );
  return stored === undefined ? undefined : { person: stored.value, newlyReachable };
}

/** Notes that cards cannot reach a person any more. The person and their last chat are kept for their return. */
export async function losePerson(people: PeopleStore, id: string, reason: UnreachableReason): Promise<void> {
  await changeStored(
    () => people.get(id),
    people.replace,
    ({ reach, ...person }): Person | undefined =>
      reach.state === 'unreachable' && reach.reason === reason
        ? undefined
        : {
            ...person,
            reach: { state: 'unreachable', reason, ...(reach.chat === undefined ? {} : { chat: reach.chat }) },
          },
  );
}

export interface Introduction {
  readonly id: string;
  readonly name?: string;
  readonly area: AreaSlug;
  readonly role?: StaffRole;
  readonly language: Language;
  readonly chat: ChatAddress;
}

/** Records a person whom the directory did not know. Somebody already recorded changes their own details. */
export async function introducePerson(people: PeopleStore, clock: Clock, who: Introduction): Promise<Person> {
  const { chat, ...details } = who;
  const created = await people.create({
    ...details,
    duties: { leads: [], roadmapOwner: false },
    reach: { state: 'reachable', chat },
    recordedAt: clock.now().toISOString(),
  });
  if (created.created) return created.stored.value;
  const changed = await changeStored(
    () => people.get(who.id),
    people.replace,
    (person): Person => ({ ...person, ...details, reach: { state: 'reachable', chat } }),
  );
  return changed?.value ?? created.stored.value;
}

function sameChat(person: Person, chat: ChatAddress): boolean {
  return (
    person.reach.state === 'reachable' &&
    person.reach.chat.conversationId === chat.conversationId &&
    person.reach.chat.serviceUrl === chat.serviceUrl
  );
}
