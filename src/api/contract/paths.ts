import type { SchemaName } from './schemas.ts';

/**
 * Who may call a route, by what they are there for:
 * - `staff`: everybody whom the directory knows.
 * - `leads`: whoever leads an area, and the roadmap owner.
 * - `owner`: the roadmap owner.
 * - `people-readers`: the roadmap owner and administrators.
 * - `administrator`: administrators.
 */
export const callers = ['staff', 'leads', 'owner', 'people-readers', 'administrator'] as const;
export type Callers = (typeof callers)[number];

/**
 * Which things a caller may name, beyond that:
 * - `author`: what they wrote themselves.
 * - `author-or-approver`: what they wrote themselves; the roadmap owner, what others ask to be approved.
 * - `author-or-owner`: what they wrote themselves; the roadmap owner, what others sent too.
 * - `asked-areas`: prompts that asked an area which they lead, or which they wrote; the roadmap owner, all.
 */
export const limits = ['author', 'author-or-approver', 'author-or-owner', 'asked-areas'] as const;
export type Limit = (typeof limits)[number];

/** An answer that is not JSON. */
export const files = ['csv', 'xlsx', 'events', 'openapi'] as const;
export type FileKind = (typeof files)[number];

/** One route of the API. */
export interface ContractRoute {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** A part that starts with a colon is a parameter. */
  readonly path: string;
  readonly who: Callers;
  readonly only?: Limit;
  readonly query?: SchemaName;
  readonly body?: SchemaName | 'csv';
  /** `events`: an event stream whose events are `progressEvent`. Absent: 204. */
  readonly answer?: SchemaName | FileKind;
  /** 200 unless said otherwise. */
  readonly status?: 201;
  /** The answer has an `ETag` header, which names what the answer shows. */
  readonly etag?: true;
  /**
   * Needs the header `If-Match`: 428 without it; when that is not the newest version 412, with what the route `newest`
   * answers as `current`.
   */
  readonly ifMatch?: true;
  readonly newest?: 'getItem' | 'getBroadcast' | 'getPerson';
  /** Needs the header `Idempotency-Key`, 16 to 100 characters: the same request again is answered alike, once done. */
  readonly idempotencyKey?: true;
}

const broadcast = '/api/broadcasts/:broadcastId';

const control = (name: string) =>
  ({
    method: 'post',
    path: `${broadcast}/${name}`,
    who: 'leads',
    only: 'author-or-owner',
    body: 'nothing',
    answer: 'controlled',
    idempotencyKey: true,
  }) as const;

/** Every route of the API, by its name. */
export const contractRoutes = {
  getMe: { method: 'get', path: '/api/me', who: 'staff', answer: 'me' },
  setLanguage: { method: 'put', path: '/api/me/language', who: 'staff', body: 'languageChange', answer: 'me' },
  listAreas: { method: 'get', path: '/api/areas', who: 'staff', answer: 'areaList' },
  getHome: { method: 'get', path: '/api/home', who: 'leads', answer: 'home' },

  listRoadmap: { method: 'get', path: '/api/roadmap', who: 'staff', query: 'roadmapQuery', answer: 'roadmapList' },
  addItem: {
    method: 'post',
    path: '/api/roadmap',
    who: 'owner',
    body: 'newItem',
    answer: 'storedItem',
    status: 201,
    etag: true,
    idempotencyKey: true,
  },
  getItem: { method: 'get', path: '/api/roadmap/:itemId', who: 'staff', answer: 'itemDetail', etag: true },
  changeItem: {
    method: 'put',
    path: '/api/roadmap/:itemId',
    who: 'owner',
    body: 'itemChange',
    answer: 'storedItem',
    etag: true,
    ifMatch: true,
    newest: 'getItem',
  },

  listBroadcasts: {
    method: 'get',
    path: '/api/broadcasts',
    who: 'leads',
    only: 'author-or-owner',
    query: 'broadcastQuery',
    answer: 'broadcastList',
  },
  startDraft: {
    method: 'post',
    path: '/api/broadcasts',
    who: 'leads',
    body: 'draft',
    answer: 'broadcast',
    status: 201,
    etag: true,
    idempotencyKey: true,
  },
  getBroadcast: {
    method: 'get',
    path: broadcast,
    who: 'leads',
    only: 'author-or-owner',
    answer: 'broadcast',
    etag: true,
  },
  saveDraft: {
    method: 'put',
    path: broadcast,
    who: 'leads',
    only: 'author',
    body: 'draft',
    answer: 'broadcast',
    etag: true,
    ifMatch: true,
    newest: 'getBroadcast',
  },
  discardDraft: {
    method: 'delete',
    path: broadcast,
    who: 'leads',
    only: 'author',
    ifMatch: true,
    newest: 'getBroadcast',
  },
  previewDraft: {
    method: 'get',
    path: `${broadcast}/preview`,
    who: 'leads',
    only: 'author-or-approver',
    answer: 'preview',
    etag: true,
  },
  wishSending: {
    method: 'put',
    path: `${broadcast}/wish`,
    who: 'leads',
    only: 'author',
    body: 'sendingWish',
    answer: 'preview',
    etag: true,
    ifMatch: true,
    newest: 'getBroadcast',
  },
  confirmDraft: {
    method: 'post',
    path: `${broadcast}/confirm`,
    who: 'leads',
    only: 'author',
    body: 'confirmation',
    answer: 'controlled',
    idempotencyKey: true,
  },
  takeBack: {
    method: 'post',
    path: `${broadcast}/take-back`,
    who: 'leads',
    only: 'author',
    body: 'nothing',
    answer: 'controlled',
    idempotencyKey: true,
  },
  approve: {
    method: 'post',
    path: `${broadcast}/approve`,
    who: 'owner',
    body: 'confirmation',
    answer: 'controlled',
    idempotencyKey: true,
  },
  sendBack: {
    method: 'post',
    path: `${broadcast}/send-back`,
    who: 'owner',
    body: 'refusal',
    answer: 'controlled',
    idempotencyKey: true,
  },
  sendToMe: {
    method: 'post',
    path: `${broadcast}/send-to-me`,
    who: 'leads',
    only: 'author',
    body: 'nothing',
    answer: 'sentToMe',
    idempotencyKey: true,
  },
  getCard: {
    method: 'get',
    path: `${broadcast}/card`,
    who: 'leads',
    only: 'author-or-owner',
    query: 'cardQuery',
    answer: 'card',
  },
  drawCard: { method: 'post', path: '/api/card', who: 'leads', body: 'cardWanted', answer: 'card' },
  countAudience: {
    method: 'post',
    path: '/api/audience/count',
    who: 'leads',
    body: 'audience',
    answer: 'audienceCount',
  },

  pause: control('pause'),
  resume: control('resume'),
  cancel: control('cancel'),
  resend: control('resend'),
  remind: control('remind'),
  recall: control('recall'),
  correct: { ...control('correct'), body: 'correction' },
  extend: { ...control('extend'), body: 'extension' },
  close: control('close'),
  stopSeries: control('stop-series'),
  watchProgress: {
    method: 'get',
    path: `${broadcast}/progress`,
    who: 'leads',
    only: 'author-or-owner',
    query: 'progressQuery',
    answer: 'events',
  },
  downloadReport: {
    method: 'get',
    path: `${broadcast}/report.csv`,
    who: 'leads',
    only: 'author-or-owner',
    query: 'progressQuery',
    answer: 'csv',
  },
  listNotReached: {
    method: 'get',
    path: `${broadcast}/not-reached`,
    who: 'leads',
    only: 'author-or-owner',
    query: 'notReachedQuery',
    answer: 'notReachedList',
  },
  getAreaStates: {
    method: 'get',
    path: `${broadcast}/areas`,
    who: 'leads',
    only: 'author-or-owner',
    answer: 'areaStates',
  },

  listTemplates: { method: 'get', path: '/api/templates', who: 'leads', answer: 'templateList' },
  listQuestions: { method: 'get', path: '/api/questions', who: 'leads', answer: 'questionBank' },

  listResults: { method: 'get', path: '/api/results', who: 'leads', only: 'asked-areas', answer: 'resultsList' },
  getResults: {
    method: 'get',
    path: `${broadcast}/results`,
    who: 'leads',
    only: 'asked-areas',
    query: 'resultsQuery',
    answer: 'results',
  },
  downloadResultsCsv: {
    method: 'get',
    path: `${broadcast}/results.csv`,
    who: 'leads',
    only: 'asked-areas',
    answer: 'csv',
  },
  downloadResultsXlsx: {
    method: 'get',
    path: `${broadcast}/results.xlsx`,
    who: 'leads',
    only: 'asked-areas',
    answer: 'xlsx',
  },
  listComments: {
    method: 'get',
    path: `${broadcast}/comments`,
    who: 'leads',
    only: 'asked-areas',
    query: 'commentQuery',
    answer: 'commentPage',
  },
  redactComment: {
    method: 'put',
    path: `${broadcast}/comments/:commentId/redaction`,
    who: 'leads',
    only: 'asked-areas',
    body: 'redaction',
    answer: 'comment',
  },
  undoRedaction: {
    method: 'delete',
    path: `${broadcast}/comments/:commentId/redaction`,
    who: 'leads',
    only: 'asked-areas',
    answer: 'comment',
  },

  getCoverage: { method: 'get', path: '/api/people/coverage', who: 'people-readers', answer: 'coverage' },
  listPeople: {
    method: 'get',
    path: '/api/people',
    who: 'people-readers',
    query: 'peopleQuery',
    answer: 'peopleList',
  },
  getPerson: {
    method: 'get',
    path: '/api/people/:personId',
    who: 'people-readers',
    answer: 'personDetail',
    etag: true,
  },
  changeDuties: {
    method: 'put',
    path: '/api/people/:personId/duties',
    who: 'administrator',
    body: 'dutiesChange',
    answer: 'personDetail',
    etag: true,
    ifMatch: true,
    newest: 'getPerson',
  },
  dryRunImport: {
    method: 'post',
    path: '/api/people/import/dry-run',
    who: 'administrator',
    body: 'csv',
    answer: 'importReport',
  },
  applyImport: {
    method: 'post',
    path: '/api/people/import',
    who: 'administrator',
    query: 'importQuery',
    body: 'csv',
    answer: 'importApplied',
    idempotencyKey: true,
  },

  describeApi: { method: 'get', path: '/api/openapi.json', who: 'staff', answer: 'openapi' },
} as const satisfies Readonly<Record<string, ContractRoute>>;

export type RouteName = keyof typeof contractRoutes;
