import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Frame, Locator } from 'playwright-core';
import type { BroadcastJson } from '../../src/api/contract/broadcasts.ts';
import type { ProgressEvent } from '../../src/api/contract/progress.ts';
import type { ApiAnswers, ApiCall } from './api-answers.ts';
import {
  areaStates,
  broadcastId,
  broadcastJson,
  drawnCard,
  notReached,
  progressEvent,
  title,
  underWay,
} from './broadcast-fixture.ts';
import { afterFailures, never, refusal } from './failing-answers.ts';
import { itIsAccessibleIn, type PageState } from './page-state.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const path = `broadcasts/${broadcastId}`;

function answersWith(
  change: Partial<BroadcastJson> = {},
  events: readonly ProgressEvent[] = [progressEvent()],
): ApiAnswers {
  return {
    ...basics(),
    getBroadcast: () => ({ json: broadcastJson(change) }),
    watchProgress: () => ({ events }),
    getAreaStates: () => ({ json: areaStates() }),
    drawCard: () => ({ json: drawnCard() }),
    listNotReached: ({ query }) => ({ json: query.get('cursor') === null ? notReached(0, 25) : notReached(25, 4) }),
  };
}

const sending = { state: 'sending', may: ['pause', 'cancel'] } as const satisfies Partial<BroadcastJson>;

function sendingAnswers(dealtWith = 3_100): ApiAnswers {
  return {
    ...answersWith({ ...sending, may: [...sending.may], progress: { ...underWay(dealtWith) } }, [underWay(dealtWith)]),
    getAreaStates: () => ({ json: areaStates(40) }),
  };
}

/** What is seldom done to a broadcast, and stands in the menu. */
const inMenu: readonly string[] = [
  'Correct the text',
  'Give more time',
  'Close now',
  'Stop asking again',
  'Take it back',
];

/** What leads to a control: its own button, or the menu that it alone stands in. */
function controlOf(frame: Frame, name: string): Locator {
  return frame.getByRole('button', { name: inMenu.includes(name) ? 'More' : name, exact: true });
}

/** Chooses a control by its name. */
async function choose(frame: Frame, name: string): Promise<void> {
  await controlOf(frame, name).click();
  if (inMenu.includes(name)) await frame.getByRole('menuitem', { name, exact: true }).click();
}

describe('a broadcast in the tab', () => {
  const tests = tabTests();

  it('says how it went: to how many, who not, and why', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    const progress = frame.getByRole('region', { name: 'How far it is' });
    const text = (await progress.innerText()).replace(/\s+/g, ' ');
    assert.match(text, /Delivered to 6,884 of 7,597 people\. 100% dealt with/);
    assert.match(text, /Delivered 6,884 Could not be reached 701 Failed 12/);
    assert.match(text, /Why some did not get it 690 people/);
    assert.match(text, /3 people may have got the card twice/);
  });

  it('follows it live, with a bar, numbers, the rate and the time left, until it is over', async () => {
    const given: (readonly ProgressEvent[])[] = [
      [underWay(1_000), underWay(3_100)],
      [underWay(7_000)],
      [progressEvent()],
    ];
    const asked: (string | null)[] = [];
    const { frame } = await tests.open({
      path,
      answers: {
        ...sendingAnswers(),
        watchProgress: ({ query }: ApiCall) => {
          asked.push(query.get('run'));
          return { events: given.shift() ?? [progressEvent()] };
        },
      },
    });
    await frame.getByText('41% dealt with · About 31 a second · about 3 minutes left').waitFor();
    assert.equal(await frame.getByRole('progressbar').getAttribute('aria-valuenow'), '41');
    await frame.getByText('92% dealt with · About 31 a second · about 20 seconds left').waitFor();
    await frame.getByRole('status').getByText('It has gone out to everybody it could reach.').waitFor();
    assert.deepEqual([...new Set(asked)], ['send']);
  });

  it('goes on with what it knows when the connection breaks, and says so', async () => {
    const watchProgress = afterFailures<ApiCall>([{ events: [underWay(3_100)] }, { lost: true }], () => ({
      events: [progressEvent()],
    }));
    const { frame } = await tests.open({ path, answers: { ...sendingAnswers(), watchProgress } });
    await frame.getByText('The connection is lost, so these figures may be old.').waitFor();
    await frame.getByText(/^41% dealt with/).waitFor();
    await frame.getByRole('status').getByText('It has gone out to everybody it could reach.').waitFor();
  });

  it('shows the states by area', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    const rows = frame.getByRole('table', { name: 'By area' }).getByRole('row');
    await rows.nth(17).waitFor();
    assert.deepEqual((await rows.nth(1).innerText()).split(/\s+/), ['Cymru-Wales', '300', '280', '20', '0']);
  });

  it('lists who was not reached and why, page after page', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    const section = frame.getByRole('region', { name: 'Who did not get it' }).first();
    await section.getByText('713 people did not get it.').waitFor();
    const rows = section.getByRole('row');
    assert.match((await rows.nth(1).innerText()).replace(/\s+/g, ' '), /^Aled Price Wessex does not have CPS Roadmap/);
    assert.match(await rows.nth(6).innerText(), /^Name not known/);
    await section.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(29).waitFor();
  });

  it('hands out the report', async () => {
    const bytes = Buffer.from('﻿Person ID,Name\r\n');
    const { page, frame } = await tests.open({
      path,
      answers: { ...answersWith(), downloadReport: () => ({ file: { name: 'report.csv', type: 'text/csv', bytes } }) },
    });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: 'Download the report' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'report.csv');
    assert.deepEqual(await readFile(await download.path()), bytes);
  });

  const plain = [
    { control: 'pause', button: 'Pause', says: 'It has not gone out to 4,497 people yet.', confirm: 'Pause' },
    { control: 'resume', button: 'Resume', says: 'They get it from now on.', confirm: 'Resume' },
    {
      control: 'cancel',
      button: 'Cancel sending',
      says: 'They will not get it.',
      confirm: 'Do not send to 4,497 people',
    },
    {
      control: 'resend',
      button: 'Try those not reached again',
      says: 'We try again to reach 316 people.',
      confirm: 'Try 316 people again',
    },
    {
      control: 'remind',
      button: 'Send a reminder',
      says: 'who have not answered get the reminder',
      confirm: 'Send the reminder',
    },
    { control: 'close', button: 'Close now', says: 'Nobody can answer', confirm: 'Close now' },
    {
      control: 'recall',
      button: 'Take it back',
      says: 'The card of 2,784 people becomes',
      confirm: 'Take it back from 2,784 people',
    },
    {
      control: 'stopSeries',
      button: 'Stop asking again',
      says: 'Nothing is sent after this one.',
      confirm: 'Stop asking again',
    },
  ] as const;
  for (const { control, button, says, confirm } of plain) {
    it(`asks before it does what others notice: ${button}`, async () => {
      const may = [control === 'stopSeries' ? 'stop-series' : control] as const;
      const json = broadcastJson({ may: [...may], progress: { ...underWay(3_100) } });
      const keys: (string | undefined)[] = [];
      const order = afterFailures<ApiCall>([{ lost: true }], () => ({ json: { broadcast: { ...json, may: [] } } }));
      const { frame } = await tests.open({
        path,
        answers: {
          ...answersWith(),
          getBroadcast: () => ({ json: keys.length < 2 ? json : { ...json, may: [] } }),
          [control]: (call: ApiCall) => {
            keys.push(call.headers['idempotency-key']);
            return order(call);
          },
        },
      });
      await choose(frame, button);
      const dialog = frame.getByRole('alertdialog');
      await dialog.getByText(says).waitFor();
      await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.deepEqual(keys, []);
      await choose(frame, button);
      await dialog.getByRole('button', { name: confirm, exact: true }).click();
      await dialog.getByText('We could not reach CPS Roadmap').waitFor();
      await dialog.getByRole('button', { name: confirm, exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await controlOf(frame, button).waitFor({ state: 'detached' });
      assert.equal(keys.length, 2);
      assert.equal(keys[0], keys[1]);
    });
  }

  it('corrects the text of what was sent', async () => {
    const bodies: unknown[] = [];
    const correct: ApiAnswers['correct'] = ({ body }) => {
      bodies.push(JSON.parse(body));
      return { json: { broadcast: broadcastJson() } };
    };
    const { frame } = await tests.open({ path, answers: { ...answersWith(), correct } });
    await choose(frame, 'Correct the text');
    const dialog = frame.getByRole('alertdialog');
    await dialog.getByText('The cards of 6,884 people change in place.').waitFor();
    await dialog.getByRole('textbox').first().fill('What do you think of the roadmap?');
    await dialog.getByRole('button', { name: 'Change 6,884 cards' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(bodies, [
      { title: { ...title, en: 'What do you think of the roadmap?' }, body: broadcastJson().content.body },
    ]);
  });

  it('gives people more time', async () => {
    const bodies: unknown[] = [];
    const extend: ApiAnswers['extend'] = ({ body }) => {
      bodies.push(JSON.parse(body));
      return { json: { broadcast: broadcastJson() } };
    };
    const { frame } = await tests.open({ path, answers: { ...answersWith(), extend } });
    await choose(frame, 'Give more time');
    const dialog = frame.getByRole('alertdialog');
    await dialog.locator('#deadline').fill('2026-12-04');
    await dialog.getByRole('button', { name: 'Set the new time' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(bodies, [{ deadline: { date: '2026-12-04', time: '17:00', zone: 'Europe/London' } }]);
  });

  it('shows the passes after the first, and what was done', async () => {
    const laterRuns: BroadcastJson['laterRuns'] = [
      { id: 'remind-1', requestedAt: '2026-11-20T10:00:00.000Z', finishedAt: '2026-11-20T10:31:00.000Z' },
    ];
    const { frame } = await tests.open({
      path,
      answers: {
        ...answersWith({ laterRuns }),
        watchProgress: ({ query }) => ({
          events: [progressEvent(query.get('run') === 'remind-1' ? { run: 'remind-1', recipients: 5_004 } : {})],
        }),
      },
    });
    await frame.getByRole('region', { name: 'Reminder 1' }).getByText('of 5,004 people').waitFor();
    await frame.getByRole('region', { name: 'The first time it went out' }).waitFor();
    await frame.getByText('Reminder 1: 10:31am on Friday 20 November 2026').waitFor();
  });

  it('shows the card that staff see', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    await frame.getByText('The card that staff see').click();
    await frame.getByText('The draft technology roadmap is out.').waitFor();
  });

  it('leads to a draft where it is written', async () => {
    const { frame } = await tests.open({
      path,
      answers: {
        ...answersWith({ state: 'draft' }),
        previewDraft: never,
        listTemplates: never,
        listRoadmap: never,
        listQuestions: never,
        getCard: never,
        countAudience: never,
        drawCard: never,
        getHome: never,
      },
    });
    await frame.waitForURL(new RegExp(`/tab/compose/${broadcastId}$`));
  });

  it('says when there is no such broadcast, and tries again', async () => {
    const gone = refusal(404, 'BroadcastUnknown', 'We cannot find this broadcast. It may have gone.');
    const getBroadcast = afterFailures([gone], () => ({ json: broadcastJson() }));
    const { frame } = await tests.open({ path, answers: { ...answersWith(), getBroadcast } });
    await frame.getByText('We cannot find this broadcast', { exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { level: 1, name: title.en }).waitFor();
  });

  it('speaks Welsh', async () => {
    const { frame } = await tests.open({
      path,
      language: 'cy',
      answers: { ...answersWith(), ...basics({ language: 'cy' }) },
    });
    await frame.getByRole('heading', { level: 1, name: title.cy }).waitFor();
    await frame.getByRole('table').first().waitFor();
    assert.equal(await frame.getByText('Delivered').count(), 0);
  });

  const ready = (frame: Frame) => frame.getByRole('table').nth(1).waitFor();
  const dialogOf = (button: string) => async (frame: Frame) => {
    await ready(frame);
    await choose(frame, button);
    await frame.getByRole('alertdialog').waitFor();
  };
  const states: readonly PageState[] = [
    { name: 'broadcast-sent', path, answers: answersWith(), reach: ready },
    {
      name: 'broadcast-sending',
      path,
      answers: sendingAnswers(),
      reach: (frame) => frame.getByRole('table', { name: 'By area' }).waitFor(),
    },
    {
      name: 'broadcast-refused',
      path,
      answers: answersWith({ state: 'paused', pausedBecause: 'bot-disabled', may: ['resume', 'cancel'] }, [
        underWay(3_100, { state: 'paused', pausedBecause: 'bot-disabled' }),
      ]),
      reach: (frame) => frame.getByText('Reason: an administrator has switched off CPS Roadmap.').waitFor(),
    },
    { name: 'broadcast-dialog', path, answers: answersWith(), reach: dialogOf('Take it back') },
    {
      name: 'broadcast-menu',
      path,
      answers: answersWith(),
      reach: async (frame) => {
        await ready(frame);
        await frame.getByRole('button', { name: 'More', exact: true }).click();
        await frame.getByRole('menu').waitFor();
      },
    },
    { name: 'broadcast-correct', path, answers: answersWith(), reach: dialogOf('Correct the text') },
    { name: 'broadcast-extend', path, answers: answersWith(), reach: dialogOf('Give more time') },
    {
      name: 'broadcast-card',
      path,
      answers: answersWith(),
      reach: async (frame) => {
        await frame.getByText('The card that staff see').click();
        await frame.getByText('The draft technology roadmap is out.').waitFor();
      },
    },
    {
      name: 'broadcast-loading',
      path,
      answers: { ...answersWith(), getBroadcast: never },
      reach: (frame) => frame.getByRole('heading', { level: 1, name: 'Broadcasts' }).waitFor(),
    },
    {
      name: 'broadcast-gone',
      path,
      answers: {
        ...answersWith(),
        getBroadcast: () => refusal(404, 'BroadcastUnknown', 'We cannot find this broadcast. It may have gone.'),
      },
      reach: (frame) => frame.getByRole('button', { name: 'Try again' }).waitFor(),
    },
  ];
  itIsAccessibleIn(tests, states);
});
