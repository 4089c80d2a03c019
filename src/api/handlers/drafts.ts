import { confirmBroadcast, previewBroadcast } from '../../broadcasts/compose-broadcast.ts';
import {
  countAudience as count,
  discardSeen,
  ownDraft,
  replaceDraft,
  startWritten,
  wishSeen,
} from '../../broadcasts/edit-draft.ts';
import { readBroadcast } from '../../broadcasts/read-broadcast.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { tryOutCard } from '../../cards/try-out-card.ts';
import { sendToAuthor } from '../../delivery/send-to-author.ts';
import { queueStart } from '../../delivery/start-broadcast.ts';
import { ProductError } from '../../errors/product-error.ts';
import type { Person } from '../../people/person.ts';
import type { ApiServices } from '../api-services.ts';
import { drawnCard } from '../drawn-card.ts';
import { readEntityTag } from '../entity-tag.ts';
import type { Handler } from '../handler.ts';
import { previewJson } from '../json/preview-json.ts';
import { shownBroadcast } from '../shown-broadcast.ts';

export const startDraft: Handler<'startDraft'> = async (services, { person, body }) =>
  shownBroadcast(services, await startWritten(services.compose, person, body), person);

export const saveDraft: Handler<'saveDraft'> = async (services, { person, params, body, seen }) =>
  shownBroadcast(services, await replaceDraft(services.compose, person, params.broadcastId, body, seen), person);

export const discardDraft: Handler<'discardDraft'> = async ({ compose }, { person, params, seen }) => {
  await discardSeen(compose, person, params.broadcastId, seen);
  return undefined;
};

export const previewDraft: Handler<'previewDraft'> = async (services, { person, params }) => {
  await ownDraft(services.compose, person, params.broadcastId);
  return preview(services, person, params.broadcastId);
};

export const wishSending: Handler<'wishSending'> = async (services, { person, params, body, seen }) => {
  await wishSeen(services.compose, person, params.broadcastId, body, seen);
  return preview(services, person, params.broadcastId);
};

export const confirmDraft: Handler<'confirmDraft'> = async (services, { person, params, body }) => {
  const version = readEntityTag(body.etag);
  if (version === undefined) throw new ProductError('RequestMalformed', { field: 'body.etag' });
  const { compose, broadcasts } = services;
  const seen = { version, people: body.people };
  const { broadcast, fresh } = await confirmBroadcast(compose, person, params.broadcastId, seen, undefined);
  if (fresh) await queueStart(services, broadcast);
  const stored = await readBroadcast(broadcasts, person, params.broadcastId);
  return { broadcast: (await shownBroadcast(services, stored, person)).body };
};

export const sendToMe: Handler<'sendToMe'> = async (services, { person, params }) => {
  const { value: draft } = await ownDraft(services.compose, person, params.broadcastId);
  const card = (await drawnCard(services, draft, person.language)) as AdaptiveCard;
  await sendToAuthor(services.sender, person, tryOutCard(card, services.texts.in(person.language)));
  return { sent: true };
};

export const countAudience: Handler<'countAudience'> = async ({ compose }, { person, body }) =>
  count(compose, person, body);

async function preview(services: ApiServices, person: Person, id: string) {
  const found = await previewBroadcast(services.compose, person, id);
  const shown = await shownBroadcast(services, { value: found.broadcast, etag: found.version }, person);
  const words = services.texts.in(person.language);
  return { body: previewJson(found, shown.body, words, services.clock.now()), etag: found.version };
}
