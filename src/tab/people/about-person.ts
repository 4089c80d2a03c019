import type { DutiesJson } from '../../api/contract/me.ts';
import type { PersonSummary } from '../../api/contract/people.ts';
import type { Words } from '../words/words.ts';

/** What somebody is called; the directory may not know their name. */
export function nameOfPerson({ name, id }: Pick<PersonSummary, 'name' | 'id'>, words: Words): string {
  return name ?? words.t('people.unnamed', { id: id.slice(0, 8) });
}

/** "Leads Wessex. Roadmap owner."; empty when somebody has no duties. */
export function dutiesSentence(
  { leads, roadmapOwner, administrator }: DutiesJson,
  nameOf: (area: string) => string,
  words: Words,
): string {
  return [
    ...(leads.length === 0 ? [] : [words.t('people.duties.leadsOf', { areas: leads.map(nameOf).join(', ') })]),
    ...(roadmapOwner ? [words.t('people.duties.isOwner')] : []),
    ...(administrator ? [words.t('people.duties.isAdministrator')] : []),
  ].join(' ');
}
