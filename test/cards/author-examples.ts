import { listTemplates } from '../../src/broadcasts/templates.ts';
import type { Words } from '../../src/cards/card-texts.ts';
import { composeFormCard } from '../../src/cards/compose-form-card.ts';
import { composeStartCard } from '../../src/cards/compose-start-card.ts';
import { contentProblemTexts } from '../../src/cards/content-problem-texts.ts';
import { previewCard } from '../../src/cards/preview-card.ts';
import { progressCard } from '../../src/cards/progress-card.ts';
import { resultsCard } from '../../src/cards/results-card.ts';
import { resultsListCard } from '../../src/cards/results-list-card.ts';
import { listAreas } from '../../src/people/areas.ts';
import {
  adoption,
  broadcastId,
  consultation,
  deadline,
  hybridWorking,
  items,
  juryBundles,
  update,
} from './example-contents.ts';
import { adoptionResults, consultationResults, hiddenResults } from './example-results.ts';
import type { Example } from './examples.ts';

const areas = listAreas();
const from = (words: Words) => words.t('sender.owner');
const bothFrom = (words: Words) => ({ en: from(words.in('en')), cy: from(words.in('cy')) });
const answeredAt = '2026-11-24T16:05:00Z';
const composing = { broadcastId, areas: areas.all, mayAll: true };
const sending = { broadcastId, content: consultation, people: 412, updatedAt: answeredAt };
const nobody = { sent: 0, unreachable: 0, failed: 0, cancelled: 0, reasons: {} };
const outcome = { ...nobody, sent: 290, unreachable: 21, failed: 2 };
const reasons = { 'not-installed': 18, blocked: 3, 'no-answer': 2 } as const;
const ownQuestions = [
  { id: 'q1', kind: 'one-choice', text: { en: 'Do you use it?' }, required: true, options: [] },
  { id: 'q2', kind: 'scale', text: { en: '' }, required: false, lowest: { en: 'Never' }, highest: { en: 'Daily' } },
] as const;

/** Every card of an author, in its main states. */
export const authorExamples: Readonly<Record<string, Example>> = {
  'compose-start': (words) => composeStartCard({ templates: listTemplates(), items }, words),
  'compose-update': (words) =>
    composeFormCard(
      {
        ...composing,
        content: { kind: 'update', title: { en: '' }, body: { en: '' } },
        audience: { areas: 'all' },
        welshRequired: true,
        ownQuestions: false,
      },
      words,
    ),
  'compose-own': (words) =>
    composeFormCard(
      {
        ...composing,
        mayAll: false,
        areas: areas.all.slice(11, 12),
        content: { ...adoption, title: { en: 'Our new tool' }, body: { en: '' }, questions: ownQuestions },
        audience: { areas: ['wessex'] },
        welshRequired: false,
        ownQuestions: true,
        problems: contentProblemTexts({ 'body.en': 'missing', 'q1.options.en': 'too-few-options' }, words),
      },
      words,
    ),
  'compose-template': (words) =>
    composeFormCard(
      {
        ...composing,
        content: consultation,
        audience: { areas: ['cymru-wales', 'wessex'] },
        welshRequired: true,
        ownQuestions: false,
      },
      words,
    ),
  'preview-update': (words) =>
    previewCard(
      {
        ...sending,
        content: update,
        from: bothFrom(words),
        minutes: 1,
        item: juryBundles,
        reachable: 412,
        version: 'a',
      },
      words,
    ),
  'preview-prompt': (words) =>
    previewCard(
      { ...sending, content: hybridWorking, from: bothFrom(words), minutes: 1, reachable: 398, version: 'a' },
      words,
    ),
  'preview-english-only': (words) =>
    previewCard(
      {
        ...sending,
        content: { kind: 'update', title: { en: 'Lifts' }, body: { en: 'The lifts work again.' } },
        from: bothFrom(words),
        minutes: 1,
        reachable: 412,
        version: 'a',
        changed: words.t('preview.changed'),
      },
      words,
    ),
  'progress-sending': (words) =>
    progressCard({ ...sending, state: 'sending', outcome: { ...outcome, reasons }, planned: 99 }, words),
  'progress-sent': (words) =>
    progressCard({ ...sending, state: 'sent', outcome: { ...outcome, sent: 389, reasons }, planned: 0 }, words),
  'progress-stopped': (words) =>
    progressCard(
      {
        ...sending,
        content: update,
        state: 'stopped',
        outcome: { ...nobody, sent: 120, failed: 1, cancelled: 291, reasons: { 'bot-disabled': 1 } },
        planned: 0,
      },
      words,
    ),
  results: (words) => resultsCard({ results: consultationResults, areas }, words),
  'results-area': (words) => resultsCard({ results: consultationResults, areas, area: 'mersey-cheshire' }, words),
  'results-named': (words) =>
    resultsCard({ results: adoptionResults, areas, names: { a: 'Gwen Evans', b: 'Tom Okafor' } }, words),
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
