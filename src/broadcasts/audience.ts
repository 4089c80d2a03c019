import { ProductError } from '../errors/product-error.ts';
import type { AreaList, AreaSlug } from '../people/areas.ts';
import type { Person } from '../people/person.ts';
import type { Audience } from './broadcast.ts';

/** The audiences that an author may send to alone: a roadmap owner all areas and everybody, a lead their own areas. */
export function offeredAreas(author: Person, areas: AreaList): { areas: readonly AreaSlug[]; everybody: boolean } {
  if (author.duties.roadmapOwner) return { areas: areas.all.map((area) => area.slug), everybody: true };
  return {
    areas: areas.all.map((area) => area.slug).filter((slug) => author.duties.leads.includes(slug)),
    everybody: false,
  };
}

/** Throws AudienceEmpty when no area is named, and AreaUnknown for one that does not exist. */
export function requireAreas(audience: Audience, areas: AreaList): void {
  if (audience.areas === 'all') return;
  if (audience.areas.length === 0) throw new ProductError('AudienceEmpty');
  for (const slug of audience.areas) {
    if (areas.find(slug) === undefined) throw new ProductError('AreaUnknown', { area: slug });
  }
}

/**
 * Throws AudienceNotAllowed for an audience to which the author may not send alone, and what {@link requireAreas} throws.
 */
export function requireAudience(author: Person, audience: Audience, areas: AreaList): void {
  requireAreas(audience, areas);
  const beyond = areasBeyond(author, audience, areas);
  if (beyond === 'all') throw new ProductError('AudienceNotAllowed');
  for (const area of beyond) throw new ProductError('AudienceNotAllowed', { area });
}

/** Whether a roadmap owner has to approve what the author sends: it is for more than the author's own areas. */
export function needsApproval(author: Person, audience: Audience, areas: AreaList): boolean {
  const beyond = areasBeyond(author, audience, areas);
  return beyond === 'all' || beyond.length > 0;
}

/** What of an audience the author may not send to alone. */
function areasBeyond(author: Person, audience: Audience, areas: AreaList): Audience['areas'] {
  const offered = offeredAreas(author, areas);
  if (audience.areas === 'all') return offered.everybody ? [] : 'all';
  return audience.areas.filter((slug) => !offered.areas.includes(slug));
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
