import { z } from 'zod';
import { staffRoles } from '../../people/person.ts';
import { areaSlug, personId } from './ids.ts';
import { language, texts } from './texts.ts';

/** What a person may do beyond answering. */
export const duties = z.object({
  /** The areas and units that they lead. */
  leads: z.array(areaSlug),
  roadmapOwner: z.boolean(),
  administrator: z.boolean(),
});

/** Who is signed in, and what the tab may offer them. */
export const me = z.object({
  id: personId,
  name: z.string().optional(),
  area: areaSlug,
  site: z.string().optional(),
  role: z.enum(staffRoles).optional(),
  language,
  duties,
  may: z.object({
    broadcast: z.boolean(),
    /** Send to everybody without asking for approval, and without waiting for the sending hours. */
    broadcastToAll: z.boolean(),
    editRoadmap: z.boolean(),
    seePeople: z.boolean(),
    changePeople: z.boolean(),
  }),
  /** The areas that they may send to without asking for approval. */
  sendsTo: z.array(areaSlug),
  /** Whether cards reach them: they can send themselves a preview. */
  reachable: z.boolean(),
});

export const languageChange = z.strictObject({ language });

export const area = z.object({
  slug: areaSlug,
  kind: z.enum(['area', 'unit']),
  name: texts,
  /** Broadcasts that reach it need both languages. */
  bilingual: z.boolean(),
});
export const areaList = z.object({ areas: z.array(area) });

export type Me = z.infer<typeof me>;
export type DutiesJson = z.infer<typeof duties>;
export type AreaJson = z.infer<typeof area>;
export type AreaList = z.infer<typeof areaList>;
