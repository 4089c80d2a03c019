import { z } from 'zod';
import { resultsFormats } from '../people/person.ts';

const broadcastId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const itemId = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** The key of a card of an anonymous prompt: 128 random bits as base64url. */
const key = z
  .string()
  .regex(/^[A-Za-z0-9_-]{22}$/)
  .optional();

/** A card that asks one question after another carries what was answered so far, named as its inputs are. */
const stepwise = {
  given: z.record(z.string().max(140), z.string().max(4_000)).optional(),
  /** The questions whose text the person was asked about and keeps as it is. */
  accepted: z.array(z.string().max(8)).max(10).optional(),
};

/** The number of a question, from 1. */
const number = z.int().min(1).max(10);
const area = z.string().max(64).nullish();
const questionId = z.string().regex(/^q\d{1,2}$/);

/** The inputs of a card arrive beside the data of its button, as text, or null where a client sends null. */
export const cardInputs = z.record(z.string().max(64), z.unknown());

/**
 * The data that each button carries, by its verb: what cards put in and the bot door takes out. Inputs of the card
 * arrive in the same object, so unknown properties are kept.
 */
export const actionData = {
  'person.introduce': z.looseObject({}),
  'roadmap.show': z.looseObject({}),
  'roadmap.item': z.looseObject({ itemId }),
  'prompts.waiting': z.looseObject({}),
  'answers.mine': z.looseObject({}),
  'held.show': z.looseObject({}),
  'held.export': z.looseObject({ as: z.enum(['file', 'text']) }),
  'held.erase-ask': z.looseObject({}),
  'held.erase': z.looseObject({ sure: z.literal(true) }),
  'prompt.show': z.looseObject({ broadcastId, key }),
  'prompt.step': z.looseObject({
    broadcastId,
    key,
    ...stepwise,
    from: number,
    to: number,
    sure: z.boolean().optional(),
  }),
  'prompt.answer': z.looseObject({
    broadcastId,
    key,
    ...stepwise,
    step: number.optional(),
    sure: z.boolean().optional(),
  }),
  'prompt.change': z.looseObject({ broadcastId, key }),
  'prompt.withdraw': z.looseObject({ broadcastId, key }),
  'prompt.results': z.looseObject({ broadcastId, key }),
  'compose.form': z.looseObject({}),
  'compose.add-question': z.looseObject({ broadcastId }),
  'compose.add-from-bank': z.looseObject({ broadcastId }),
  'compose.open-question': z.looseObject({ broadcastId, question: number }),
  'compose.move-question': z.looseObject({ broadcastId, question: number }),
  'compose.remove-question': z.looseObject({ broadcastId, question: number }),
  'compose.preview': z.looseObject({ broadcastId }),
  'compose.edit': z.looseObject({ broadcastId }),
  'compose.send': z.looseObject({ broadcastId, people: z.int().min(0).max(100_000), version: z.string().max(200) }),
  'compose.discard': z.looseObject({ broadcastId }),
  'compose.at': z.looseObject({ broadcastId }),
  'compose.next-hours': z.looseObject({ broadcastId }),
  'compose.urgent': z.looseObject({ broadcastId }),
  'approval.show': z.looseObject({ broadcastId }),
  'approval.approve': z.looseObject({ broadcastId, people: z.int().min(0).max(100_000), version: z.string().max(200) }),
  'approval.send-back': z.looseObject({ broadcastId }),
  'broadcast.progress': z.looseObject({ broadcastId }),
  'broadcast.pause': z.looseObject({ broadcastId }),
  'broadcast.resume': z.looseObject({ broadcastId }),
  'broadcast.cancel': z.looseObject({ broadcastId }),
  'broadcast.resend': z.looseObject({ broadcastId }),
  'broadcast.remind': z.looseObject({ broadcastId }),
  'broadcast.recall': z.looseObject({ broadcastId }),
  'broadcast.correct-form': z.looseObject({ broadcastId }),
  'broadcast.correct': z.looseObject({ broadcastId }),
  'broadcast.extend-form': z.looseObject({ broadcastId }),
  'broadcast.extend-check': z.looseObject({ broadcastId }),
  'broadcast.extend': z.looseObject({ broadcastId, date: z.string().max(20), time: z.string().max(20) }),
  'broadcast.close': z.looseObject({ broadcastId }),
  'broadcast.keep-results': z.looseObject({ broadcastId }),
  'broadcast.share-results': z.looseObject({ broadcastId }),
  'broadcast.stop-series': z.looseObject({ broadcastId }),
  'broadcast.report': z.looseObject({ broadcastId }),
  'results.show': z.looseObject({ broadcastId, area, by: z.string().max(20).nullish() }),
  'results.file': z.looseObject({ broadcastId, as: z.enum(resultsFormats), area, by: z.string().max(20).nullish() }),
  'results.comments': z.looseObject({
    broadcastId,
    area,
    question: questionId,
    after: z.string().max(10).nullish(),
    skip: z.int().min(0).max(1_000).nullish(),
  }),
  'comments.hide': z.looseObject({ broadcastId, area, question: questionId, comment: z.string().max(64) }),
  'comments.restore': z.looseObject({ broadcastId, area, question: questionId, comment: z.string().max(64) }),
} as const;

export type Verb = keyof typeof actionData;
export type ActionData<V extends Verb> = z.output<(typeof actionData)[V]>;
