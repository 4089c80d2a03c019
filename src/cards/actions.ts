import { z } from 'zod';

const broadcastId = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/);
const itemId = z.string().regex(/^[a-z0-9-]{1,64}$/);

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
  'prompt.show': z.looseObject({ broadcastId }),
  'prompt.answer': z.looseObject({ broadcastId }),
  'prompt.change': z.looseObject({ broadcastId }),
  'compose.form': z.looseObject({}),
  'compose.add-question': z.looseObject({ broadcastId }),
  'compose.preview': z.looseObject({ broadcastId }),
  'compose.edit': z.looseObject({ broadcastId }),
  'compose.send': z.looseObject({ broadcastId, people: z.int().min(0).max(100_000), version: z.string().max(200) }),
  'compose.discard': z.looseObject({ broadcastId }),
  'compose.at': z.looseObject({ broadcastId }),
  'compose.next-hours': z.looseObject({ broadcastId }),
  'compose.urgent': z.looseObject({ broadcastId }),
  'broadcast.progress': z.looseObject({ broadcastId }),
  'broadcast.pause': z.looseObject({ broadcastId }),
  'broadcast.resume': z.looseObject({ broadcastId }),
  'broadcast.cancel': z.looseObject({ broadcastId }),
  'broadcast.resend': z.looseObject({ broadcastId }),
  'broadcast.remind': z.looseObject({ broadcastId }),
  'broadcast.recall': z.looseObject({ broadcastId }),
  'broadcast.correct-form': z.looseObject({ broadcastId }),
  'broadcast.correct': z.looseObject({ broadcastId }),
  'broadcast.report': z.looseObject({ broadcastId }),
  'results.show': z.looseObject({ broadcastId, area: z.string().max(64).nullish() }),
} as const;

export type Verb = keyof typeof actionData;
export type ActionData<V extends Verb> = z.output<(typeof actionData)[V]>;
