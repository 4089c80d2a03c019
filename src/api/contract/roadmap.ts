import { z } from 'zod';
import { itemKinds, maturities, objectives } from '../../roadmap/roadmap-item.ts';
import { areaSlug, etag, instant, itemId } from './ids.ts';
import { roughDate, texts } from './texts.ts';

const written = z.strictObject({
  en: z.string().trim().min(1).max(3_000),
  cy: z.string().trim().min(1).max(3_000).exactOptional(),
});

const contract = z.strictObject({
  contract: written,
  /** A firm date, YYYY-MM-DD. */
  expires: z.iso.date(),
  /** The start of what follows, no more precise than it is known. */
  nextStarts: roughDate,
  extensionOptions: written.exactOptional(),
});

const fields = {
  kind: z.enum(itemKinds),
  title: written,
  summary: written,
  maturity: z.enum(maturities),
  objectives: z.array(z.enum(objectives)).max(objectives.length),
  outcome: z.strictObject({ text: written, when: roughDate }),
  dependsOn: written.exactOptional(),
  contract: contract.exactOptional(),
  risk: written.exactOptional(),
  victimsAndWitnesses: written.exactOptional(),
  approach: z.enum(['strategic', 'tactical']),
  visibility: z.enum(['internal', 'publishable']),
  /** The areas that it is for; for everybody when absent. */
  areas: z.array(areaSlug).min(1).max(50).exactOptional(),
};

/** What the roadmap owner writes of an item. */
export const itemChange = z.strictObject(fields);
export const newItem = z.strictObject({ id: itemId, ...fields });

export const roadmapItem = z.object({
  id: itemId,
  kind: z.enum(itemKinds),
  title: texts,
  summary: texts,
  maturity: z.enum(maturities),
  objectives: z.array(z.enum(objectives)),
  outcome: z.object({ text: texts, when: roughDate }),
  dependsOn: texts.optional(),
  contract: z
    .object({
      contract: texts,
      expires: z.iso.date(),
      nextStarts: roughDate,
      extensionOptions: texts.optional(),
    })
    .optional(),
  risk: texts.optional(),
  victimsAndWitnesses: texts.optional(),
  approach: z.enum(['strategic', 'tactical']),
  visibility: z.enum(['internal', 'publishable']),
  areas: z.array(areaSlug).optional(),
  /** 1 for the first version; each change adds one. */
  version: z.int().min(1),
  changedAt: instant,
});

export const roadmapQuery = z.strictObject({
  kind: z.enum(itemKinds).optional(),
  maturity: z.enum(maturities).optional(),
  objective: z.enum(objectives).optional(),
  /** Items for this area, those for everybody among them. */
  area: areaSlug.optional(),
});

/** Every item that the filter lets through, in the order of the roadmap. */
export const roadmapList = z.object({ items: z.array(roadmapItem) });

/** One version of an item, and which of its fields differ from the version before. */
export const itemVersion = z.object({ item: roadmapItem, changed: z.array(z.string()) });

export const itemDetail = z.object({
  item: roadmapItem,
  etag,
  /** Newest first; the first is the present one. */
  history: z.array(itemVersion),
});

/** An item as it stands after a change. */
export const storedItem = z.object({ item: roadmapItem, etag });

export type RoadmapItemJson = z.infer<typeof roadmapItem>;
export type RoadmapQuery = z.infer<typeof roadmapQuery>;
export type RoadmapList = z.infer<typeof roadmapList>;
export type ItemChange = z.infer<typeof itemChange>;
export type NewItem = z.infer<typeof newItem>;
export type ItemDetail = z.infer<typeof itemDetail>;
export type StoredItem = z.infer<typeof storedItem>;
