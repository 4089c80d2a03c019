import { isSentPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import { ProductError } from '../errors/product-error.ts';
import type { AreaList, AreaSlug } from '../people/areas.ts';
import { mayBroadcast, type Person } from '../people/person.ts';

/** What a person may see of the answers to a prompt. */
export interface Visible {
  readonly prompt: Prompt;
  /** Those asked that they may see, in display order; at least one. */
  readonly areas: readonly AreaSlug[];
  /** They see every area that was asked, and so the total. */
  readonly everyArea: boolean;
}

/**
 * What a person may see of a prompt: every area for its author and a roadmap owner, their own areas for other leads.
 * Throws LeadsOnly, PromptUnknown, and AreaNotAsked for a lead none of whose areas was asked.
 */
export async function readVisible(
  ports: { readonly broadcasts: Pick<BroadcastStore, 'get'>; readonly areas: AreaList },
  reader: Person,
  broadcastId: string,
): Promise<Visible> {
  if (!mayBroadcast(reader)) throw new ProductError('LeadsOnly');
  const stored = await ports.broadcasts.get(broadcastId);
  if (stored === undefined || !isSentPrompt(stored.value)) throw new ProductError('PromptUnknown');
  const areas = areasVisible(ports.areas, reader, stored.value);
  if (areas.length === 0) throw new ProductError('AreaNotAsked');
  return { prompt: stored.value, areas, everyArea: areas.length === areasAsked(ports.areas, stored.value).length };
}

/** The areas asked of which a person may see what was answered, in display order. */
export function areasVisible(areas: AreaList, reader: Person, prompt: Prompt): readonly AreaSlug[] {
  const asked = areasAsked(areas, prompt);
  if (reader.duties.roadmapOwner || prompt.author === reader.id) return asked;
  return asked.filter((area) => reader.duties.leads.includes(area));
}

function areasAsked(areas: AreaList, { audience: { areas: asked } }: Prompt): readonly AreaSlug[] {
  return areas.all.map(({ slug }) => slug).filter((slug) => asked === 'all' || asked.includes(slug));
}
