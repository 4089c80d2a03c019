import type { Texts } from '../language/texts.ts';
import areaData from './areas.json' with { type: 'json' };

/** The stable short name of an area or unit, such as `cymru-wales`. */
export type AreaSlug = string;

/** One of the 14 areas, or a unit that is not an area (CPS Direct, central casework, HQ). */
export interface Area {
  readonly slug: AreaSlug;
  readonly kind: 'area' | 'unit';
  readonly name: Texts;
  readonly aliases: readonly string[];
  /** Broadcasts that reach a bilingual area need both languages. */
  readonly bilingual: boolean;
}

/** The areas and units of the service, in the order in which they are shown. */
export interface AreaList {
  readonly all: readonly Area[];
  find(slug: AreaSlug): Area | undefined;
  /** Finds by slug, name in either language or alias, ignoring case, spaces and punctuation. */
  match(text: string): Area | undefined;
}

/** Builds the look-up over a list of areas, by default the configured areas of the CPS. */
export function listAreas(areas: readonly Area[] = areaData as readonly Area[]): AreaList {
  const bySlug = new Map(areas.map((area) => [area.slug, area]));
  const byWord = new Map<string, Area>();
  for (const area of areas) {
    for (const word of [area.slug, area.name.en, area.name.cy ?? '', ...area.aliases]) {
      if (word !== '') byWord.set(folded(word), area);
    }
  }
  return {
    all: areas,
    find: (slug) => bySlug.get(slug),
    match: (text) => byWord.get(folded(text)),
  };
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
