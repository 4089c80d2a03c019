import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import type { Words } from '../../src/cards/card-texts.ts';
import { helpCard } from '../../src/cards/help-card.ts';
import { introduceCard } from '../../src/cards/introduce-card.ts';
import { minutesToAnswer } from '../../src/cards/minutes-to-answer.ts';
import { myAnswersCard } from '../../src/cards/my-answers-card.ts';
import { errorNotice, noticeCard, unexpectedNotice } from '../../src/cards/notice-card.ts';
import { withTabButton } from '../../src/cards/open-in-tab.ts';
import { roadmapCard } from '../../src/cards/roadmap-card.ts';
import { roadmapItemCard } from '../../src/cards/roadmap-item-card.ts';
import { updateCard } from '../../src/cards/update-card.ts';
import { waitingCard } from '../../src/cards/waiting-card.ts';
import { welcomeCard } from '../../src/cards/welcome-card.ts';
import { listAreas } from '../../src/people/areas.ts';
import { approvalExamples } from './approval-examples.ts';
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
import { heldExamples } from './held-examples.ts';
import { promptExamples } from './prompt-examples.ts';
import { sendingExamples } from './sending-examples.ts';
import { sharedResultsExamples } from './shared-results-examples.ts';

/** Draws one card in the given language. */
export type Example = (words: Words) => AdaptiveCard;

const areas = listAreas();
const minutes = minutesToAnswer(consultation.questions);
const from = (words: Words) => words.t('sender.owner');
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
  'roadmap-item-with-tab': (words) =>
    withTabButton(roadmapItemCard({ item: juryBundles }, words), 'https://teams.microsoft.com/l/entity/', words),
  update: (words) => updateCard({ content: update, from: from(words), item: juryBundles }, words),
  ...promptExamples,
  ...approvalExamples,
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
          { broadcastId, content: { ...hybridWorking, privacy: 'anonymous' }, open: true },
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
  ...heldExamples,
  ...authorExamples,
  ...sendingExamples,
  ...sharedResultsExamples,
};
