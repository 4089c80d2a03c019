import { z } from 'zod';
import { itemTags, rowAnswers } from '../../broadcasts/question.ts';
import type { Answers } from '../../responses/response.ts';
import answerData from './finished-answers.json' with { type: 'json' };

const scale = z.int().min(1).max(5);
const text = z.string().min(1).max(1_000);

const finishedAnswers = z.array(
  z.strictObject({
    /** The number of the sample person who answered. */
    person: z.int().min(1),
    /** 0 is the day of sending, 1 the first working day after it. */
    workingDay: z.int().min(0).max(10),
    /** On the clock in London. */
    time: z.iso.time(),
    revision: z.int().min(1).default(1),
    ambitious: scale,
    honest: scale,
    comment: text.exactOptional(),
    understands: z.record(z.enum(['what', 'when', 'how']), z.enum(rowAnswers)).exactOptional(),
    ideas: z.record(z.string(), z.enum(itemTags)).exactOptional(),
    why: text.exactOptional(),
  }),
);

/** What one sample person answered to the consultation, and when. */
export type FinishedAnswer = z.output<typeof finishedAnswers>[number];

/** The invented answers to the sample consultation. Throws ZodError when the data file is wrong. */
export function readFinishedAnswers(): readonly FinishedAnswer[] {
  return finishedAnswers.parse(answerData);
}

/** An answer as the product stores it, by the question ids of the consultation's template. */
export function toAnswers({ ambitious, honest, comment, understands, ideas, why }: FinishedAnswer): Answers {
  return {
    q1: { kind: 'scale', value: ambitious },
    q2: { kind: 'scale', value: honest },
    ...(comment === undefined ? {} : { q3: { kind: 'free-text', text: comment } }),
    ...(understands === undefined ? {} : { q4: { kind: 'rows', rows: understands } }),
    ...(ideas === undefined ? {} : { q5: { kind: 'tagged-items', tags: ideas } }),
    ...(why === undefined ? {} : { q6: { kind: 'free-text', text: why } }),
  };
}
