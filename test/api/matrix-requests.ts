import { ulid } from 'ulid';
import { entityTag } from '../../src/api/entity-tag.ts';
import type { Broadcast, PromptContent } from '../../src/broadcasts/broadcast.ts';
import type { Stores } from '../../src/compose.ts';
import { newCommentId } from '../../src/insight/comment-id.ts';
import { listAreas } from '../../src/people/areas.ts';
import { dryRunImport } from '../../src/people/directory/import-directory.ts';
import { sampleBroadcast, sampleItem, unique } from '../contract/samples.ts';
import { madeUpPerson, personId } from '../product/made-up-people.ts';
import { storeBroadcast, stored } from './stored.ts';

export interface MatrixRequest {
  readonly path: string;
  /** A text is sent as CSV, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** In what a request is made: the stores behind the API, and whose things are asked for. */
export interface World {
  readonly stores: Stores;
  readonly author: string;
}

type Make = (world: World) => Promise<MatrixRequest>;

const update = { kind: 'update', title: { en: 'A title' }, body: { en: 'A text' } } as const;
const wessex = { areas: ['wessex'] } as const;
const wider = { areas: ['wessex', 'north-east'] } as const;
const prompt: PromptContent = {
  kind: 'prompt',
  title: { en: 'A prompt' },
  body: { en: 'Two questions' },
  privacy: 'confidential',
  questions: [
    { id: 'q1', kind: 'scale', text: { en: 'How?' }, required: true, lowest: { en: 'Bad' }, highest: { en: 'Good' } },
    { id: 'q2', kind: 'free-text', text: { en: 'Why?' }, required: false, maxLength: 1_000 },
  ],
  deadline: { date: '2099-12-10', time: '17:00', zone: 'Europe/London' },
};

let people = 5_000;
const newKey = () => ({ 'idempotency-key': ulid() });

/** A draft of the author's, and the version of it. */
async function draftOf({ stores, author }: World) {
  const draft = sampleBroadcast({ author, content: update, audience: wessex });
  const { etag } = (await stores.broadcasts.create(draft)).stored;
  return { id: draft.id, etag: entityTag(etag) };
}

/** What the author asks to send to another area too, and the version of it. */
async function awaitingOf({ stores, author }: World) {
  const approval = { askedAt: new Date().toISOString(), people: 1 };
  const changes = { author, content: update, audience: wider, state: 'awaiting-approval', approval } as const;
  const { value, etag } = (await stores.broadcasts.create(sampleBroadcast(changes))).stored;
  return { id: value.id, etag: entityTag(etag) };
}

const ofAwaiting =
  (rest: string, body: unknown): Make =>
  async (world) => ({ path: `/api/broadcasts/${(await awaitingOf(world)).id}/${rest}`, body, headers: newKey() });

/** A prompt of the author's that one person of Wessex was not sent. */
async function sentBy({ stores, author }: World, changes: Partial<Broadcast> = {}): Promise<string> {
  const missed = stored(madeUpPerson(4_999), { state: 'failed', reason: 'no-answer' });
  const sent = { content: prompt, audience: wessex, state: 'sent', sentAt: new Date().toISOString() } as const;
  return (await storeBroadcast(stores, author, [missed], { ...sent, ...changes })).id;
}

const control =
  (name: string, changes: Partial<Broadcast> = {}, body: unknown = {}): Make =>
  async (world) => ({
    path: `/api/broadcasts/${await sentBy(world, changes)}/${name}`,
    body,
    headers: newKey(),
  });

const ofSent =
  (rest: string): Make =>
  async (world) => ({ path: `/api/broadcasts/${await sentBy(world)}${rest}` });

const ofDraft =
  (rest: string, changes: Omit<MatrixRequest, 'path'> = {}): Make =>
  async (world) => {
    const { id, etag } = await draftOf(world);
    return { path: `/api/broadcasts/${id}${rest}`, ...changes, headers: { 'if-match': etag, ...changes.headers } };
  };

/** A comment on a prompt of the author's. */
const ofComment =
  (body?: unknown): Make =>
  async (world) => {
    const broadcastId = await sentBy(world);
    const id = newCommentId('q2', 1);
    const comment = { id, text: 'Because.', revision: 1, area: 'wessex' };
    await world.stores.results.chunks.create({ broadcastId, questionId: 'q2', number: 1, comments: [comment] });
    return { path: `/api/broadcasts/${broadcastId}/comments/${id}/redaction`, body };
  };

async function storedItem({ stores }: World) {
  const { value: item, etag } = (await stores.roadmap.create(sampleItem())).stored;
  return { item, etag: entityTag(etag) };
}

const itemText = () => {
  const { id: _id, version: _version, changedAt: _changedAt, ...text } = sampleItem();
  return text;
};

async function storedPerson({ stores }: World) {
  people += 1;
  const { value, etag } = (await stores.people.create(madeUpPerson(people, { area: 'north-east' }))).stored;
  return { id: value.id, etag: entityTag(etag) };
}

function directory(): string {
  people += 1;
  return `id,area\n${personId(people)},London North\n`;
}

/** How each route of the matrix is asked, anew for everybody; what is not here needs its path only. */
export const requests: Readonly<Record<string, Make>> = {
  'get /tab/*': async () => ({ path: '/tab/broadcasts/01ABC' }),
  'get /tab/assets/*': async () => ({ path: '/tab/assets/app-4XK2M7QZ.js' }),
  'post /api/messages': async () => ({ path: '/api/messages', body: { type: 'message' } }),
  'put /api/me/language': async () => ({ path: '/api/me/language', body: { language: 'en' } }),
  'post /api/roadmap': async () => ({
    path: '/api/roadmap',
    body: { id: unique('item').slice(0, 60), ...itemText() },
    headers: newKey(),
  }),
  'get /api/roadmap/:itemId': async (world) => ({ path: `/api/roadmap/${(await storedItem(world)).item.id}` }),
  'put /api/roadmap/:itemId': async (world) => {
    const { item, etag } = await storedItem(world);
    const body = { ...itemText(), maturity: 'confident' };
    return { path: `/api/roadmap/${item.id}`, body, headers: { 'if-match': etag } };
  },
  'post /api/broadcasts': async () => ({
    path: '/api/broadcasts',
    body: { content: update, audience: wessex },
    headers: newKey(),
  }),
  'get /api/broadcasts/:broadcastId': ofSent(''),
  'put /api/broadcasts/:broadcastId': ofDraft('', { body: { content: prompt, audience: wessex } }),
  'delete /api/broadcasts/:broadcastId': ofDraft(''),
  'get /api/broadcasts/:broadcastId/preview': ofDraft('/preview'),
  'put /api/broadcasts/:broadcastId/wish': ofDraft('/wish', { body: { kind: 'next-hours' } }),
  'post /api/broadcasts/:broadcastId/confirm': async (world) => {
    const { id, etag } = await draftOf(world);
    const { total } = await world.stores.people.count(wessex);
    return { path: `/api/broadcasts/${id}/confirm`, body: { etag, people: total }, headers: newKey() };
  },
  'post /api/broadcasts/:broadcastId/take-back': ofAwaiting('take-back', {}),
  'post /api/broadcasts/:broadcastId/approve': async (world) => {
    const { id, etag } = await awaitingOf(world);
    const { total } = await world.stores.people.count(wider);
    return { path: `/api/broadcasts/${id}/approve`, body: { etag, people: total }, headers: newKey() };
  },
  'post /api/broadcasts/:broadcastId/send-back': ofAwaiting('send-back', { because: 'Too long.' }),
  'post /api/broadcasts/:broadcastId/send-to-me': async (world) => ({
    path: `/api/broadcasts/${(await draftOf(world)).id}/send-to-me`,
    headers: newKey(),
  }),
  'get /api/broadcasts/:broadcastId/card': ofSent('/card?language=cy'),
  'post /api/card': async () => ({ path: '/api/card', body: { content: prompt, language: 'en' } }),
  'post /api/audience/count': async () => ({ path: '/api/audience/count', body: wessex }),
  'post /api/broadcasts/:broadcastId/pause': control('pause', { state: 'sending' }),
  'post /api/broadcasts/:broadcastId/resume': control('resume', { state: 'paused' }),
  'post /api/broadcasts/:broadcastId/cancel': control('cancel', { state: 'sending' }),
  'post /api/broadcasts/:broadcastId/resend': control('resend'),
  'post /api/broadcasts/:broadcastId/remind': control('remind'),
  'post /api/broadcasts/:broadcastId/recall': control('recall'),
  'post /api/broadcasts/:broadcastId/correct': control(
    'correct',
    {},
    { title: { en: 'A better title' }, body: { en: 'A better text' } },
  ),
  'post /api/broadcasts/:broadcastId/extend': control(
    'extend',
    {},
    { deadline: { date: '2099-12-20', time: '17:00', zone: 'Europe/London' } },
  ),
  'post /api/broadcasts/:broadcastId/close': control('close'),
  'post /api/broadcasts/:broadcastId/stop-series': control('stop-series', {
    series: { id: ulid(), number: 1, every: 'week' },
  }),
  'get /api/broadcasts/:broadcastId/progress': ofSent('/progress'),
  'get /api/broadcasts/:broadcastId/report.csv': ofSent('/report.csv'),
  'get /api/broadcasts/:broadcastId/not-reached': ofSent('/not-reached'),
  'get /api/broadcasts/:broadcastId/areas': ofSent('/areas'),
  'get /api/broadcasts/:broadcastId/results': ofSent('/results'),
  'get /api/broadcasts/:broadcastId/results.csv': ofSent('/results.csv'),
  'get /api/broadcasts/:broadcastId/results.xlsx': ofSent('/results.xlsx'),
  'get /api/broadcasts/:broadcastId/comments': ofSent('/comments?question=q2'),
  'put /api/broadcasts/:broadcastId/comments/:commentId/redaction': ofComment({ parts: [{ from: 0, to: 3 }] }),
  'delete /api/broadcasts/:broadcastId/comments/:commentId/redaction': ofComment(),
  'get /api/people/:personId': async (world) => ({ path: `/api/people/${(await storedPerson(world)).id}` }),
  'put /api/people/:personId/duties': async (world) => {
    const { id, etag } = await storedPerson(world);
    const body = { leads: ['north-east'], roadmapOwner: false, administrator: false };
    return { path: `/api/people/${id}/duties`, body, headers: { 'if-match': etag } };
  },
  'post /api/people/import/dry-run': async () => ({ path: '/api/people/import/dry-run', body: directory() }),
  'post /api/people/import': async ({ stores }) => {
    const body = directory();
    const { digest } = await dryRunImport({ people: stores.people, areas: listAreas() }, body);
    return { path: `/api/people/import?digest=${digest}`, body, headers: newKey() };
  },
};
