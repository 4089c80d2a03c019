import { z } from 'zod';
import type { Texts } from '../language/texts.ts';
import type { Question } from './question.ts';
import adoption from './templates/adoption.json' with { type: 'json' };
import consultation from './templates/consultation.json' with { type: 'json' };
import hybridWorking from './templates/hybrid-working.json' with { type: 'json' };
import riskAppetite from './templates/risk-appetite.json' with { type: 'json' };

/** A prompt that a lead can start from: complete in both languages, without audience, privacy promise or deadline. */
export interface PromptTemplate {
  readonly id: string;
  /** What the list of templates calls it. */
  readonly name: Texts;
  readonly title: Texts;
  readonly body: Texts;
  readonly questions: readonly Question[];
}

const texts = z.strictObject({ en: z.string().min(1), cy: z.string().min(1) });
const slug = z.string().regex(/^[a-z0-9-]{1,64}$/);
const options = z.array(z.strictObject({ id: slug, text: texts })).min(1);
const asked = { id: z.string().regex(/^q\d+$/), text: texts, required: z.boolean() };

const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...asked, kind: z.literal('one-choice'), options }),
  z.strictObject({ ...asked, kind: z.literal('several-choices'), options }),
  z.strictObject({ ...asked, kind: z.literal('scale'), lowest: texts, highest: texts }),
  z.strictObject({ ...asked, kind: z.literal('rows'), rows: options }),
  z.strictObject({ ...asked, kind: z.literal('free-text'), maxLength: z.int().min(1).max(2_000) }),
  z.strictObject({ ...asked, kind: z.literal('tagged-items'), items: options }),
]);

const template = z.strictObject({
  id: slug,
  name: texts,
  title: texts,
  body: texts,
  questions: z.array(question).min(1),
});

const templates: readonly PromptTemplate[] = z
  .array(template)
  .parse([consultation, hybridWorking, adoption, riskAppetite]);

/** The templates in the order in which they are offered. */
export function listTemplates(): readonly PromptTemplate[] {
  return templates;
}
