import type { AudienceJson, ContentJson } from '../../api/contract/content.ts';
import type { AreaJson } from '../../api/contract/me.ts';

/** Whether a broadcast to this audience must be in Welsh as well. */
export function needsWelsh({ areas: asked }: AudienceJson, areas: readonly AreaJson[]): boolean {
  return areas.some(({ slug, bilingual }) => bilingual && (asked === 'all' || asked.includes(slug)));
}

/** Whether any of it is written in Welsh already. */
export function writesWelsh(content: ContentJson): boolean {
  return JSON.stringify(content).includes('"cy":"');
}
