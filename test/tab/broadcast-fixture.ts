import type {
  AreaStates,
  BroadcastJson,
  BroadcastSummary,
  CardJson,
  NotReachedList,
} from '../../src/api/contract/broadcasts.ts';
import type { ProgressEvent } from '../../src/api/contract/progress.ts';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import { listAreas } from '../../src/people/areas.ts';

export const broadcastId = '01KAG7Q2W0000000000000000B';

/** The id of one of several broadcasts. */
export function idOfBroadcast(number: number): string {
  return `01KAG7Q2W00000000000${String(number).padStart(6, '0')}`;
}

export const title = {
  en: 'What do you think of the draft roadmap?',
  cy: 'Beth yw eich barn am y map ffordd drafft?',
};

/** A prompt that has gone out to everybody, as a line of the list. */
export function summary(change: Partial<BroadcastSummary> = {}): BroadcastSummary {
  return {
    id: broadcastId,
    kind: 'prompt',
    title,
    state: 'sent',
    audience: { areas: 'all' },
    mine: true,
    createdAt: '2026-11-16T09:00:00.000Z',
    confirmedAt: '2026-11-17T10:20:00.000Z',
    startsAt: '2026-11-17T10:20:00.000Z',
    sentAt: '2026-11-17T11:02:00.000Z',
    people: 7_597,
    recalled: false,
    privacy: 'confidential',
    closesAt: '2026-11-27T17:00:00.000Z',
    closed: false,
    ...change,
  };
}

const outcome = {
  sent: 6_884,
  unreachable: 701,
  failed: 12,
  cancelled: 0,
  skipped: 0,
  possiblyTwice: 3,
  reasons: { 'not-installed': 690, blocked: 11, 'server-error': 12 },
} as const;

/** A prompt that has gone out to everybody, of whom some were not reached. */
export function broadcastJson(change: Partial<BroadcastJson> = {}): BroadcastJson {
  const { questions = [] } = listTemplates()[0] ?? {};
  return {
    ...summary(),
    etag: '"7"',
    content: {
      kind: 'prompt',
      title,
      body: {
        en: 'The draft technology roadmap is out. Tell us whether it is ambitious enough, and what worries you.',
        cy: 'Mae’r map ffordd technoleg drafft ar gael. Dywedwch a yw’n ddigon uchelgeisiol, a beth sy’n eich poeni.',
      },
      itemId: 'future-casework-tools',
      privacy: 'confidential',
      questions: questions.map((question) => ({ ...question })) as unknown as Extract<
        BroadcastJson['content'],
        { kind: 'prompt' }
      >['questions'],
      deadline: { date: '2026-11-27', time: '17:00', zone: 'Europe/London' },
    },
    authorName: 'Rhian Davies',
    schedule: { startAt: '2026-11-17T10:20:00.000Z', hours: 'usual' },
    laterRuns: [],
    progress: { recipients: 7_597, waiting: 0, outcome },
    may: ['resend', 'remind', 'correct', 'recall', 'extend', 'close'],
    ...change,
  };
}

/** The end of the first pass. */
export function progressEvent(change: Partial<ProgressEvent> = {}): ProgressEvent {
  return {
    broadcastId,
    run: 'send',
    state: 'sent',
    recipients: 7_597,
    waiting: 0,
    outcome,
    at: '2026-11-17T11:02:00.000Z',
    final: true,
    ...change,
  };
}

/** The first pass while it goes out. */
export function underWay(dealtWith: number, change: Partial<ProgressEvent> = {}): ProgressEvent {
  const [unreachable, failed] = [Math.floor(dealtWith / 10), Math.floor(dealtWith / 500)];
  return progressEvent({
    state: 'sending',
    waiting: 7_597 - dealtWith,
    outcome: {
      ...outcome,
      sent: dealtWith - unreachable - failed,
      unreachable,
      failed,
      possiblyTwice: 0,
      reasons: { 'not-installed': unreachable, 'server-error': failed },
    },
    perSecond: 31.4,
    secondsLeft: Math.ceil((7_597 - dealtWith) / 31.4),
    final: false,
    ...change,
  });
}

/** What became of the cards in every area and unit. */
export function areaStates(waiting = 0): AreaStates {
  return {
    areas: listAreas().all.map(({ slug: area }, index) => {
      const recipients = 300 + ((index * 97) % 400);
      const unreachable = 20 + index;
      const failed = index % 4;
      return {
        area,
        recipients,
        sent: recipients - unreachable - failed - waiting,
        unreachable,
        failed,
        cancelled: 0,
        skipped: 0,
        waiting,
      };
    }),
  };
}

/** People who were not reached, one page of them. */
export function notReached(from: number, count: number): NotReachedList {
  const names = ['Aled Price', 'Bethan Khan', 'Carys Okafor', 'David Smith'] as const;
  return {
    total: 713,
    people: Array.from({ length: count }, (_, index) => ({
      personId: `bbbbbbbb-0000-4000-8000-${String(from + index).padStart(12, '0')}`,
      ...(index % 6 === 5 ? {} : { name: `${names[index % names.length]}` }),
      area: index % 2 === 0 ? 'wessex' : 'cymru-wales',
      role: 'legal' as const,
      state: index % 5 === 4 ? ('failed' as const) : ('unreachable' as const),
      reason: index % 5 === 4 ? ('server-error' as const) : ('not-installed' as const),
      attempts: index % 5 === 4 ? 6 : 1,
      at: '2026-11-17T10:41:00.000Z',
    })),
    ...(from === 0 ? { next: 'a-cursor' } : {}),
  };
}

/** A card with the text of the broadcast. */
export function drawnCard(): CardJson {
  const { title, body } = broadcastJson().content;
  const lines = [
    { type: 'TextBlock', text: title.en, size: 'Large', weight: 'Bolder', wrap: true, style: 'heading' },
    { type: 'TextBlock', text: body.en, wrap: true },
  ];
  return { card: { type: 'AdaptiveCard', version: '1.5', body: lines }, bytes: 900, largest: 28_000 };
}
