import { ProductError } from '../errors/product-error.ts';
import type { AreaList, AreaSlug } from '../people/areas.ts';
import type { Person } from '../people/person.ts';
import type { Audience } from './broadcast.ts';

/** The audiences that an author may choose from: a roadmap owner all areas and everybody, a lead their own areas. */
export function offeredAreas(author: Person, areas: AreaList): { areas: readonly AreaSlug[]; everybody: boolean } {
  if (author.duties.roadmapOwner) return { areas: areas.all.map((area) => area.slug), everybody: true };
  return {
    areas: areas.all.map((area) => area.slug).filter((slug) => author.duties.leads.includes(slug)),
    everybody: false,
  };
}

/**
 * Throws AudienceEmpty when no area is named, AreaUnknown for one that does not exist, and AudienceNotAllowed for one
 * that the author does not lead.
 */
export function requireAudience(author: Person, audience: Audience, areas: AreaList): void {
  const offered = offeredAreas(author, areas);
  if (audience.areas === 'all') {
    if (!offered.everybody) throw new ProductError('AudienceNotAllowed');
    return;
  }
  if (audience.areas.length === 0) throw new ProductError('AudienceEmpty');
  for (const slug of audience.areas) {
    if (areas.find(slug) === undefined) throw new ProductError('AreaUnknown', { area: slug });
    if (!offered.areas.includes(slug)) throw new ProductError('AudienceNotAllowed', { area: slug });
  }
}

/** Whether a broadcast to this audience must be in Welsh as well as in English. */
export function needsWelsh(audience: Audience, areas: AreaList): boolean {
  const asked = audience.areas === 'all' ? areas.all.map((area) => area.slug) : audience.areas;
  return asked.some((slug) => areas.find(slug)?.bilingual === true);
}

/** Whether people of `area` are in the audience. */
export function inAudience(audience: Audience, area: AreaSlug): boolean {
  return audience.areas === 'all' || audience.areas.includes(area);
}
