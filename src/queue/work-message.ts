import { z } from 'zod';
import type { RunId } from '../delivery/delivery.ts';
import { approvalNews, type Work } from '../delivery/work-queue.ts';

const run: z.ZodType<RunId> = z.union([
  z.literal(['send', 'results', 'recall']),
  z.templateLiteral(['remind-', z.int().positive()]),
  z.templateLiteral(['correct-', z.int().positive()]),
]);

const workSchema: z.ZodType<Work> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), broadcastId: z.string().min(1) }),
  z.object({
    kind: z.literal('tell'),
    broadcastId: z.string().min(1),
    news: z.enum(approvalNews),
    at: z.string().min(1),
    to: z.string().min(1).exactOptional(),
  }),
  z.object({ kind: z.literal('slice'), broadcastId: z.string().min(1), run, slice: z.int().positive() }),
]);

/** The text of a queue message: JSON in Base64, because a message travels inside XML, which not every text survives. */
export function writeWork(work: Work): string {
  return Buffer.from(JSON.stringify(work)).toString('base64');
}

/** Reads the text of a message, in Base64 or plain (as typed by an operator); undefined when it is not work. */
export function readWork(text: string): Work | undefined {
  const json = text.trimStart().startsWith('{') ? text : Buffer.from(text, 'base64').toString();
  return workSchema.safeParse(parsed(json)).data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
