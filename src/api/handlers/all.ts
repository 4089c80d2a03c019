import type { Handlers } from '../handler.ts';
import { watchProgress } from '../progress-events.ts';
import { downloadReport } from '../report-csv.ts';
import { downloadResultsCsv } from '../results-csv.ts';
import { downloadResultsXlsx } from '../results-xlsx.ts';
import * as approval from './approval.ts';
import * as broadcasts from './broadcasts.ts';
import * as cards from './cards.ts';
import * as controls from './controls.ts';
import * as delivery from './delivery.ts';
import * as directory from './directory.ts';
import * as drafts from './drafts.ts';
import * as home from './home.ts';
import * as me from './me.ts';
import * as openapi from './openapi.ts';
import * as people from './people.ts';
import * as questions from './questions.ts';
import * as results from './results.ts';
import * as roadmap from './roadmap.ts';
import * as templates from './templates.ts';

/** The handler of every route of the contract; the compiler misses one that is missing. */
export const handlers: Handlers = {
  ...me,
  ...home,
  ...roadmap,
  ...broadcasts,
  ...drafts,
  ...approval,
  ...cards,
  ...controls,
  ...delivery,
  ...templates,
  ...questions,
  ...results,
  ...people,
  ...directory,
  ...openapi,
  watchProgress,
  downloadReport,
  downloadResultsCsv,
  downloadResultsXlsx,
};
