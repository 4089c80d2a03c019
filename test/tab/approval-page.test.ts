import assert from 'node:assert/strict';
import type { BroadcastJson, PreviewJson } from '../../src/api/contract/broadcasts.ts';
import type { ApiAnswers, ApiCall } from './api-answers.ts';
import { broadcastId, broadcastJson, drawnCard, summary, title } from './broadcast-fixture.ts';
import { refusal } from './failing-answers.ts';
import { calmHome } from './home-fixture.ts';
import { itIsAccessibleIn, type PageState } from './page-state.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const path = `broadcasts/${broadcastId}`;
const askedAt = '2026-11-23T14:20:00.000Z';

function awaiting(change: Partial<BroadcastJson> = {}): BroadcastJson {
  const {
    confirmedAt: _confirmed,
    startsAt: _starts,
    sentAt: _sent,
    schedule: _schedule,
    progress: _progress,
    ...written
  } = broadcastJson();
  return {
    ...written,
    state: 'awaiting-approval',
    mine: false,
    askedAt,
    people: 7_597,
    approval: { askedAt, people: 7_597 },
    may: ['approve', 'send-back'],
    ...change,
  };
}

function previewOf(broadcast: BroadcastJson, change: Partial<PreviewJson> = {}): PreviewJson {
  return {
    broadcast,
    etag: '"7"',
    problems: [],
    people: 7_597,
    reachable: 7_102,
    schedule: { startAt: '2026-11-24T10:00:00.000Z', hours: 'usual' },
    startsNow: false,
    promptedLately: 31,
    needsApproval: false,
    ...change,
  };
}

function answersWith(broadcast: BroadcastJson, preview: Partial<PreviewJson> = {}): ApiAnswers {
  return {
    ...basics(),
    getBroadcast: () => ({ json: broadcast }),
    previewDraft: () => ({ json: previewOf(broadcast, preview), etag: '"7"' }),
    getCard: () => ({ json: drawnCard() }),
    getHome: () => ({ json: calmHome() }),
  };
}

const mine = awaiting({ mine: true, may: ['take-back'] });
const sections = { name: 'Waiting for approval' } as const;

describe('the approval of a broadcast in the tab', () => {
  const tests = tabTests();

  it('tells a roadmap owner who asks, and to how many it goes and when', async () => {
    const { frame } = await tests.open({ path, answers: answersWith(awaiting()) });
    const section = frame.getByRole('region', sections);
    await section.getByText('This goes to 7,597 people.').waitFor();
    const text = (await section.innerText()).replace(/\s+/g, ' ');
    assert.match(text, /Rhian Davies asked at 2:20pm on Monday 23 November 2026 to send this to 7,597 people\./);
    assert.match(text, /495 people do not have CPS Roadmap/);
    assert.match(text, /The first cards go out at 10am on Tuesday 24 November 2026/);
    assert.equal(await frame.getByRole('region', { name: 'How far it is' }).count(), 0);
    const cards = frame.getByRole('region', { name: 'The card that staff see', exact: true });
    await cards
      .getByText(/^The draft technology roadmap is out/)
      .nth(1)
      .waitFor();
    assert.equal(await section.getByRole('button', { name: 'Take the request back' }).count(), 0);
  });

  it('is given for exactly what was seen, by a button that names the number', async () => {
    const calls: ApiCall[] = [];
    let broadcast = awaiting();
    const { frame } = await tests.open({
      path,
      answers: {
        ...answersWith(broadcast),
        getBroadcast: () => ({ json: broadcast }),
        watchProgress: () => ({ events: [] }),
        getAreaStates: () => ({ json: { areas: [] } }),
        approve: (call) => {
          calls.push(call);
          broadcast = broadcastJson({
            state: 'scheduled',
            approval: { askedAt, people: 7_597, approvedAt: askedAt, approverName: 'Elin Rees' },
          });
          return { json: { broadcast } };
        },
      },
    });
    await frame.getByRole('button', { name: 'Approve' }).click();
    const dialog = frame.getByRole('alertdialog', { name: 'Approve this for 7,597 people?' });
    await dialog.getByRole('button', { name: 'Approve for 7,597 people' }).click();
    await frame.getByText('Scheduled', { exact: true }).first().waitFor();
    assert.deepEqual(
      calls.map(({ body }) => JSON.parse(body)),
      [{ etag: '"7"', people: 7_597 }],
    );
    const facts = frame.getByRole('region', { name: 'About this broadcast' });
    assert.match((await facts.innerText()).replace(/\s+/g, ' '), /Approved by Elin Rees/);
  });

  it('is asked about again with the new number when that has changed', async () => {
    const broadcast = awaiting();
    let people = 7_597;
    const { frame } = await tests.open({
      path,
      answers: {
        ...answersWith(broadcast),
        previewDraft: () => ({ json: previewOf(broadcast, { people }), etag: '"7"' }),
        approve: () => {
          people = 7_601;
          return refusal(409, 'ChangedMeanwhile', 'Look at the newest version, then try again.');
        },
      },
    });
    await frame.getByRole('button', { name: 'Approve' }).click();
    await frame.getByRole('button', { name: 'Approve for 7,597 people' }).click();
    await frame.getByText('Look at the newest version, then try again.').waitFor();
    await frame.getByRole('button', { name: 'Approve for 7,601 people' }).waitFor();
  });

  it('cannot be given for what is not in order', async () => {
    const text = 'Choose a date that is still to come';
    const problems = [{ field: 'deadline.date', problem: 'date-past', text } as const];
    const { frame } = await tests.open({ path, answers: answersWith(awaiting(), { problems }) });
    await frame.getByText(text).waitFor();
    assert.equal(await frame.getByRole('button', { name: 'Approve' }).count(), 0);
    assert.equal(await frame.getByRole('button', { name: 'Send back' }).count(), 1);
  });

  it('is refused with a reason, and not without', async () => {
    const calls: ApiCall[] = [];
    const { frame } = await tests.open({
      path,
      answers: {
        ...answersWith(awaiting()),
        sendBack: (call) => {
          calls.push(call);
          return { json: { broadcast: awaiting({ state: 'draft', may: [] }) } };
        },
      },
    });
    await frame.getByRole('button', { name: 'Send back' }).click();
    const dialog = frame.getByRole('alertdialog', { name: 'Send this back to its author?' });
    await dialog.getByRole('button', { name: 'Send back to the author' }).click();
    await dialog.getByText('Say why you are sending this back').waitFor();
    assert.equal(calls.length, 0);
    await dialog.getByLabel('What should change (required)').fill(' Say it in fewer words. ');
    await dialog.getByRole('button', { name: 'Send back to the author' }).click();
    await frame.getByRole('heading', { level: 1, name: 'What needs you now' }).waitFor();
    assert.deepEqual(
      calls.map(({ body }) => JSON.parse(body)),
      [{ because: 'Say it in fewer words.' }],
    );
  });

  it('is taken back by the author, who then goes on writing', async () => {
    let broadcast = mine;
    const { frame } = await tests.open({
      path,
      answers: {
        ...answersWith(mine),
        getBroadcast: () => ({ json: broadcast, etag: '"7"' }),
        drawCard: () => ({ json: drawnCard() }),
        listTemplates: () => ({ json: { templates: [] } }),
        listQuestions: () => ({ json: { questions: [] } }),
        listRoadmap: () => ({ json: { items: [] } }),
        countAudience: () => ({ json: { people: 7_597, reachable: 7_102, needsApproval: true } }),
        takeBack: () => {
          broadcast = awaiting({ mine: true, state: 'draft', may: ['edit', 'discard', 'confirm'] });
          return { json: { broadcast } };
        },
      },
    });
    const section = frame.getByRole('region', sections);
    await section.getByText(/^You asked at 2:20pm on Monday 23 November 2026 to send this to 7,597 people\./).waitFor();
    assert.equal(await section.getByRole('button', { name: 'Approve' }).count(), 0);
    await section.getByRole('button', { name: 'Take the request back' }).click();
    await frame.getByRole('alertdialog').getByRole('button', { name: 'Take the request back' }).click();
    await frame.getByRole('heading', { level: 1, name: 'Write questions' }).waitFor();
  });

  it('says so when somebody else has decided meanwhile', async () => {
    const decided = refusal(409, 'NotAwaitingApproval', 'Somebody has approved it, sent it back or taken it back.');
    const { frame } = await tests.open({ path, answers: { ...answersWith(mine), takeBack: () => decided } });
    await frame.getByRole('button', { name: 'Take the request back' }).click();
    await frame.getByRole('alertdialog').getByRole('button', { name: 'Take the request back' }).click();
    await frame.getByRole('alertdialog').getByText('Somebody has approved it').waitFor();
  });

  it('is over for a roadmap owner once it is a draft of its author again', async () => {
    const getBroadcast = () => refusal(409, 'BroadcastNotSent', 'This has not been sent yet.');
    const { frame } = await tests.open({ path, answers: { ...answersWith(awaiting()), getBroadcast } });
    await frame.getByRole('heading', { name: 'This is a draft' }).waitFor();
  });

  it('stands on Home, with who asks', async () => {
    const others = { ...summary({ state: 'awaiting-approval', mine: false, askedAt }), authorName: 'Rhian Davies' };
    const own = summary({ id: '01KAG7Q2W0000000000000000C', state: 'awaiting-approval', askedAt, people: 812 });
    const home = calmHome({ awaitingApproval: [others, own] });
    const { frame } = await tests.open({ path: '', answers: { ...basics(), getHome: () => ({ json: home }) } });
    const rows = frame.getByRole('region', sections).getByRole('listitem');
    await rows.nth(1).waitFor();
    assert.deepEqual(
      (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
      [
        `${title.en} Rhian Davies asked at 2:20pm on Monday 23 November 2026 to send it to 7,597 people.`,
        `${title.en} You asked at 2:20pm on Monday 23 November 2026 to send it to 812 people.`,
      ],
    );
    assert.equal(await frame.getByText('Nothing needs you now').count(), 0);
    assert.equal(await rows.first().getByRole('link').getAttribute('href'), `/tab/broadcasts/${broadcastId}`);
  });

  const states: readonly PageState[] = [
    {
      name: 'approval',
      path,
      answers: answersWith(awaiting()),
      reach: (frame) => frame.getByRole('button', { name: 'Approve' }).waitFor(),
    },
    {
      name: 'approval-dialog',
      path,
      answers: answersWith(awaiting()),
      reach: async (frame) => {
        await frame.getByRole('button', { name: 'Approve' }).click();
        await frame.getByRole('button', { name: 'Approve for 7,597 people' }).waitFor();
      },
    },
    {
      name: 'approval-send-back',
      path,
      answers: answersWith(awaiting()),
      reach: async (frame) => {
        await frame.getByRole('button', { name: 'Send back' }).click();
        await frame.getByRole('button', { name: 'Send back to the author' }).click();
        await frame.getByText('Say why you are sending this back').waitFor();
      },
    },
    {
      name: 'approval-own',
      path,
      answers: answersWith(mine),
      reach: (frame) => frame.getByRole('button', { name: 'Take the request back' }).waitFor(),
    },
    {
      name: 'home-approval',
      path: '',
      answers: {
        ...basics(),
        getHome: () => ({
          json: calmHome({
            awaitingApproval: [
              { ...summary({ state: 'awaiting-approval', mine: false, askedAt }), authorName: 'Rhian Davies' },
            ],
          }),
        }),
      },
      reach: (frame) => frame.getByRole('region', sections).waitFor(),
    },
  ];
  itIsAccessibleIn(tests, states);
});
