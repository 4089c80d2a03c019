import assert from 'node:assert/strict';
import type { ApiAnswers, ApiCall } from './api-answers.ts';
import { busyHome } from './home-fixture.ts';
import { bigCoverage } from './people-fixture.ts';
import { bigResults, promptId } from './results-fixture.ts';
import { filteredRoadmap, itemDetail, roadmapItems } from './roadmap-fixture.ts';
import type { OpenTab } from './tab-in-browser.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const [item] = roadmapItems;
const itemId = item?.id ?? '';
const answers: ApiAnswers = {
  ...basics(),
  getHome: () => ({ json: busyHome() }),
  listRoadmap: (call: ApiCall) => ({ json: filteredRoadmap(call) }),
  getItem: ({ params }) => {
    const { etag, ...json } = itemDetail(params.itemId ?? '');
    return { json: { ...json, etag }, etag };
  },
  listBroadcasts: () => ({ json: { broadcasts: [] } }),
  listResults: () => ({ json: { prompts: [] } }),
  getResults: () => ({ json: bigResults() }),
  getCoverage: () => ({ json: bigCoverage() }),
};

/** The link that Teams was asked to share last: the page that plays Teams shows it in its own address. */
function shared({ page }: OpenTab): string {
  return decodeURIComponent(new URL(page.url()).hash.slice(1));
}

async function copyLink(tab: OpenTab): Promise<string> {
  await tab.page.evaluate(() => history.replaceState(null, '', '#nothing'));
  await tab.frame.getByRole('button', { name: 'Copy link' }).click();
  await tab.page.waitForFunction(() => location.hash !== '#nothing');
  return shared(tab);
}

/** Has the tab know that somebody pressed the back button of Teams. */
async function pressBack({ page }: OpenTab): Promise<void> {
  await page.evaluate(() => {
    const frame = document.querySelector('iframe');
    frame?.contentWindow?.postMessage({ func: 'backButtonPress', args: [] }, 'https://roadmap.test');
  });
}

describe('links into the tab', () => {
  const tests = tabTests();

  for (const [path, heading] of [
    ['home', ''],
    ['roadmap', 'Roadmap'],
    ['roadmap?view=list&kind=capability', 'Roadmap'],
    [`roadmap/${itemId}`, item?.title.en ?? ''],
    ['broadcasts', 'Broadcasts'],
    ['results', 'Results'],
    [`results/${promptId}?area=south-east`, ''],
    ['people', ''],
    ['help', 'Help'],
    ['help/privacy', ''],
  ] as const) {
    it(`open ${path}, where one copies the same link`, async () => {
      const tab = await tests.open({ path, answers });
      const title = tab.frame.getByRole('heading', { level: 1 });
      await title.filter({ hasText: heading }).waitFor();
      assert.equal(await copyLink(tab), path);
    });
  }

  it('are those of the page that one has come to, as it is shown', async () => {
    const tab = await tests.open({ path: 'help', answers });
    await tab.frame.getByRole('link', { name: 'Roadmap', exact: true }).first().click();
    await tab.frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor();
    await tab.frame.getByLabel('Kind').selectOption('programme');
    await tab.frame.waitForURL('**/tab/roadmap?kind=programme');
    assert.equal(await copyLink(tab), 'roadmap?kind=programme');
  });

  it('open another page when one comes while the tab is open', async () => {
    const tab = await tests.open({ path: 'help', answers });
    await tab.page.evaluate((hash) => {
      location.hash = hash;
    }, encodeURIComponent('results'));
    await tab.frame.getByRole('heading', { level: 1, name: 'Results' }).waitFor();
  });

  it('are not offered by Teams on phones, which cannot make them', async () => {
    const { frame } = await tests.open({ path: 'help', answers, client: 'android' });
    await frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    assert.equal(await frame.getByRole('button', { name: 'Copy link' }).count(), 0);
  });
});

describe('going back in the tab', () => {
  const tests = tabTests();

  const openTwoPages = async (client: 'web' | 'android') => {
    const tab = await tests.open({ path: 'help', answers, client });
    await tab.frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    await tab.frame.getByRole('link', { name: 'Results', exact: true }).first().click();
    await tab.frame.getByRole('heading', { level: 1, name: 'Results' }).waitFor();
    return tab;
  };

  it('is what the back button of the browser does', async () => {
    const tab = await openTwoPages('web');
    await tab.page.evaluate(() => history.back());
    await tab.frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
  });

  it('is what the back button of Teams does, until it leads out of the tab', async () => {
    const tab = await openTwoPages('android');
    await tab.page.evaluate(() => {
      window.addEventListener('message', ({ data }) => {
        if (data?.func === 'navigateBack') document.title = 'left';
      });
    });
    await pressBack(tab);
    await tab.frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    assert.notEqual(await tab.page.title(), 'left');
    await pressBack(tab);
    await tab.page.waitForFunction(() => document.title === 'left');
    assert.equal(await tab.frame.getByRole('heading', { level: 1 }).innerText(), 'Help');
  });
});
