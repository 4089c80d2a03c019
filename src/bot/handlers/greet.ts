import { introduceCard } from '../../cards/introduce-card.ts';
import { welcomeCard } from '../../cards/welcome-card.ts';
import { meetPerson } from '../../people/meet-person.ts';
import type { Turn } from '../turn.ts';

/** Welcomes whoever installed the app: once a known person, with a question for area and language somebody unknown. */
export async function greet(turn: Turn): Promise<void> {
  const met = await meetPerson(turn.services.people, turn.personId, turn.chat);
  if (met === undefined) return turn.say(introduceCard({ areas: turn.services.areas }, turn.words));
  if (!met.newlyReachable) return;
  const { name, language } = met.person;
  await turn.say(welcomeCard(name === undefined ? {} : { name }, turn.services.texts.in(language)));
}
