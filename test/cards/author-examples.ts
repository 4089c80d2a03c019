import { listBank } from '../../src/broadcasts/question-bank.ts';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import type { Words } from '../../src/cards/card-texts.ts';
import { composeFormCard } from '../../src/cards/compose-form-card.ts';
import { composeStartCard } from '../../src/cards/compose-start-card.ts';
import { contentProblemTexts } from '../../src/cards/content-problem-texts.ts';
import { previewCard } from '../../src/cards/preview-card.ts';
import { promptCard } from '../../src/cards/prompt-card.ts';
import { tryOutCard } from '../../src/cards/try-out-card.ts';
import { listAreas } from '../../src/people/areas.ts';
import { adoption, broadcastId, consultation, hybridWorking, items, juryBundles, update } from './example-contents.ts';
import type { Example } from './examples.ts';

const areas = listAreas();
const from = (words: Words) => words.t('sender.owner');
const bothFrom = (words: Words) => ({ en: from(words.in('en')), cy: from(words.in('cy')) });
const composing = { broadcastId, areas: areas.all, mayAll: true };
const schedule = { startAt: '2026-11-24T10:00:00Z', hours: 'usual' } as const;
const planned = { schedule, startsNow: true, promptedLately: 0, mayBeUrgent: false };
const checked = { broadcastId, people: 412, minutes: 1, version: 'a', ...planned };
const ownQuestions = [
  { id: 'q1', kind: 'one-choice', text: { en: 'Do you use it?' }, required: true, options: [] },
  { id: 'q2', kind: 'scale', text: { en: '' }, required: false, lowest: { en: 'Never' }, highest: { en: 'Daily' } },
] as const;

/** Every card with which an author writes, in its main states. */
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
  'compose-many': (words) =>
    composeFormCard(
      {
        ...composing,
        content: {
          ...adoption,
          questions: listBank()
            .slice(0, 7)
            .map(({ question }, index) => ({ ...question, id: `q${index + 1}` })),
        },
        audience: { areas: ['wessex'] },
        welshRequired: false,
        ownQuestions: true,
        open: 4,
        every: 'week',
        bank: listBank(),
        problems: contentProblemTexts({ 'q6.text.cy': 'welsh-missing' }, words),
      },
      words,
    ),
  'compose-place': (words) =>
    composeFormCard(
      {
        ...composing,
        content: {
          ...adoption,
          questions: listBank()
            .slice(0, 2)
            .map(({ question }, index) => ({ ...question, id: `q${index + 1}` })),
        },
        audience: { areas: ['wessex'] },
        welshRequired: false,
        ownQuestions: true,
        bank: listBank(),
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
  'try-out': (words) =>
    tryOutCard(
      promptCard({ broadcastId, content: hybridWorking, from: from(words), minutes: 1, refresh: true }, words),
      words,
    ),
  'preview-update': (words) =>
    previewCard({ ...checked, content: update, from: bothFrom(words), item: juryBundles, reachable: 412 }, words),
  'preview-prompt': (words) =>
    previewCard(
      { ...checked, content: hybridWorking, from: bothFrom(words), reachable: 398, promptedLately: 31 },
      words,
    ),
  'preview-recurring': (words) =>
    previewCard(
      {
        ...checked,
        content: { ...hybridWorking, privacy: 'anonymous' },
        from: bothFrom(words),
        reachable: 412,
        every: 'quarter',
      },
      words,
    ),
  'preview-scheduled': (words) =>
    previewCard(
      {
        ...checked,
        content: hybridWorking,
        from: bothFrom(words),
        reachable: 412,
        startsNow: false,
        schedule: { startAt: '2026-11-25T10:00:00Z', hours: 'permitted', latestBy: '2026-11-27T16:00:00Z' },
      },
      words,
    ),
  'preview-english-only': (words) =>
    previewCard(
      {
        ...checked,
        content: { kind: 'update', title: { en: 'Lifts' }, body: { en: 'The lifts work again.' } },
        from: bothFrom(words),
        reachable: 412,
        mayBeUrgent: true,
        schedule: { ...schedule, urgentBecause: 'The lifts are needed now.' },
        changed: words.t('preview.changed'),
      },
      words,
    ),
};
