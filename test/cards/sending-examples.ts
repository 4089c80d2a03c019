import { commentsCard } from '../../src/cards/comments-card.ts';
import { correctCard } from '../../src/cards/correct-card.ts';
import { extendCard, extendCheckCard } from '../../src/cards/extend-card.ts';
import { withTabButton } from '../../src/cards/open-in-tab.ts';
import { type ProgressView, progressCard } from '../../src/cards/progress-card.ts';
import { reportCard } from '../../src/cards/report-card.ts';
import { resultsCard } from '../../src/cards/results-card.ts';
import { resultsListCard } from '../../src/cards/results-list-card.ts';
import { listAreas } from '../../src/people/areas.ts';
import { adoption, broadcastId, consultation, deadline, update } from './example-contents.ts';
import {
  adoptionResults,
  commentsExample,
  comparedResults,
  consultationResults,
  hiddenResults,
} from './example-results.ts';
import type { Example } from './examples.ts';

const areas = listAreas();
const tab = 'https://teams.microsoft.com/l/entity/9c858901-8a57-4791-81fe-4c455b099bc9/roadmap';
const nobody = { sent: 0, unreachable: 0, failed: 0, cancelled: 0, skipped: 0, possiblyTwice: 0, reasons: {} };
const outcome = {
  ...nobody,
  sent: 290,
  unreachable: 21,
  failed: 2,
  possiblyTwice: 1,
  reasons: { 'not-installed': 18, blocked: 3, 'no-answer': 2 },
};
const sending: ProgressView = {
  broadcastId,
  content: consultation,
  state: 'sending',
  people: 412,
  outcome,
  planned: 99,
  run: 'send',
  recalled: false,
  mayRemind: false,
  updatedAt: '2026-11-24T16:05:00Z',
};
const sent: ProgressView = { ...sending, state: 'sent', outcome: { ...outcome, sent: 389 }, planned: 0 };

/** Every card with which an author follows what was sent, in its main states. */
export const sendingExamples: Readonly<Record<string, Example>> = {
  'progress-scheduled': (words) =>
    progressCard(
      { ...sending, state: 'scheduled', outcome: nobody, planned: 412, startAt: '2026-11-25T10:00:00Z' },
      words,
    ),
  'progress-sending': (words) => progressCard(sending, words),
  'progress-paused': (words) => progressCard({ ...sending, state: 'paused' }, words),
  'progress-refused': (words) =>
    progressCard({ ...sending, content: update, state: 'paused', pausedBecause: 'bot-disabled' }, words),
  'progress-sent': (words) => progressCard({ ...sent, mayRemind: true }, words),
  'progress-sent-with-tab': (words) => withTabButton(progressCard({ ...sent, mayRemind: true }, words), tab, words),
  'progress-sending-with-tab': (words) => withTabButton(progressCard(sending, words), tab, words),
  'progress-sent-update': (words) => progressCard({ ...sent, content: update }, words),
  'progress-reminder': (words) =>
    progressCard(
      {
        ...sent,
        run: 'remind-1',
        outcome: { ...nobody, sent: 200, skipped: 212, reasons: { answered: 189, 'not-sent': 23 } },
      },
      words,
    ),
  'progress-closed-early': (words) =>
    progressCard({ ...sent, closed: true, closedEarlyAt: '2026-11-24T16:00:00Z' }, words),
  'progress-anonymous-closed': (words) =>
    progressCard({ ...sent, content: { ...consultation, privacy: 'anonymous' }, closed: true }, words),
  'progress-recurring': (words) =>
    progressCard({ ...sent, mayRemind: true, series: { id: broadcastId, number: 3, every: 'week' } }, words),
  'progress-stopped': (words) =>
    progressCard(
      { ...sent, closed: true, series: { id: broadcastId, number: 3, every: 'week', stopped: true } },
      words,
    ),
  extend: (words) => extendCard({ broadcastId, content: consultation, closed: false, suggested: deadline }, words),
  'extend-closed': (words) =>
    extendCard(
      {
        broadcastId,
        content: consultation,
        closed: true,
        closedEarlyAt: '2026-12-01T11:30:00Z',
        suggested: deadline,
        problems: { 'deadline.date': words.t('error.DeadlineWrong.text') },
      },
      words,
    ),
  'extend-check': (words) => extendCheckCard({ broadcastId, content: consultation, deadline }, words),
  'progress-cancelled': (words) =>
    progressCard({ ...sent, state: 'cancelled', outcome: { ...nobody, sent: 120, cancelled: 292 } }, words),
  'progress-recalled': (words) => progressCard({ ...sent, run: 'recall', recalled: true }, words),
  report: (words) =>
    reportCard(
      {
        broadcastId,
        title: consultation.title,
        people: 412,
        total: 23,
        notReached: [
          { name: 'Tom *Okafor*', reason: 'not-installed', attempts: 1 },
          { name: 'Gwen Evans', reason: 'no-answer', attempts: 6 },
        ],
      },
      words,
    ),
  'report-everybody': (words) =>
    reportCard({ broadcastId, title: consultation.title, people: 412, total: 0, notReached: [] }, words),
  'report-with-tab': (words) =>
    withTabButton(
      reportCard({ broadcastId, title: consultation.title, people: 412, total: 0, notReached: [] }, words),
      tab,
      words,
    ),
  correct: (words) => correctCard({ broadcastId, content: update, welshRequired: true, sent: 389 }, words),
  results: (words) => resultsCard({ results: consultationResults, areas }, words),
  'results-with-tab': (words) => withTabButton(resultsCard({ results: consultationResults, areas }, words), tab, words),
  'results-file': (words) =>
    resultsCard({ results: comparedResults, areas, note: words.t('results.fileOffered') }, words),
  'results-area': (words) => resultsCard({ results: consultationResults, areas, area: 'mersey-cheshire' }, words),
  'results-named': (words) =>
    resultsCard({ results: adoptionResults, areas, names: { a: 'Gwen Evans', b: 'Tom Okafor' } }, words),
  'results-compared': (words) => resultsCard({ results: comparedResults, areas, by: 'role' }, words),
  comments: (words) => commentsCard(commentsExample, words),
  'comments-none': (words) => commentsCard({ ...commentsExample, comments: [] }, words),
  'results-hidden': (words) => resultsCard({ results: hiddenResults, areas }, words),
  'results-list': (words) =>
    resultsListCard(
      {
        prompts: [
          { broadcastId, title: consultation.title, deadline, closed: false },
          { broadcastId, title: adoption.title, deadline: { ...deadline, date: '2026-10-30' }, closed: true },
        ],
      },
      words,
    ),
  'results-list-empty': (words) => resultsListCard({ prompts: [] }, words),
};
