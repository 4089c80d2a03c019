import assert from 'node:assert/strict';
import type { Home } from '../../src/api/contract/home.ts';
import type { ApiAnswers } from './api-answers.ts';
import { idOfBroadcast } from './broadcast-fixture.ts';
import { afterFailures, never, refusal } from './failing-answers.ts';
import { busyHome, calmHome, points } from './home-fixture.ts';
import { itIsAccessibleIn, type PageState } from './page-state.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const heading = { level: 1, name: 'What needs you now' } as const;

function answersWith(home: Home): ApiAnswers {
  return { ...basics(), getHome: () => ({ json: home }) };
}

describe('Home in the tab', () => {
  const tests = tabTests();

  it('says what needs the person now, the most pressing first, each broadcast once', async () => {
    const { frame } = await tests.open({ path: '', answers: answersWith(busyHome()) });
    const needs = frame.getByRole('list', { name: 'What needs you now' }).getByRole('listitem');
    await needs.first().waitFor();
    assert.deepEqual(
      (await needs.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ')),
      [
        'What stops you using the tools we have? 713 people did not get it.',
        'Risk: too cautious, about right, too risky? Teams refused it, so it is paused. Find out why.',
        'What do you think of the draft roadmap? Closes at 5pm on Friday 27 November 2026.',
        'How hybrid working suits you Goes to 7,597 people at 10am on Tuesday 24 November 2026.',
        'The new case tools are here Going out to 412 people now.',
        'Untitled draft A draft, started at 9am on Monday 16 November 2026.',
      ],
    );
  });

  it('leads to where each of them is dealt with', async () => {
    const { frame } = await tests.open({ path: '', answers: answersWith(busyHome()) });
    const link = (name: string) => frame.getByRole('link', { name }).getAttribute('href');
    await frame.getByRole('link', { name: 'Untitled draft' }).waitFor();
    assert.equal(await link('The new case tools are here'), `/tab/broadcasts/${idOfBroadcast(5)}`);
    assert.equal(await link('Untitled draft'), `/tab/compose/${idOfBroadcast(6)}`);
  });

  it('shows the owner how every area answers, against the prompt before', async () => {
    const { frame } = await tests.open({ path: '', answers: answersWith(busyHome()) });
    const rows = frame.getByRole('table', { name: 'How many answer' }).getByRole('row');
    await rows.nth(14).waitFor();
    const text = async (row: number) => (await rows.nth(row).innerText()).replace(/\s+/g, ' ').trim();
    assert.equal(await text(1), 'Cymru-Wales 71% Up 11 points 38%, 49%, 60%, 71%');
    assert.match(await text(4), /^London North Too few to show – .*, Too few to show$/);
  });

  it('shows a lead the prompts of the own area, the newest first', async () => {
    const rates = [{ area: 'wessex', points: [...points(3)] }];
    const { frame } = await tests.open({ path: '', answers: answersWith(calmHome({ rates })) });
    const prompts = frame.getByRole('region', { name: 'How many answer' }).getByRole('listitem');
    await prompts.nth(3).waitFor();
    const texts = (await prompts.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    assert.equal(
      texts[0],
      'What do you think of the draft roadmap? Too few to show 339 people · closed on Friday 20 November 2026',
    );
    assert.match(
      texts[3] ?? '',
      /^How hybrid working suits you \d\d% \d+ of 339 people · closed on Thursday 20 August 2026$/,
    );
  });

  it('tells a person who has sent nothing yet what will be here', async () => {
    const { frame } = await tests.open({ path: '', answers: answersWith(calmHome()) });
    await frame.getByRole('heading', { name: 'Nothing needs you now' }).waitFor();
    await frame.getByText('When you have sent your first prompt, you see here how many answered it.').waitFor();
  });

  it('says what went wrong, and tries again', async () => {
    const getHome = afterFailures([refusal(403, 'NotALead', 'Only area leads see this. Ask the owner.')], () => ({
      json: calmHome(),
    }));
    const { frame } = await tests.open({ path: '', answers: { ...basics(), getHome } });
    await frame.getByText('Only area leads see this', { exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { name: 'Nothing needs you now' }).waitFor();
  });

  it('goes on showing what it knows when the connection is lost', async () => {
    const { page, frame } = await tests.open({ path: '', answers: answersWith(busyHome()) });
    await frame.getByRole('link', { name: 'Untitled draft' }).waitFor();
    await page.context().setOffline(true);
    await frame.getByText('You are offline').waitFor();
    assert.equal(await frame.getByRole('link', { name: 'Untitled draft' }).count(), 1);
    await page.context().setOffline(false);
    await frame.getByText('You are offline').waitFor({ state: 'detached' });
  });

  it('speaks Welsh, and marks what was written in English only', async () => {
    const answers = { ...answersWith(busyHome()), ...basics({ language: 'cy' }) };
    const { frame } = await tests.open({ path: '', language: 'cy', answers });
    await frame.locator('html[lang=cy]').waitFor();
    await frame.getByRole('link', { name: 'Sut mae gweithio hybrid yn eich siwtio' }).first().waitFor();
    assert.equal(await frame.locator('a [lang=en]', { hasText: 'The new case tools are here' }).count(), 1);
  });

  const states: readonly PageState[] = [
    {
      name: 'home',
      path: '',
      answers: answersWith(busyHome()),
      reach: (frame) => frame.getByRole('link', { name: 'Untitled draft' }).waitFor(),
    },
    {
      name: 'home-of-one-area',
      path: '',
      answers: answersWith(busyHome({ underWay: [], rates: [{ area: 'wessex', points: [...points(3)] }] })),
      reach: (frame) => frame.getByRole('heading', { name: 'How many answer' }).waitFor(),
    },
    {
      name: 'home-empty',
      path: '',
      answers: answersWith(calmHome()),
      reach: (frame) => frame.getByRole('heading', { name: 'Nothing needs you now' }).waitFor(),
    },
    {
      name: 'home-loading',
      path: '',
      answers: { ...basics(), getHome: never },
      reach: (frame) => frame.getByRole('heading', heading).waitFor(),
    },
    {
      name: 'home-failed',
      path: '',
      answers: { ...basics(), getHome: () => refusal(403, 'NotALead', 'Only area leads see this. Ask the owner.') },
      reach: (frame) => frame.getByRole('button', { name: 'Try again' }).waitFor(),
    },
  ];
  itIsAccessibleIn(tests, states);
});
