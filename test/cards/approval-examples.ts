import { approvedCard, sentBackCard } from '../../src/cards/approval-answer-card.ts';
import { approvalPreviewCard } from '../../src/cards/approval-preview-card.ts';
import { approvalRequestCard } from '../../src/cards/approval-request-card.ts';
import type { Words } from '../../src/cards/card-texts.ts';
import { withTabButton } from '../../src/cards/open-in-tab.ts';
import { broadcastId, consultation, juryBundles, update } from './example-contents.ts';
import type { Example } from './examples.ts';

const tab = 'https://teams.microsoft.com/l/entity/9c858901-8a57-4791-81fe-4c455b099bc9/roadmap';
const author = 'Rhian Davies';
const by = 'Elin Rees';
const people = 7_597;
const toApprove = { broadcastId, version: 'a', people };
const everybody = (words: Words) => words.t('composeForm.everybody');
const from = (words: Words) => words.t('sender.lead', { areas: 'Wessex' });
const previewed = (words: Words) => ({
  ...toApprove,
  author,
  audience: everybody(words),
  content: consultation,
  from: { en: from(words.in('en')), cy: from(words.in('cy')) },
  minutes: 4,
  reachable: 7_102,
  schedule: { startAt: '2026-11-24T10:00:00Z', hours: 'usual', latestBy: '2026-11-27T10:00:00Z' } as const,
  startsNow: false,
  promptedLately: 31,
});

/** Every card about the approval of a broadcast, in its main states. */
export const approvalExamples: Readonly<Record<string, Example>> = {
  'approval-request': (words) =>
    approvalRequestCard(
      {
        ...toApprove,
        kind: 'prompt',
        title: consultation.title,
        author,
        audience: everybody(words),
        askedAt: '2026-11-23T14:20:00Z',
      },
      words,
    ),
  'approval-request-with-tab': (words) =>
    withTabButton(
      approvalRequestCard(
        {
          ...toApprove,
          people: 812,
          kind: 'update',
          title: update.title,
          author: words.t('approval.lead'),
          audience: 'South East, South West, Wessex',
          askedAt: '2026-11-23T14:20:00Z',
        },
        words,
      ),
      tab,
      words,
    ),
  'approval-preview': (words) => approvalPreviewCard(previewed(words), words),
  'approval-preview-update': (words) =>
    approvalPreviewCard(
      { ...previewed(words), content: update, item: juryBundles, startsNow: true, promptedLately: 0 },
      words,
    ),
  'approval-preview-changed': (words) =>
    approvalPreviewCard({ ...previewed(words), content: update, changed: words.t('approval.changed') }, words),
  'approval-preview-too-late': (words) =>
    approvalPreviewCard(
      { ...previewed(words), problems: { 'deadline.date': words.t('contentProblem.date-past') } },
      words,
    ),
  'approval-given': (words) =>
    approvedCard({ broadcastId, title: consultation.title, by, people, startAt: '2026-11-24T10:00:00Z' }, words),
  'approval-given-now': (words) => approvedCard({ broadcastId, title: update.title, by, people }, words),
  'approval-sent-back': (words) =>
    withTabButton(
      sentBackCard(
        { title: consultation.title, by, because: 'Say first what it means for staff in court. Then the dates.' },
        words,
      ),
      tab,
      words,
    ),
};
