import assert from 'node:assert/strict';
import type { Actor, ExecuteOptions } from '../simulator/actor.ts';
import type { Inputs } from '../simulator/card-inputs.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import type { Teams } from '../simulator/teams.ts';

/** The newest message that a person sees. */
export function newest(actor: Actor): TeamsMessage {
  const message = actor.user.messages.at(-1);
  assert.ok(message !== undefined, `${actor.user.name} has no message`);
  return message;
}

/** Every text on a card, in order, as one text. */
export function cardText(card: unknown): string {
  return [...textsOf(card)].join('\n');
}

function* textsOf(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const each of value) yield* textsOf(each);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    if (['text', 'title', 'label', 'value', 'errorMessage'].includes(name) && typeof each === 'string') yield each;
    else if (name !== 'data' && name !== 'fallback' && name !== 'refresh') yield* textsOf(each);
  }
}

/** Writes a broadcast in the chat up to its preview, and gives back the message that shows it. */
export async function compose(
  teams: Teams,
  lead: Actor,
  kind: string,
  form: Inputs,
  options: ExecuteOptions = {},
): Promise<TeamsMessage> {
  await lead.says('broadcast');
  const message = newest(lead);
  await lead.executes(message, 'compose.form', { kind });
  await lead.executes(message, 'compose.preview', form, options);
  await teams.settled(() => JSON.stringify(message.card).includes('compose.send'), { what: 'the preview' });
  return message;
}

/** Confirms a previewed broadcast and waits until its progress card says that it was sent. */
export async function confirm(teams: Teams, lead: Actor, message: TeamsMessage): Promise<void> {
  await lead.executes(message, 'compose.send');
  await teams.settled(() => /"Sent"/.test(JSON.stringify(message.card)), {
    timeoutMs: 30_000,
    what: 'the progress card to say that the broadcast was sent',
  });
}

/** The id that a card's buttons carry for the broadcast. */
export function broadcastIdOn(message: TeamsMessage): string {
  const found = /"broadcastId":"([0-9A-Z]{26})"/.exec(JSON.stringify(message.card));
  assert.ok(found?.[1] !== undefined, 'the card names no broadcast');
  return found[1];
}
