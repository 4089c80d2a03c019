import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import type { Me } from '../../src/api/contract/me.ts';
import { violations } from './accessibility.ts';
import type { ApiAnswers } from './api-answers.ts';
import { broadcastId, broadcastJson, progressEvent } from './broadcast-fixture.ts';
import { afterFailures, never, refusal } from './failing-answers.ts';
import { busyHome, calmHome } from './home-fixture.ts';
import { changeTheme, itIsAccessibleIn, type PageState } from './page-state.ts';
import { filteredRoadmap, itemDetail } from './roadmap-fixture.ts';
import { againstReadingOrder, moving, tabThrough } from './tab-key.ts';
import { tabTests } from './tab-tests.ts';
import { basics, owner } from './who-and-where.ts';

const nothing: Me['may'] = {
  broadcast: false,
  broadcastToAll: false,
  editRoadmap: false,
  seePeople: false,
  changePeople: false,
};

const answers: ApiAnswers = {
  ...basics(),
  getHome: () => ({ json: busyHome() }),
  listRoadmap: (call) => ({ json: filteredRoadmap(call) }),
  getItem: () => ({ json: itemDetail('moving-to-the-cloud') }),
  listBroadcasts: () => ({ json: { broadcasts: [] } }),
  getBroadcast: () => ({ json: broadcastJson() }),
  watchProgress: () => ({ events: [progressEvent()] }),
  getAreaStates: () => ({ json: { areas: [] } }),
  listNotReached: () => ({ json: { total: 0, people: [] } }),
};
const staff: ApiAnswers = { ...answers, ...basics({ may: nothing }) };

/** Waits until the heading of the page has the focus. */
async function headingHasFocus(frame: Frame, name: string): Promise<void> {
  await frame.getByRole('heading', { level: 1, name }).waitFor();
  await frame.waitForFunction((text) => document.activeElement?.textContent === text, name);
}

describe('the frame around the pages of the tab', () => {
  const tests = tabTests();

  it('leads to every page that the person may use, and says where they are', async () => {
    const { frame } = await tests.open({ path: '', answers });
    const links = frame.getByRole('navigation', { name: 'CPS Roadmap' }).getByRole('link');
    assert.deepEqual(await links.allInnerTexts(), [
      'Home',
      'Roadmap',
      'Broadcasts',
      'Write a broadcast',
      'Results',
      'People',
      'Help',
    ]);
    await links.nth(1).click();
    await headingHasFocus(frame, 'Roadmap');
    assert.deepEqual(await frame.locator('[aria-current=page]').allInnerTexts(), ['Roadmap']);
    assert.equal(await frame.evaluate(() => document.title), 'Roadmap – CPS Roadmap');
  });

  it('opens the page that a deep link names, and the roadmap for staff', async () => {
    const linked = await tests.open({ path: 'roadmap/moving-to-the-cloud', answers });
    await linked.frame.getByRole('heading', { level: 1, name: 'Moving to the cloud' }).waitFor();
    const added = await tests.open({ path: 'new-item', answers });
    await added.frame.getByRole('heading', { level: 1, name: 'Add an item' }).waitFor();
    const home = await tests.open({ path: '', answers: staff });
    await home.frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
    assert.deepEqual(await home.frame.getByRole('navigation').getByRole('link').allInnerTexts(), ['Roadmap', 'Help']);
  });

  it('follows the theme of Teams', async () => {
    const tab = await tests.open({ path: '', answers, theme: 'dark' });
    await changeTheme(tab, 'contrast');
    assert.equal(await tab.frame.evaluate(() => document.documentElement.style.colorScheme), 'dark');
    await changeTheme(tab, 'default');
    assert.equal(await tab.frame.evaluate(() => document.documentElement.style.colorScheme), 'light');
  });

  it('takes the focus to the heading of each page, and back to the top', async () => {
    const { frame } = await tests.open({ path: 'roadmap', answers, height: 500 });
    await frame.getByRole('link', { name: 'A balanced view of risk' }).click();
    await headingHasFocus(frame, 'Moving to the cloud');
    assert.equal(await frame.evaluate(() => window.scrollY), 0);
    await frame.getByRole('link', { name: 'Back to the roadmap' }).click();
    await headingHasFocus(frame, 'Roadmap');
  });

  it('is used by keyboard alone: skips the navigation, and goes where a link leads', async () => {
    const { page, frame } = await tests.open({ path: '', answers });
    await frame.getByRole('link', { name: 'Untitled draft' }).waitFor();
    await frame.evaluate(() => window.focus());
    await page.keyboard.press('Tab');
    assert.equal(await frame.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
    await page.keyboard.press('Enter');
    const words = () =>
      frame.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    await page.keyboard.press('Tab');
    assert.equal(await words(), 'Copy link');
    for (let stops = 0; stops < 4 && !(await words()).startsWith('What stops'); stops += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await headingHasFocus(frame, broadcastJson().title.en);
  });

  it('folds the navigation away where there is little room, and unfolds it by keyboard', async () => {
    const { page, frame } = await tests.open({ path: '', answers, width: 320 });
    const menu = frame.getByRole('button', { name: 'Menu' });
    assert.equal(await frame.getByRole('link', { name: 'Help' }).isVisible(), false);
    await menu.focus();
    await page.keyboard.press('Enter');
    await frame.getByRole('link', { name: 'Help' }).waitFor();
    assert.equal(await menu.getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('Escape');
    await frame.getByRole('link', { name: 'Help' }).waitFor({ state: 'hidden' });
    assert.equal(await frame.evaluate(() => document.activeElement?.textContent), 'Menu');
    await page.keyboard.press('Enter');
    await frame.getByRole('link', { name: 'Roadmap', exact: true }).click();
    await headingHasFocus(frame, 'Roadmap');
    assert.equal(await menu.getAttribute('aria-expanded'), 'false');
  });

  for (const [path, what] of [
    ['', 'Home'],
    ['roadmap', 'the roadmap'],
    ['roadmap/moving-to-the-cloud/edit', 'the form of an item'],
    [`broadcasts/${broadcastId}`, 'a broadcast'],
    ['help', 'Help'],
  ] as const) {
    it(`shows where the focus is, in reading order: ${what}`, async function () {
      this.timeout(60_000);
      const tab = await tests.open({ path, answers, height: 3_000 });
      await tab.frame.locator('main a, main button, main input').last().waitFor();
      const stops = await tabThrough(tab);
      assert.ok(stops.length > 9, `There are ${stops.length} stops.`);
      assert.equal(stops[0]?.what, 'a “Skip to the content”');
      assert.deepEqual(againstReadingOrder(stops), []);
    });
  }

  it('moves nothing for people who want that, and shows others that it is loading', async () => {
    const loading = { ...answers, getHome: never };
    const calm = await tests.open({ path: '', answers: loading, reducedMotion: 'reduce' });
    await calm.frame.getByLabel('Loading').waitFor();
    assert.deepEqual(await moving(calm.frame), []);
    const lively = await tests.open({ path: '', answers: loading, reducedMotion: 'no-preference' });
    await lively.frame.getByLabel('Loading').waitFor();
    assert.notDeepEqual(await moving(lively.frame), []);
  });

  it('says that there is no such page', async () => {
    const { frame } = await tests.open({ path: 'help/nothing-here', answers });
    await frame.getByRole('heading', { name: 'There is no page here' }).waitFor();
    await frame.getByRole('link', { name: 'Go to the start page' }).click();
    await headingHasFocus(frame, 'What needs you now');
  });

  it('says who a page is for when it is not for the person', async () => {
    for (const [path, title] of [
      ['broadcasts', 'This page is for area leads'],
      ['results', 'This page is for area leads'],
      ['compose', 'This page is for area leads'],
      ['people', 'This page is for the roadmap owner and administrators'],
      ['new-item', 'This page is for the roadmap owner'],
    ] as const) {
      const { frame } = await tests.open({ path, answers: staff });
      await frame.getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
    }
  });

  it('says what went wrong when nobody knows who is here, and tries again', async () => {
    const unknown = refusal(403, 'NotInDirectory', 'You are not in the staff directory yet. Ask the roadmap team.');
    const getMe = afterFailures([unknown], () => ({ json: owner }));
    const { frame } = await tests.open({
      path: '',
      answers: { ...answers, getMe, getHome: () => ({ json: calmHome() }) },
    });
    await frame.getByText('You are not in the staff directory yet', { exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { level: 1, name: 'What needs you now' }).waitFor();
  });

  it('loads a page again that could not be loaded', async () => {
    const { page, frame } = await tests.open({ path: '', answers });
    await frame.getByRole('link', { name: 'Untitled draft' }).waitFor();
    await page.context().setOffline(true);
    await page.context().route('https://roadmap.test/tab/assets/**', (route) => route.abort('internetdisconnected'));
    await frame.getByRole('navigation').getByRole('link', { name: 'Roadmap' }).click();
    await frame.getByText('We could not reach CPS Roadmap').waitFor();
    await frame.getByText('You are offline').waitFor();
    await page.context().unroute('https://roadmap.test/tab/assets/**');
    await page.context().setOffline(false);
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('link', { name: 'Future Casework Tools' }).waitFor();
  });

  it('says outside Teams where it works', async () => {
    const tab = await tests.open({ path: '', answers });
    const page = await tab.page.context().newPage();
    await page.goto('https://roadmap.test/tab/');
    await page.getByText('CPS Roadmap works in Microsoft Teams.').waitFor();
    await tests.picture({ ...tab, page }, 'outside-teams');
    assert.deepEqual(await violations(page.mainFrame()), []);
  });

  it('is accessible while nobody knows yet who is here', async () => {
    const tab = await tests.open({ path: '', answers: { ...answers, getMe: never }, until: '[aria-label=Loading]' });
    await tests.picture(tab, 'shell-loading');
    assert.deepEqual(await violations(tab.frame), []);
  });

  const states: readonly PageState[] = [
    {
      name: 'shell-not-found',
      path: 'help/nothing-here',
      answers,
      reach: (frame) => frame.getByRole('heading', { name: 'There is no page here' }).waitFor(),
    },
    {
      name: 'shell-not-for-you',
      path: 'people',
      answers: staff,
      reach: (frame) => frame.getByRole('heading', { level: 2 }).waitFor(),
    },
    {
      name: 'shell-nobody-known',
      path: '',
      answers: {
        ...answers,
        getMe: () => refusal(403, 'NotInDirectory', 'You are not in the staff directory yet. Ask the roadmap team.'),
      },
      reach: (frame) => frame.getByRole('button', { name: 'Try again' }).waitFor(),
    },
    {
      name: 'shell-offline',
      path: '',
      answers,
      reach: async (frame) => {
        await frame.getByRole('link', { name: 'Untitled draft' }).waitFor();
        await frame.page().context().setOffline(true);
        await frame.getByText('You are offline').waitFor();
      },
    },
    {
      name: 'shell-menu',
      path: '',
      answers,
      reach: async (frame) => {
        await frame.page().setViewportSize({ width: 360, height: 700 });
        await frame.getByRole('button', { name: 'Menu' }).click();
        await frame.getByRole('link', { name: 'Help' }).waitFor();
      },
    },
  ];
  itIsAccessibleIn(tests, states);
});
