import { previewOf } from '../../broadcasts/compose-broadcast.ts';
import { confirmBroadcast } from '../../broadcasts/confirm-broadcast.ts';
import {
  countAudience as count,
  discardSeen,
  draftOrAwaiting,
  ownDraft,
  replaceDraft,
  startWritten,
  wishSeen,
} from '../../broadcasts/edit-draft.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { tryOutCard } from '../../cards/try-out-card.ts';
import { sendToAuthor } from '../../delivery/send-to-author.ts';
import type { Person } from '../../people/person.ts';
import { agreedAnswer, readSeen } from '../agreed.ts';
import type { ApiServices } from '../api-services.ts';
import { drawnCard } from '../drawn-card.ts';
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

export const previewDraft: Handler<'previewDraft'> = async (services, { person, params }) =>
  preview(services, person, params.broadcastId);

export const wishSending: Handler<'wishSending'> = async (services, { person, params, body, seen }) => {
  await wishSeen(services.compose, person, params.broadcastId, body, seen);
  return preview(services, person, params.broadcastId);
};

export const confirmDraft: Handler<'confirmDraft'> = async (services, { person, params, body }) => {
  const agreed = await confirmBroadcast(services.compose, person, params.broadcastId, readSeen(body), undefined);
  return agreedAnswer(services, person, agreed);
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
  const { compose } = services;
  const found = await previewOf(compose, person, await draftOrAwaiting(compose, person, id));
  const shown = await shownBroadcast(services, { value: found.broadcast, etag: found.version }, person);
  const words = services.texts.in(person.language);
  return { body: previewJson(found, shown.body, words, services.clock.now()), etag: found.version };
}
