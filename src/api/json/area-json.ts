import type { Area } from '../../people/areas.ts';

/** An area as the API tells of it. */
export function areaJson({ slug, kind, name, bilingual }: Area) {
  return { slug, kind, name, bilingual };
}
