import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { answeredElsewhereCard } from '../../src/cards/answered-elsewhere-card.ts';
import type { Words } from '../../src/cards/card-texts.ts';
import { closedCard } from '../../src/cards/closed-card.ts';
import { minutesToAnswer } from '../../src/cards/minutes-to-answer.ts';
import { promptCard } from '../../src/cards/prompt-card.ts';
import { recalledCard } from '../../src/cards/recalled-card.ts';
import { receiptCard } from '../../src/cards/receipt-card.ts';
import { reminderCard } from '../../src/cards/reminder-card.ts';
import { withdrawnCard } from '../../src/cards/withdrawn-card.ts';
import {
  adoption,
  adoptionAnswers,
  broadcastId,
  consultation,
  consultationAnswers,
  hybridWorking,
  juryBundles,
} from './example-contents.ts';
import type { Example } from './examples.ts';

const contact = 'roadmap@example.org';
const minutes = minutesToAnswer(consultation.questions);
const from = (words: Words) => words.t('sender.owner');
const asked = { broadcastId, content: consultation, minutes };
const answeredAt = '2026-11-24T16:05:00Z';
const key = 'abcdefghijklmnopqrstuv';
const anonymous: PromptContent = { ...hybridWorking, privacy: 'anonymous' };
const doubtful = { q3: { kind: 'free-text', text: 'Ask Gwen Evans about 52SB1234567.' } } as const;

/** Every card with which people answer a prompt, in its main states. */
export const promptExamples: Readonly<Record<string, Example>> = {
  prompt: (words) =>
    promptCard({ broadcastId, content: hybridWorking, minutes: 1, from: from(words), refresh: true }, words),
  'prompt-named': (words) =>
    promptCard({ broadcastId, content: adoption, minutes: 1, from: from(words), item: juryBundles }, words),
  'prompt-anonymous': (words) =>
    promptCard({ broadcastId, key, content: anonymous, minutes: 1, from: from(words), refresh: true }, words),
  'prompt-change': (words) =>
    promptCard(
      { broadcastId, content: adoption, minutes: 1, from: from(words), answers: adoptionAnswers, changing: true },
      words,
    ),
  'prompt-problems': (words) =>
    promptCard(
      {
        broadcastId,
        content: hybridWorking,
        minutes: 1,
        from: from(words),
        answers: { q1: { kind: 'scale', value: 2 } },
        problems: {
          q2: words.t('answerProblem.missing.one-choice'),
          q3: words.t('answerProblem.tooLong', { count: 1000 }),
        },
      },
      words,
    ),
  'prompt-doubts': (words) =>
    promptCard(
      {
        broadcastId,
        key,
        content: anonymous,
        minutes: 1,
        from: from(words),
        answers: doubtful,
        doubts: { q3: ['case-number', 'person-name'] },
      },
      words,
    ),
  'steps-first': (words) => promptCard({ ...asked, from: from(words), item: juryBundles, refresh: true }, words),
  'steps-middle': (words) => promptCard({ ...asked, from: from(words), answers: consultationAnswers, step: 4 }, words),
  'steps-tags': (words) => promptCard({ ...asked, from: from(words), answers: consultationAnswers, step: 5 }, words),
  'steps-last': (words) => promptCard({ ...asked, from: from(words), answers: consultationAnswers, step: 6 }, words),
  'steps-problem': (words) =>
    promptCard(
      {
        ...asked,
        from: from(words),
        answers: { q1: { kind: 'scale', value: 2 } },
        step: 2,
        problems: { q2: words.t('answerProblem.missing.scale') },
      },
      words,
    ),
  'steps-doubt': (words) =>
    promptCard(
      {
        ...asked,
        key,
        content: { ...consultation, privacy: 'anonymous' },
        from: from(words),
        answers: { ...consultationAnswers, ...doubtful },
        step: 3,
        doubts: { q3: ['case-number', 'email', 'phone', 'national-insurance', 'person-name'] },
      },
      words,
    ),
  'steps-change': (words) =>
    promptCard({ ...asked, from: from(words), answers: consultationAnswers, changing: true }, words),
  reminder: (words) => reminderCard({ broadcastId, content: hybridWorking, minutes: 1, from: from(words) }, words),
  'reminder-steps': (words) => reminderCard({ ...asked, from: from(words) }, words),
  recalled: (words) => recalledCard({ title: hybridWorking.title }, words),
  receipt: (words) =>
    receiptCard({ broadcastId, content: consultation, answers: consultationAnswers, answeredAt, revision: 1 }, words),
  'receipt-changed': (words) =>
    receiptCard({ broadcastId, content: adoption, answers: adoptionAnswers, answeredAt, revision: 2 }, words),
  'receipt-anonymous': (words) =>
    receiptCard(
      { broadcastId, key, content: anonymous, answers: { q1: { kind: 'scale', value: 4 } }, revision: 1 },
      words,
    ),
  withdrawn: (words) => withdrawnCard({ broadcastId, content: hybridWorking }, words),
  'answered-elsewhere': (words) => answeredElsewhereCard({ content: anonymous }, words),
  closed: (words) => closedCard({ broadcastId, content: consultation, contact }, words),
  'closed-answered': (words) =>
    closedCard({ broadcastId, content: adoption, contact, answers: adoptionAnswers }, words),
  'closed-early': (words) =>
    closedCard({ broadcastId, content: consultation, contact, closedEarlyAt: '2026-12-01T11:30:00Z' }, words),
  'closed-removed': (words) => closedCard({ broadcastId, content: anonymous, contact, answers: {} }, words),
  'closed-elsewhere': (words) =>
    closedCard({ broadcastId, content: anonymous, contact, answeredElsewhere: true }, words),
};
