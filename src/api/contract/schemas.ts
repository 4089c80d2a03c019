import type { z } from 'zod';
import {
  areaStates,
  audienceCount,
  broadcast,
  broadcastList,
  broadcastQuery,
  card,
  cardQuery,
  cardWanted,
  confirmation,
  controlled,
  draft,
  notReachedList,
  notReachedQuery,
  preview,
  refusal,
  sentToMe,
} from './broadcasts.ts';
import { audience, sendingWish } from './content.ts';
import { correction, extension, nothing } from './controls.ts';
import { home } from './home.ts';
import { areaList, languageChange, me } from './me.ts';
import {
  coverage,
  dutiesChange,
  importApplied,
  importQuery,
  importReport,
  peopleList,
  peopleQuery,
  personDetail,
} from './people.ts';
import { progressEvent, progressQuery } from './progress.ts';
import { comment, commentPage, commentQuery, redaction, results, resultsList, resultsQuery } from './results.ts';
import { itemChange, itemDetail, newItem, roadmapList, roadmapQuery, storedItem } from './roadmap.ts';
import { questionBank, templateList } from './templates.ts';

/** Every request and response of the API by its name. */
export const schemas = {
  me,
  languageChange,
  areaList,
  home,
  roadmapQuery,
  roadmapList,
  newItem,
  itemChange,
  itemDetail,
  storedItem,
  broadcastQuery,
  broadcastList,
  broadcast,
  draft,
  preview,
  audience,
  audienceCount,
  confirmation,
  refusal,
  controlled,
  nothing,
  sentToMe,
  sendingWish,
  correction,
  extension,
  cardQuery,
  cardWanted,
  card,
  progressQuery,
  progressEvent,
  notReachedQuery,
  notReachedList,
  areaStates,
  templateList,
  questionBank,
  resultsList,
  resultsQuery,
  results,
  commentQuery,
  commentPage,
  comment,
  redaction,
  coverage,
  peopleQuery,
  peopleList,
  personDetail,
  dutiesChange,
  importReport,
  importQuery,
  importApplied,
} as const;

export type SchemaName = keyof typeof schemas;

/** What a schema lets in. */
export type InputOf<N extends SchemaName> = z.input<(typeof schemas)[N]>;
/** What a schema gives. */
export type OutputOf<N extends SchemaName> = z.output<(typeof schemas)[N]>;
