import { z } from 'zod';
import { itemKinds, maturities, objectives, type RoadmapItem } from '../../roadmap/roadmap-item.ts';
import roadmapData from './roadmap.json' with { type: 'json' };

const texts = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
const year = z.int().min(2023);

const roughDate = z.discriminatedUnion('precision', [
  z.strictObject({ precision: z.literal('day'), day: z.iso.date() }),
  z.strictObject({ precision: z.literal('month'), year, month: z.int().min(1).max(12) }),
  z.strictObject({ precision: z.literal('season'), year, season: z.enum(['spring', 'summer', 'autumn', 'winter']) }),
  z.strictObject({ precision: z.literal('quarter'), year, quarter: z.literal([1, 2, 3, 4]) }),
  z.strictObject({ precision: z.literal('year'), year }),
  z.strictObject({ precision: z.literal('unknown') }),
]);

const roadmap = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,64}$/),
    kind: z.enum(itemKinds),
    title: texts,
    summary: texts,
    maturity: z.enum(maturities),
    objectives: z.array(z.enum(objectives)).min(1),
    outcome: z.strictObject({ text: texts, when: roughDate }),
    dependsOn: texts.exactOptional(),
    contract: z
      .strictObject({
        contract: texts,
        expires: z.iso.date(),
        nextStarts: roughDate,
        extensionOptions: texts.exactOptional(),
      })
      .exactOptional(),
    risk: texts.exactOptional(),
    victimsAndWitnesses: texts.exactOptional(),
    approach: z.enum(['strategic', 'tactical']),
    visibility: z.enum(['internal', 'publishable']),
    version: z.literal(1),
    changedAt: z.iso.datetime(),
  }),
);

/**
 * The sample roadmap, in the order in which its items are shown. Contracts and dates in it are invented examples: no
 * contract of the CPS is described here, and no date binds anybody. Throws ZodError when the data file is wrong.
 */
export function sampleRoadmap(): readonly RoadmapItem[] {
  return roadmap.parse(roadmapData);
}
