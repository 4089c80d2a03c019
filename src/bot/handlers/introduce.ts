import { z } from 'zod';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { introduceCard } from '../../cards/introduce-card.ts';
import { welcomeCard } from '../../cards/welcome-card.ts';
import { languages } from '../../language/texts.ts';
import { introducePerson } from '../../people/meet-person.ts';
import { staffRoles } from '../../people/person.ts';
import type { Reply, Turn } from '../turn.ts';

const inputs = z.looseObject({
  area: z.string().max(64).nullish().catch(null),
  language: z.enum(languages).nullish().catch(null),
  role: z.enum(staffRoles).nullish().catch(null),
});

/** Asks somebody the directory does not know for area, language and role. */
export function askIntroduction(turn: Turn): AdaptiveCard {
  return introduceCard({ areas: turn.services.areas }, turn.words);
}

/** Records what somebody said of themselves, or asks again for the area, with the rest kept. */
export async function introduce(turn: Turn, data: Readonly<Record<string, unknown>>): Promise<Reply> {
  const { areas, people, clock, texts } = turn.services;
  const said = inputs.parse(data);
  const area = areas.find(said.area ?? '');
  const language = said.language ?? turn.words.language;
  const role = said.role == null ? {} : { role: said.role };
  if (area === undefined) {
    const words = texts.in(language);
    const problems = { area: words.t('introduce.areaMissing') };
    return { card: introduceCard({ areas, problems, ...role }, words), keep: false };
  }
  const person = await introducePerson(people, clock, {
    id: turn.personId,
    area: area.slug,
    language,
    chat: turn.chat,
    ...(turn.name === undefined ? {} : { name: turn.name }),
    ...role,
  });
  const card = welcomeCard(person.name === undefined ? {} : { name: person.name }, texts.in(person.language));
  return { card, keep: true };
}
