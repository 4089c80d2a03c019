import type { AreaJson } from '../../api/contract/me.ts';
import type { PersonSummary } from '../../api/contract/people.ts';

/** Those of the people who lead the area. */
export function leadsOf(area: string, people: readonly PersonSummary[]): readonly PersonSummary[] {
  return people.filter(({ duties }) => duties.leads.includes(area));
}

/** The areas that nobody leads; units beside the areas, such as the headquarters, need no lead. */
export function areasWithoutLead(areas: readonly AreaJson[], people: readonly PersonSummary[]): readonly AreaJson[] {
  return areas.filter(({ slug, kind }) => kind === 'area' && leadsOf(slug, people).length === 0);
}
