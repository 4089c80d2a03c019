import { z } from 'zod';
import type { Texts } from '../language/texts.ts';
import type { Question } from './question.ts';
import { bothTexts, questionSchema, slug } from './question-schema.ts';
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

const template = z.strictObject({
  id: slug,
  name: bothTexts,
  title: bothTexts,
  body: bothTexts,
  questions: z.array(questionSchema(z.string().regex(/^q\d+$/))).min(1),
});

const templates: readonly PromptTemplate[] = z
  .array(template)
  .parse([consultation, hybridWorking, adoption, riskAppetite]);

/** The templates in the order in which they are offered. */
export function listTemplates(): readonly PromptTemplate[] {
  return templates;
}
