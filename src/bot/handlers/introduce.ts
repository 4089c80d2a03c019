import { z } from 'zod';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { introduceCard } from '../../cards/introduce-card.ts';
import { welcomeCard } from '../../cards/welcome-card.ts';
import { languages } from '../../language/texts.ts';
import { introducePerson } from '../../people/meet-person.ts';
import { staffRoles } from '../../people/person.ts';
import type { Reply, Turn } from '../turn.ts';

const inputs = z.looseObject({
  area: z.string().max(64).nullish(),
  language: z.enum(languages).nullish().catch(null),
  role: z.enum(staffRoles).nullish().catch(null),
});

/** Asks somebody the directory does not know for area, language and role. */
export function askIntroduction(turn: Turn): AdaptiveCard {
  return introduceCard({ areas: turn.services.areas }, turn.words);
}

/** Records what somebody said of themselves, or asks again for the area. */
export async function introduce(turn: Turn, data: Readonly<Record<string, unknown>>): Promise<Reply> {
  const { areas, people, clock, texts } = turn.services;
  const said = inputs.safeParse(data);
  const area = said.success ? areas.find(said.data.area ?? '') : undefined;
  if (!said.success || area === undefined) {
    const problems = { area: turn.words.t('introduce.areaMissing') };
    return { card: introduceCard({ areas, problems }, turn.words), keep: false };
  }
  const language = said.data.language ?? turn.words.language;
  const person = await introducePerson(people, clock, {
    id: turn.personId,
    area: area.slug,
    language,
    chat: turn.chat,
    ...(turn.name === undefined ? {} : { name: turn.name }),
    ...(said.data.role == null ? {} : { role: said.data.role }),
  });
  const card = welcomeCard(person.name === undefined ? {} : { name: person.name }, texts.in(person.language));
  return { card, keep: true };
}
