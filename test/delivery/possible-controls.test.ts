import assert from 'node:assert/strict';
import { type Broadcast, broadcastStates, type PromptContent } from '../../src/broadcasts/broadcast.ts';
import { closePrompt, extendPrompt } from '../../src/delivery/change-closing.ts';
import {
  cancelBroadcast,
  pauseBroadcast,
  recallBroadcast,
  remindOfPrompt,
  resendToFailures,
  resumeBroadcast,
} from '../../src/delivery/control-broadcast.ts';
import { type ControlName, possibleControls } from '../../src/delivery/possible-controls.ts';
import { readProgress } from '../../src/delivery/progress.ts';
import { stopSeries } from '../../src/delivery/stop-series.ts';
import type { Person } from '../../src/people/person.ts';
import { memoryServices } from '../api/api-services.ts';
import { storeBroadcast, stored } from '../api/stored.ts';
import { madeUpPerson } from '../product/made-up-people.ts';

const author = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false } });
const owner = madeUpPerson(2, { duties: { leads: [], roadmapOwner: true } });
const prompt: PromptContent = {
  kind: 'prompt',
  title: { en: 'A title' },
  body: { en: 'A text' },
  privacy: 'confidential',
  questions: [],
  deadline: { date: '2099-12-10', time: '17:00', zone: 'Europe/London' },
};
const later = { date: '2099-12-20', time: '17:00' };
const reminder = { requestedBy: author.id, requestedAt: '2026-11-01T10:00:00Z', finishedAt: '2026-11-01T11:00:00Z' };
const reminded = [1, 2].map((number) => ({ ...reminder, id: `remind-${number}` as const }));

type Services = ReturnType<typeof memoryServices>;
type Try = (services: Services, by: Person, id: string) => Promise<unknown>;

/** How to find out whether a control is refused; the others are not about what was sent. */
const tries: Readonly<Partial<Record<ControlName, Try>>> = {
  pause: ({ control }, by, id) => pauseBroadcast(control, by, id),
  resume: ({ control }, by, id) => resumeBroadcast(control, by, id),
  cancel: ({ control }, by, id) => cancelBroadcast(control, by, id),
  resend: ({ control }, by, id) => resendToFailures(control, by, id),
  remind: ({ control }, by, id) => remindOfPrompt(control, by, id),
  recall: ({ control }, by, id) => recallBroadcast(control, by, id),
  extend: ({ control }, by, id) => extendPrompt(control, by, id, later),
  close: ({ control }, by, id) => closePrompt(control, by, id),
  'stop-series': ({ control }, by, id) => stopSeries(control, by, id),
};

const changes: Readonly<Record<string, Partial<Broadcast>>> = {
  'an update': {},
  'a prompt': { content: prompt },
  'a closed prompt': { content: prompt, closedEarlyAt: '2026-11-01T10:00:00.000Z' },
  'a prompt that people were reminded of twice': { content: prompt, laterRuns: reminded },
  'a prompt of a series': { content: prompt, series: { id: '01JD3E9R6Y0000000000000000', number: 1, every: 'week' } },
  'something taken back': { laterRuns: [{ ...reminder, id: 'recall' }] },
  'a prompt whose records are gone': { content: prompt, cleared: { since: '2026-11-01T10:00:00.000Z', asked: {} } },
};

describe('what may be done to a broadcast', () => {
  for (const [what, change] of Object.entries(changes)) {
    for (const state of broadcastStates.filter((each) => !['draft', 'awaiting-approval'].includes(each))) {
      it(`is never refused, for ${what} that is ${state}`, async () => {
        const missed = stored(madeUpPerson(10), { state: 'failed', reason: 'no-answer' });
        const offered = async (services: Services) => {
          const broadcast = await storeBroadcast(services, author.id, [missed], { state, ...change });
          const { outcome } = await readProgress(services, broadcast);
          return { id: broadcast.id, controls: possibleControls(broadcast, outcome, author, services.clock.now()) };
        };
        for (const control of (await offered(memoryServices())).controls) {
          const services = memoryServices();
          await tries[control]?.(services, author, (await offered(services)).id);
        }
      });
    }
  }

  it('is little once it is taken back, and nothing once its records are gone', () => {
    const outcome = { sent: 1, unreachable: 1, failed: 0, cancelled: 0, skipped: 0, possiblyTwice: 0, reasons: {} };
    const controls = (state: Broadcast['state'], change: Partial<Broadcast> = {}, by = author) =>
      possibleControls({ ...sent, state, ...change }, outcome, by, new Date('2026-11-24T10:00:00Z'));
    assert.deepEqual(controls('sent'), ['resend', 'remind', 'correct', 'recall', 'extend', 'close']);
    assert.deepEqual(controls('sent', changes['something taken back']), []);
    assert.deepEqual(controls('sent', changes['a prompt whose records are gone']), []);
    assert.deepEqual(controls('sending'), ['pause', 'cancel', 'extend', 'close']);
    assert.deepEqual(controls('scheduled'), ['cancel', 'extend']);
    assert.deepEqual(controls('paused'), ['resume', 'cancel', 'extend', 'close']);
    assert.deepEqual(controls('cancelled'), ['recall']);
    assert.deepEqual(controls('draft'), ['edit', 'discard', 'confirm']);
    assert.deepEqual(controls('draft', {}, owner), []);
  });
});

const sent: Broadcast = {
  id: '01JD3E9R6Y0000000000000000',
  author: author.id,
  content: prompt,
  audience: { areas: ['wessex'] },
  state: 'sent',
  createdAt: '2026-11-23T09:00:00.000Z',
  confirmed: { at: '2026-11-23T09:00:00.000Z', audienceSize: 2 },
};
