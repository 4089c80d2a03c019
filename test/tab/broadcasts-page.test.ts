import assert from 'node:assert/strict';
import type { BroadcastSummary } from '../../src/api/contract/broadcasts.ts';
import type { ApiAnswers, ApiCall } from './api-answers.ts';
import { idOfBroadcast, summary, title } from './broadcast-fixture.ts';
import { afterFailures, never, refusal } from './failing-answers.ts';
import { itIsAccessibleIn, type PageState } from './page-state.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const path = 'broadcasts';

/** One broadcast in each state. */
const several: readonly BroadcastSummary[] = [
  summary({ id: idOfBroadcast(1), state: 'draft', title: { en: '' } }),
  summary({ id: idOfBroadcast(2), state: 'scheduled', startsAt: '2026-11-24T10:00:00.000Z' }),
  summary({ id: idOfBroadcast(3), state: 'sending', kind: 'update', title: { en: 'The new case tools are here' } }),
  summary({ id: idOfBroadcast(4), state: 'paused', pausedBecause: 'bot-disabled' }),
  summary(),
  summary({ id: idOfBroadcast(5), state: 'cancelled', title: { en: 'Never mind' } }),
  summary({ id: idOfBroadcast(6), recalled: true, title: { en: 'Sent too soon' } }),
].map(({ sentAt, ...each }) => (each.state === 'sent' && sentAt !== undefined ? { ...each, sentAt } : each));

const answers: ApiAnswers = { ...basics(), listBroadcasts: () => ({ json: { broadcasts: several } }) };

/** Two pages, of 25 and of 3. */
function paged({ query }: ApiCall) {
  const from = query.get('cursor') === 'second' ? 25 : 0;
  const broadcasts = Array.from({ length: from === 0 ? 25 : 3 }, (_, index) =>
    summary({ id: idOfBroadcast(from + index), title: { en: `Broadcast ${from + index + 1}` } }),
  );
  return { json: { broadcasts, ...(from === 0 ? { next: 'second' } : {}) } };
}

describe('the list of broadcasts in the tab', () => {
  const tests = tabTests();

  it('says of each what it is, its state, when it went or goes out, to how many and until when', async () => {
    const { frame } = await tests.open({ path, answers });
    const rows = frame.getByRole('list', { name: 'Broadcasts' }).getByRole('listitem');
    await rows.nth(6).waitFor();
    const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
    assert.equal(
      texts[4],
      `${title.en} Questions · sent at 11:02am on Tuesday 17 November 2026 · 7,597 people · closes at 5pm on Friday 27 November 2026 Sent`,
    );
    assert.match(texts[1] ?? '', /goes out at 10am on Tuesday 24 November 2026 .* Scheduled$/);
    assert.deepEqual(
      texts.map((text) => /(Draft|Scheduled|Going out|Paused|Sent|Cancelled|Taken back)$/.exec(text)?.[1]),
      ['Draft', 'Scheduled', 'Going out', 'Paused', 'Sent', 'Cancelled', 'Taken back'],
    );
  });

  it('leads to where a draft is written on, and to the page of everything else', async () => {
    const { frame } = await tests.open({ path, answers });
    const addressOf = (name: string) => frame.getByRole('link', { name }).first().getAttribute('href');
    assert.equal(await addressOf('Untitled draft'), `/tab/compose/${idOfBroadcast(1)}`);
    assert.equal(await addressOf('Never mind'), `/tab/broadcasts/${idOfBroadcast(5)}`);
  });

  it('finds by words of the title, state and kind, and keeps that in the address', async () => {
    const asked: string[] = [];
    const listBroadcasts = ({ query }: ApiCall) => {
      asked.push([query.get('search'), query.get('state'), query.get('kind')].join(' '));
      return { json: { broadcasts: query.get('search') === 'nowhere' ? [] : several } };
    };
    const { frame } = await tests.open({ path, answers: { ...answers, listBroadcasts } });
    await frame.getByRole('searchbox', { name: 'Search titles' }).fill('roadmap');
    await frame.waitForURL(/\?search=roadmap$/);
    await frame.getByLabel('State').selectOption({ label: 'Going out or scheduled' });
    await frame.getByLabel('Kind').selectOption({ label: 'Questions' });
    await frame.waitForURL(/\?search=roadmap&state=under-way&kind=prompt$/);
    await frame.getByRole('searchbox', { name: 'Search titles' }).fill('nowhere');
    await frame.getByRole('heading', { name: 'No broadcast fits' }).waitFor();
    assert.deepEqual(asked.slice(-1), ['nowhere scheduled,sending,paused prompt']);
  });

  it('shows the pages after the first when they are wanted', async () => {
    const { frame } = await tests.open({ path, answers: { ...answers, listBroadcasts: paged } });
    const rows = frame.getByRole('list', { name: 'Broadcasts' }).getByRole('listitem');
    await rows.nth(24).waitFor();
    await frame.getByRole('button', { name: 'Show more' }).click();
    await rows.nth(27).waitFor();
    assert.equal(await frame.getByRole('button', { name: 'Show more' }).count(), 0);
  });

  it('tells a person who has written nothing what to do', async () => {
    const { frame } = await tests.open({
      path,
      answers: { ...answers, listBroadcasts: () => ({ json: { broadcasts: [] } }) },
    });
    await frame.getByRole('heading', { name: 'You have not written anything yet' }).waitFor();
    const write = frame.getByRole('link', { name: 'Write a broadcast' });
    assert.equal(await write.last().getAttribute('href'), '/tab/compose');
  });

  it('says what went wrong, and tries again', async () => {
    const listBroadcasts = afterFailures([refusal(400, 'CursorWrong', 'We lost the place. Start again.')], () => ({
      json: { broadcasts: several },
    }));
    const { frame } = await tests.open({ path, answers: { ...answers, listBroadcasts } });
    await frame.getByText('We lost the place', { exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('link', { name: 'Untitled draft' }).waitFor();
  });

  it('speaks Welsh', async () => {
    const { frame } = await tests.open({
      path,
      language: 'cy',
      answers: { ...answers, ...basics({ language: 'cy' }) },
    });
    await frame.getByRole('link', { name: title.cy }).first().waitFor();
    assert.equal(await frame.locator('a[href$="000005"] [lang=en]').innerText(), 'Never mind');
  });

  it('is for those who broadcast', async () => {
    const may = { broadcast: false, broadcastToAll: false, editRoadmap: false, seePeople: false, changePeople: false };
    const { frame } = await tests.open({ path, answers: basics({ may }) });
    await frame.getByRole('heading', { name: 'This page is for area leads' }).waitFor();
    assert.equal(await frame.getByRole('navigation').getByRole('link', { name: 'Broadcasts' }).count(), 0);
  });

  const states: readonly PageState[] = [
    {
      name: 'broadcasts',
      path,
      answers,
      reach: (frame) => frame.getByRole('link', { name: 'Untitled draft' }).waitFor(),
    },
    {
      name: 'broadcasts-empty',
      path,
      answers: { ...answers, listBroadcasts: () => ({ json: { broadcasts: [] } }) },
      reach: (frame) => frame.getByRole('heading', { name: 'You have not written anything yet' }).waitFor(),
    },
    {
      name: 'broadcasts-loading',
      path,
      answers: { ...answers, listBroadcasts: never },
      reach: (frame) => frame.getByRole('searchbox').waitFor(),
    },
    {
      name: 'broadcasts-failed',
      path,
      answers: { ...answers, listBroadcasts: () => refusal(400, 'CursorWrong', 'We lost the place. Start again.') },
      reach: (frame) => frame.getByRole('button', { name: 'Try again' }).waitFor(),
    },
  ];
  itIsAccessibleIn(tests, states);
});
