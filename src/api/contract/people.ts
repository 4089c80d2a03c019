import { z } from 'zod';
import { rowProblems } from '../../people/directory/directory-row.ts';
import { importedFields } from '../../people/directory/plan-import.ts';
import { fileProblems } from '../../people/directory/read-directory.ts';
import { staffRoles } from '../../people/person.ts';
import { areaSlug, count, cursor, etag, limit, personId } from './ids.ts';
import { duties } from './me.ts';
import { language } from './texts.ts';

export const personSummary = z.object({
  id: personId,
  name: z.string().optional(),
  area: areaSlug,
  site: z.string().optional(),
  role: z.enum(staffRoles).optional(),
  language,
  duties,
  reachable: z.boolean(),
  /** Why cards do not reach them. */
  unreachableBecause: z.enum(['not-installed', 'uninstalled', 'blocked']).optional(),
});

export const peopleQuery = z.strictObject({
  /** Words that the name holds. */
  search: z.string().max(200).optional(),
  area: areaSlug.optional(),
  /** Only those who lead an area, own the roadmap or administer. */
  withDuties: z.enum(['true', 'false']).optional(),
  cursor: cursor.optional(),
  limit: limit.optional(),
});

/** A page may be short, or empty, and still have a next one. */
export const peopleList = z.object({ people: z.array(personSummary), next: cursor.optional() });

export const personDetail = z.object({ person: personSummary, etag });

/** What a person may do from now on. */
export const dutiesChange = z.strictObject({
  leads: z.array(areaSlug).max(50),
  roadmapOwner: z.boolean(),
  administrator: z.boolean(),
});

const reach = { people: count, reachable: count };

/** How many people cards can reach, by area and by site. */
export const coverage = z.object({
  ...reach,
  areas: z.array(
    z.object({
      area: areaSlug,
      ...reach,
      /** By the names of the directory; people without a site are under the empty name. */
      sites: z.array(z.object({ site: z.string(), ...reach })),
    }),
  ),
});

/** What is wrong with a row, or with the file as a whole: then it is the only problem. */
export const importProblems = [...rowProblems, ...fileProblems] as const;

export const importReport = z.object({
  /** Names these rows; applying needs it. */
  digest: z.string(),
  rows: count,
  added: count,
  changed: count,
  unchanged: count,
  /** Rows that cannot be taken; nothing is applied while there is one. The first 200 are listed. */
  problems: z.array(
    z.object({
      /** The line of the file at which the row begins, from 1. */
      line: z.int().min(1),
      problem: z.enum(importProblems),
      /** In the caller's language. */
      text: z.string(),
    }),
  ),
  problemCount: count,
  /** Who would be added or changed, the first 200. */
  changes: z.array(
    z.object({
      id: personId,
      name: z.string().optional(),
      new: z.boolean(),
      fields: z.array(
        z.object({
          field: z.enum(importedFields),
          before: z.string().optional(),
          after: z.string(),
        }),
      ),
    }),
  ),
  /** People of the directory whom the file leaves out; they stay. The first 200 are listed. */
  missing: z.array(z.object({ id: personId, name: z.string().optional(), area: areaSlug })),
  missingCount: count,
});

/** `digest` is that of the dry run. */
export const importQuery = z.strictObject({ digest: z.string().min(1).max(100) });
export const importApplied = z.object({ added: count, changed: count, unchanged: count });

export type PersonSummary = z.infer<typeof personSummary>;
export type PeopleQuery = z.input<typeof peopleQuery>;
export type PeopleList = z.infer<typeof peopleList>;
export type PersonDetail = z.infer<typeof personDetail>;
export type DutiesChange = z.infer<typeof dutiesChange>;
export type Coverage = z.infer<typeof coverage>;
export type ImportReport = z.infer<typeof importReport>;
export type ImportApplied = z.infer<typeof importApplied>;
