import { z } from 'zod';
import { question } from './content.ts';
import { texts } from './texts.ts';

export const template = z.object({
  id: z.string(),
  name: texts,
  title: texts,
  body: texts,
  questions: z.array(question),
});

/** Prompts that an author can start from, complete in both languages. */
export const templateList = z.object({ templates: z.array(template) });

/** A question that an author can take up, complete in both languages; its own id is to be the next one in the prompt. */
export const bankedQuestion = z.object({ id: z.string(), heading: texts, question });
export const questionBank = z.object({ questions: z.array(bankedQuestion) });

export type TemplateJson = z.infer<typeof template>;
export type TemplateList = z.infer<typeof templateList>;
export type BankedQuestion = z.infer<typeof bankedQuestion>;
export type QuestionBank = z.infer<typeof questionBank>;
