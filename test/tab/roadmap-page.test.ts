import assert from 'node:assert/strict';
import type { ApiAnswers, ApiCall } from './api-answers.ts';
import { afterFailures, never, refusal } from './failing-answers.ts';
import { itIsAccessibleIn, type PageState } from './page-state.ts';
import { filteredRoadmap, roadmapItems } from './roadmap-fixture.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const reader = basics({
  duties: { leads: [], roadmapOwner: false, administrator: false },
  may: { broadcast: false, broadcastToAll: false, editRoadmap: false, seePeople: false, changePeople: false },
});
const listRoadmap = (call: ApiCall) => ({ json: filteredRoadmap(call) });
const answers: ApiAnswers = { ...basics(), listRoadmap };

describe('the roadmap in the tab', () => {
  const tests = tabTests();

  it('lays the items out over the quarters of the financial year, and says the same in words', async () => {
    const { frame } = await tests.open({ path: 'roadmap', answers });
    const item = frame.getByRole('listitem').filter({ has: frame.getByRole('link', { name: 'Smaller contracts' }) });
    await item.first().waitFor();
    const text = (await item.first().innerText()).replace(/\s+/g, ' ');
    assert.match(text, /Expected: Q4 2027\/28/);
    assert.match(text, /Contract ends 31 December 2027, firm/);
    assert.match(text, /What follows starts: .*, may move/);
    assert.match(
      await frame.locator('[aria-hidden]', { hasText: 'Today' }).first().innerText(),
      /Q3 2026\/27\s+October to December/,
    );
    assert.equal(await frame.getByRole('link', { name: 'Future Casework Tools' }).count(), 1);
  });

  it('puts each outcome under its quarter', async () => {
    const { frame } = await tests.open({ path: 'roadmap', answers });
    await frame.getByRole('link', { name: 'Smaller contracts' }).waitFor();
    const placed = await frame.evaluate(() => {
      const boxOf = (element: Element | undefined) => {
        if (element === undefined) throw new Error('It is not there.');
        return element.getBoundingClientRect();
      };
      const quarter = [...document.querySelectorAll('span')].find(
        ({ textContent, className }) => className !== '' && textContent.startsWith('Q4 2027/28January'),
      );
      const item = [...document.querySelectorAll('li')].find(
        (each) => each.querySelector('a')?.textContent === 'Smaller contracts, more suppliers',
      );
      const marks = [...(item?.querySelectorAll('[aria-hidden] span') ?? [])];
      // The first mark of a track is the outcome; lines are as high as the track.
      const mark = marks.find((each) => each.getBoundingClientRect().height === 12);
      const [column, bar] = [boxOf(quarter), boxOf(mark)];
      return { left: bar.left - column.left, right: column.right - bar.right };
    });
    assert.ok(Math.abs(placed.left) < 4 && Math.abs(placed.right) < 4, JSON.stringify(placed));
  });

  it('says how many items are shown, and filters them by what they help with, kind, maturity and area', async () => {
    const { frame } = await tests.open({ path: 'roadmap', answers });
    await frame.getByRole('status').getByText('18 items are shown').waitFor();
    await frame.getByLabel('Area').selectOption({ label: 'Wessex' });
    await frame.getByRole('status').getByText('17 items are shown').waitFor();
    await frame.getByLabel('How sure we are').selectOption({ index: 1 });
    await frame.getByLabel('Kind').selectOption({ label: 'Proof of concept' });
    await frame.getByLabel('Helps with').selectOption({ index: 1 });
    await frame.getByRole('heading', { name: 'No item fits' }).waitFor();
    assert.match(frame.url(), /\?kind=proof-of-concept&maturity=early&area=wessex&objective=cloud$/);
    await frame.getByRole('button', { name: 'Clear filters' }).click();
    await frame.getByRole('status').getByText('18 items are shown').waitFor();
    assert.match(frame.url(), /\/roadmap$/);
  });

  it('keeps the filters and the view when the person comes back from an item', async () => {
    const { frame } = await tests.open({
      path: 'roadmap',
      answers: {
        ...answers,
        getItem: () => refusal(404, 'ItemUnknown', 'We cannot find this item. It may have gone.'),
      },
    });
    await frame.getByLabel('Kind').selectOption({ label: 'Programme' });
    await frame.getByRole('button', { name: 'List' }).click();
    await frame
      .getByRole('status')
      .getByText(/^\d items? (is|are) shown/)
      .waitFor();
    const before = frame.url();
    assert.match(before, /\?view=list&kind=programme$/);
    await frame.getByRole('link', { name: 'Future Casework Tools' }).click();
    await frame.getByText('We cannot find this item', { exact: true }).waitFor();
    await frame.evaluate(() => history.back());
    await frame.getByRole('link', { name: 'Future Casework Tools' }).waitFor();
    assert.equal(frame.url(), before);
    assert.equal(await frame.getByRole('button', { name: 'List' }).getAttribute('aria-pressed'), 'true');
  });

  it('lists every item with its kind, how sure we are and when', async () => {
    const { frame } = await tests.open({ path: 'roadmap', answers });
    await frame.getByRole('button', { name: 'List' }).click();
    const first = frame.getByRole('main').getByRole('listitem').first();
    await frame.getByRole('main').getByRole('listitem').nth(17).waitFor();
    assert.match(
      (await first.innerText()).replace(/\s+/g, ' '),
      /^Future Casework Tools Programme Taking shape Expected: to be confirmed$/,
    );
    assert.equal(await frame.getByRole('main').getByRole('listitem').count(), roadmapItems.length);
  });

  it('groups the items by time where there is little room', async () => {
    const { frame } = await tests.open({ path: 'roadmap', answers, width: 320 });
    const headings = frame.getByRole('heading', { level: 2 });
    await headings.nth(3).waitFor();
    const times = await headings.allInnerTexts();
    assert.deepEqual(times, [
      'Q3 2026/27: October to December 2026',
      'Q4 2026/27: January to March 2027',
      'Q1 2027/28: April to June 2027',
      'Q2 2027/28: July to September 2027',
      'Q3 2027/28: October to December 2027',
      'Q4 2027/28: January to March 2028',
      'Date to be confirmed',
    ]);
    const mold = frame.getByRole('listitem').filter({ hasText: 'Bigger screens in Mold' });
    assert.match(await mold.innerText(), /Expected: 15 January 2027/);
  });

  it('offers adding an item to the owner only', async () => {
    const ofOwner = await tests.open({ path: 'roadmap', answers });
    await ofOwner.frame.getByRole('link', { name: 'Add an item' }).waitFor();
    const ofReader = await tests.open({ path: 'roadmap', answers: { ...answers, ...reader } });
    await ofReader.frame.getByRole('link', { name: 'Future Casework Tools' }).waitFor();
    assert.equal(await ofReader.frame.getByRole('link', { name: 'Add an item' }).count(), 0);
  });

  it('speaks Welsh', async () => {
    const { frame } = await tests.open({
      path: 'roadmap',
      language: 'cy',
      answers: { ...answers, ...basics({ language: 'cy' }) },
    });
    await frame.getByRole('link', { name: 'Offer Gwaith Achos y Dyfodol' }).waitFor();
    assert.equal(await frame.locator('a [lang=en]').innerText(), 'Bigger screens in Mold');
  });

  it('says what went wrong, and tries again', async () => {
    const failing = afterFailures(
      [refusal(400, 'RequestMalformed', 'We could not read that. Try again.')],
      listRoadmap,
    );
    const { frame } = await tests.open({ path: 'roadmap', answers: { ...answers, listRoadmap: failing } });
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('link', { name: 'Future Casework Tools' }).waitFor();
  });

  const first = { name: 'Future Casework Tools' } as const;
  const states: readonly PageState[] = [
    {
      name: 'roadmap-timeline',
      path: 'roadmap',
      answers,
      reach: (frame) => frame.getByRole('link', first).waitFor(),
    },
    {
      name: 'roadmap-list',
      path: 'roadmap',
      answers,
      reach: async (frame) => {
        await frame.getByRole('button', { name: 'List' }).click();
        await frame.getByRole('link', first).waitFor();
      },
    },
    {
      name: 'roadmap-none-fits',
      path: 'roadmap',
      answers: { ...answers, listRoadmap: () => ({ json: { items: [] } }) },
      reach: async (frame) => {
        await frame.getByLabel('Kind').selectOption({ label: 'Programme' });
        await frame.getByRole('heading', { name: 'No item fits' }).waitFor();
      },
    },
    {
      name: 'roadmap-empty',
      path: 'roadmap',
      answers: { ...answers, listRoadmap: () => ({ json: { items: [] } }) },
      reach: (frame) => frame.getByRole('heading', { name: 'There is nothing on the roadmap yet' }).waitFor(),
    },
    {
      name: 'roadmap-loading',
      path: 'roadmap',
      answers: { ...answers, listRoadmap: never },
      reach: (frame) => frame.getByRole('heading', { level: 1, name: 'Roadmap' }).waitFor(),
    },
    {
      name: 'roadmap-failed',
      path: 'roadmap',
      answers: {
        ...answers,
        listRoadmap: () => refusal(400, 'RequestMalformed', 'We could not read that. Try again.'),
      },
      reach: (frame) => frame.getByRole('button', { name: 'Try again' }).waitFor(),
    },
  ];
  itIsAccessibleIn(tests, states);
});
