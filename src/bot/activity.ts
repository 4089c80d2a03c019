import { z } from 'zod';

const text = z.string().max(500);

/** No command is longer; of a longer message only the beginning is looked at. In characters. */
const longestCommand = 1_000;

/** What every activity from Teams must say before anything is done with it. Ids of people come in any case. */
const base = z.looseObject({
  id: text.optional(),
  channelId: z.literal('msteams'),
  serviceUrl: z.url().max(500),
  from: z.looseObject({
    id: text,
    aadObjectId: z
      .guid()
      .transform((id) => id.toLowerCase())
      .optional(),
    name: text.optional(),
  }),
  conversation: z.looseObject({ id: text.min(1), conversationType: text.optional() }),
  recipient: z.looseObject({ id: text }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: text }) }),
  locale: text.optional(),
  replyToId: text.optional(),
});

/** The one value of an adaptive card's Action.Execute. */
const executed = z.looseObject({
  action: z.looseObject({
    verb: z.string().max(64),
    data: z.record(z.string().max(200), z.unknown()).nullish(),
  }),
});

export const inboundActivity = z.discriminatedUnion('type', [
  base.extend({
    type: z.literal('message'),
    text: z
      .string()
      .transform((written) => written.slice(0, longestCommand))
      .nullish()
      .catch(null),
    value: z
      .looseObject({ command: z.string().max(64).optional() })
      .nullish()
      .catch(null),
  }),
  base.extend({ type: z.literal('invoke'), name: z.string().max(100), value: z.unknown().optional() }),
  base.extend({
    type: z.literal('conversationUpdate'),
    membersAdded: z
      .array(z.looseObject({ id: text }))
      .max(1_000)
      .nullish(),
    membersRemoved: z
      .array(z.looseObject({ id: text }))
      .max(1_000)
      .nullish(),
  }),
  base.extend({ type: z.literal('installationUpdate'), action: text }),
]);

export type InboundActivity = z.output<typeof inboundActivity>;
export const executeValue = executed;
