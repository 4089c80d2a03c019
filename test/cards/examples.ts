import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import type { Words } from '../../src/cards/card-texts.ts';
import { closedCard } from '../../src/cards/closed-card.ts';
import { helpCard } from '../../src/cards/help-card.ts';
import { introduceCard } from '../../src/cards/introduce-card.ts';
import { minutesToAnswer } from '../../src/cards/minutes-to-answer.ts';
import { myAnswersCard } from '../../src/cards/my-answers-card.ts';
import { errorNotice, noticeCard, unexpectedNotice } from '../../src/cards/notice-card.ts';
import { promptCard } from '../../src/cards/prompt-card.ts';
import { recalledCard } from '../../src/cards/recalled-card.ts';
import { receiptCard } from '../../src/cards/receipt-card.ts';
import { reminderCard } from '../../src/cards/reminder-card.ts';
import { roadmapCard } from '../../src/cards/roadmap-card.ts';
import { roadmapItemCard } from '../../src/cards/roadmap-item-card.ts';
import { updateCard } from '../../src/cards/update-card.ts';
import { waitingCard } from '../../src/cards/waiting-card.ts';
import { welcomeCard } from '../../src/cards/welcome-card.ts';
import { listAreas } from '../../src/people/areas.ts';
import { authorExamples } from './author-examples.ts';
import {
  adoption,
  adoptionAnswers,
  broadcastId,
  consultation,
  consultationAnswers,
  deadline,
  hybridWorking,
  items,
  juryBundles,
  update,
} from './example-contents.ts';
import { sendingExamples } from './sending-examples.ts';

/** Draws one card in the given language. */
export type Example = (words: Words) => AdaptiveCard;

const areas = listAreas();
const contact = 'roadmap@example.org';
const minutes = minutesToAnswer(consultation.questions);
const from = (words: Words) => words.t('sender.owner');
const asked = { broadcastId, content: consultation, minutes };
const answeredAt = '2026-11-24T16:05:00Z';

/** Every card in its main states. */
export const examples: Readonly<Record<string, Example>> = {
  welcome: (words) => welcomeCard({ name: 'Siân Pritchard' }, words),
  introduce: (words) => introduceCard({ areas }, words),
  'introduce-problem': (words) => introduceCard({ areas, problems: { area: words.t('introduce.areaMissing') } }, words),
  help: (words) => helpCard({ mayBroadcast: false }, words),
  'help-lead': (words) => helpCard({ mayBroadcast: true }, words),
  roadmap: (words) => roadmapCard({ items }, words),
  'roadmap-empty': (words) => roadmapCard({ items: [] }, words),
  'roadmap-item': (words) => roadmapItemCard({ item: juryBundles }, words),
  update: (words) => updateCard({ content: update, from: from(words), item: juryBundles }, words),
  prompt: (words) => promptCard({ ...asked, from: from(words), refresh: true }, words),
  'prompt-named': (words) =>
    promptCard({ broadcastId, content: adoption, minutes: 1, from: from(words), item: juryBundles }, words),
  'prompt-short': (words) => promptCard({ broadcastId, content: hybridWorking, minutes: 1, from: from(words) }, words),
  'prompt-change': (words) => promptCard({ ...asked, from: from(words), answers: consultationAnswers }, words),
  'prompt-problems': (words) =>
    promptCard(
      {
        ...asked,
        from: from(words),
        answers: { q2: { kind: 'scale', value: 2 } },
        problems: {
          q1: words.t('answerProblem.missing.scale'),
          q3: words.t('answerProblem.tooLong', { count: 1000 }),
        },
      },
      words,
    ),
  reminder: (words) => reminderCard({ broadcastId, content: hybridWorking, minutes: 1, from: from(words) }, words),
  recalled: (words) => recalledCard({ title: hybridWorking.title }, words),
  receipt: (words) =>
    receiptCard({ broadcastId, content: consultation, answers: consultationAnswers, answeredAt, revision: 1 }, words),
  'receipt-changed': (words) =>
    receiptCard({ broadcastId, content: adoption, answers: adoptionAnswers, answeredAt, revision: 2 }, words),
  closed: (words) => closedCard({ content: consultation, contact }, words),
  'closed-answered': (words) => closedCard({ content: adoption, contact, answers: adoptionAnswers }, words),
  waiting: (words) =>
    waitingCard(
      {
        prompts: [
          { broadcastId, title: hybridWorking.title, deadline: { ...deadline, date: '2026-12-04' }, minutes: 1 },
          { broadcastId, title: consultation.title, deadline, minutes },
        ],
      },
      words,
    ),
  'waiting-empty': (words) => waitingCard({ prompts: [] }, words),
  'my-answers': (words) =>
    myAnswersCard(
      {
        answers: [
          { broadcastId, content: consultation, answers: consultationAnswers, answeredAt, open: true },
          { broadcastId, content: adoption, answers: adoptionAnswers, answeredAt, open: false },
        ],
      },
      words,
    ),
  'my-answers-empty': (words) => myAnswersCard({ answers: [] }, words),
  'notice-error': (words) => noticeCard(errorNotice('NotYourPrompt', {}, words), words),
  'notice-unexpected': (words) => noticeCard(unexpectedNotice('01JD3E9R6Y', words), words),
  'notice-plain': (words) =>
    noticeCard(
      {
        title: words.t('notice.commandUnknown.title'),
        text: words.t('notice.commandUnknown.text'),
        tone: 'plain',
        commands: ['roadmap', 'waiting', 'help'],
      },
      words,
    ),
  ...authorExamples,
  ...sendingExamples,
};
