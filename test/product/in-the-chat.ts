import assert from 'node:assert/strict';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import type { Clock } from '../../src/time/clock.ts';
import { createActivities } from '../simulator/activities.ts';
import type { Actor, ExecuteOptions } from '../simulator/actor.ts';
import type { Inputs } from '../simulator/card-inputs.ts';
import { isJson, type Json } from '../simulator/json.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import type { Teams } from '../simulator/teams.ts';
import { broadcastIdOn, compose, confirm, newest } from './broadcasting.ts';

const texts = createCardTexts();

/** The fixed texts of the cards in each language. */
export const english = texts.in('en');
export const welsh = texts.in('cy');

/** The title of a card. */
export function titleOf(card: Json | undefined): string {
  return String(card?.fallbackText);
}

/** The title of the newest card that a person sees. */
export function newestTitle(actor: Actor): string {
  return titleOf(newest(actor).card);
}

/** The input of a card that has this id, or else undefined. */
export function inputOf(card: unknown, id: string): Json | undefined {
  return jsonWithin(card).find((each) => each.id === id && String(each.type).startsWith('Input.'));
}

/** What the inputs of a card are filled in with, by id; an input that is empty is left out. */
export function filledIn(card: unknown): Json {
  const inputs = jsonWithin(card).filter(({ type, value }) => String(type).startsWith('Input.') && value !== undefined);
  return Object.fromEntries(inputs.map(({ id, value }) => [String(id), value]));
}

/** The verbs of all buttons of a card. */
export function verbsOn(card: unknown): ReadonlySet<unknown> {
  return new Set(jsonWithin(card).flatMap(({ verb }) => (verb === undefined ? [] : [verb])));
}

/** Every object in a card, from the outside inwards, but for what only stands in for something else. */
export function jsonWithin(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(jsonWithin);
  if (!isJson(value)) return [];
  const { fallback: _fallback, ...shown } = value;
  return [value, ...Object.values(shown).flatMap(jsonWithin)];
}

/** Makes people install the app, all of them unless some are named. */
export async function install(teams: Teams, ...ids: readonly string[]): Promise<void> {
  const users = ids.length === 0 ? teams.users : ids.map((id) => teams.user(id));
  for (const user of users) await teams.as(user).install();
}

/** Writes, confirms and sends a broadcast, and gives back its id and the message with its progress. */
export async function broadcast(
  teams: Teams,
  lead: Actor,
  kind: string,
  form: Inputs,
  options: ExecuteOptions = {},
): Promise<{ readonly id: string; readonly progress: TeamsMessage }> {
  const progress = await compose(teams, lead, kind, form, options);
  const id = broadcastIdOn(progress);
  await confirm(teams, lead, progress);
  return { id, progress };
}

/** Opens the form in which a lead writes, and gives back the message that holds it. */
export async function openForm(teams: Teams, lead: Actor, kind: string, itemId = ''): Promise<TeamsMessage> {
  await lead.says('broadcast');
  const message = newest(lead);
  await lead.executes(message, 'compose.form', { kind, itemId });
  await teams.settled(() => verbsOn(message.card).has('compose.preview'), { what: 'the form to be stored' });
  return message;
}

/** The message in which a person was sent a broadcast. */
export function messageAbout(actor: Actor, broadcastId: string): TeamsMessage {
  const message = actor.user.messages.find(({ versions }) => JSON.stringify(versions[0]).includes(broadcastId));
  assert.ok(message !== undefined, `${actor.user.name} was not sent ${broadcastId}`);
  return message;
}

/** Activities as Teams writes them, for those that no actor posts. */
export function activitiesOf({ botAppId, tenantId, serviceUrl }: Teams) {
  return createActivities({
    botAppId,
    tenantId,
    botName: 'CPS Roadmap',
    timezone: 'Europe/London',
    serviceUrl: () => serviceUrl,
    now: () => new Date(),
    nextId: () => String(Date.now()),
  });
}

/** Presses a button that no card in sight has, as an old card or a dishonest client would, and gives back the card. */
export async function presses(teams: Teams, id: string, verb: string, data: unknown, messageId = '1'): Promise<Json> {
  const action = { type: 'Action.Execute', verb, data };
  const { status, body } = await teams.post(activitiesOf(teams).action(teams.user(id), action, messageId, 'manual'));
  assert.equal(status, 200);
  assert.ok(isJson(body) && isJson(body.value) && body.value.type === 'AdaptiveCard', JSON.stringify(body));
  return body.value;
}

/** The present time, until it is moved on: by eight days, so that the same people may be asked again. */
export function movableClock(): Clock & { moveOn(days: number): void } {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    moveOn: (days) => {
      ahead += days * 24 * 60 * 60 * 1_000;
    },
  };
}
