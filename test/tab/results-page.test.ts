import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { CommentJson, ResultsJson } from '../../src/api/contract/results.ts';
import type { ApiAnswers, ApiCall } from './api-answers.ts';
import { afterFailures, refusal } from './failing-answers.ts';
import { itIsAccessibleIn } from './page-state.ts';
import { bigResults, promptId } from './results-fixture.ts';
import { answersWith, resultsPath as path, resultsStates, someComments } from './results-states.ts';
import type { OpenTab } from './tab-in-browser.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

/** Results as the lead of two areas sees them, of which one is too small to show. */
function ofTwoAreas(): Partial<ResultsJson> {
  const { areas } = bigResults();
  return {
    everyArea: false,
    total: { shown: false },
    areas: areas.filter(({ area }) => ['south-east', 'wessex'].includes(area)),
    areasShown: 1,
    areasTooSmall: 1,
  };
}

describe('the results of a prompt in the tab', () => {
  const tests = tabTests();

  it('says how many were asked, reached and answered, and when the figures move', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    const numbers = await frame.getByRole('region', { name: 'In numbers' }).innerText();
    assert.match(numbers, /Asked\s+7,597\s+Reached\s+6,884\s+Answered\s+2,604\s+38% of those reached/);
    assert.match(numbers, /The figures last moved at 3pm on Monday 23 November 2026\. They move next at 5pm on/);
    assert.match(
      await frame.locator('h1').locator('../..').innerText(),
      /Open until 5pm on Friday 27 November 2026 · Confi/,
    );
  });

  it('tells each question in a sentence, as bars and as a table', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    const first = frame.getByRole('region', { name: '1. How ambitious is the draft roadmap?' });
    assert.match(
      await first.innerText(),
      /2,558 people answered\. The average is 3\.0 out of 5\. The answers spread by 1\.1/,
    );
    await first.locator('svg.fui-hbc__chart').nth(4).waitFor();
    await first.getByText('Question 1 as a table').click();
    const table = first.getByRole('table', { name: 'Answers to: How ambitious is the draft roadmap?' });
    assert.deepEqual(await table.getByRole('row', { name: /^2/ }).getByRole('cell').allInnerTexts(), ['843', '33%']);
    assert.equal(await frame.getByRole('heading', { level: 3 }).count(), 10);
  });

  it('shows a group within an area when it is chosen, and keeps the choice in the address', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    await frame.getByLabel('Area').selectOption({ label: 'South East' });
    await frame.getByRole('heading', { level: 2, name: 'South East' }).waitFor();
    await frame.getByLabel('People').selectOption({ label: 'Legal (98)' });
    await frame.getByRole('heading', { level: 2, name: 'Legal, South East' }).waitFor();
    assert.match(frame.url(), /\?area=south-east&group=role%3Alegal$/);
    await frame.getByLabel('Area').selectOption({ label: 'All areas' });
    await frame.getByRole('heading', { level: 2, name: 'All areas' }).waitFor();
  });

  it('says why an area is not shown', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    await frame.getByLabel('Area').selectOption({ label: 'Wessex (too small to show)' });
    await frame.getByRole('heading', { name: 'Too few people have answered in Wessex' }).waitFor();
    await frame.getByText('Results are shown for groups of 10 or more people').waitFor();
  });

  it('compares the areas by one question and by all', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    await frame.getByRole('tab', { name: 'Compare' }).click();
    await frame.getByText('14 areas asked, 11 shown, 3 too small to show.').waitFor();
    await frame.getByText('Too small to show: London South, North East, Wessex.').waitFor();
    await frame.getByText('Average out of 5. Highest: West Midlands, 3.6. Lowest: Thames and Chiltern, 2.7.').waitFor();
    await frame.getByRole('combobox', { name: 'Question' }).selectOption({ index: 3 });
    await frame.getByText('Balance of “The Future Casework Tools programme”.').first().waitFor();
    const table = frame.getByRole('table', { name: 'All questions side by side' });
    await table.getByRole('button', { name: /^2\. How honest/ }).click();
    await frame.locator('th[aria-sort=descending]').waitFor();
    const sorted = await table.getByRole('row').evaluateAll((rows) => rows.map((row) => row.children[3]?.textContent));
    const numbers = sorted
      .slice(2)
      .filter((text) => text !== '–')
      .map(Number);
    assert.equal(numbers.length, 11);
    assert.deepEqual(
      numbers,
      numbers.toSorted((one, other) => other - one),
    );
    assert.deepEqual(sorted.slice(-3), ['–', '–', '–']);
  });

  it('compares roles within an area', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    await frame.getByLabel('Area').selectOption({ label: 'South East' });
    await frame.getByRole('tab', { name: 'Compare' }).click();
    await frame.getByLabel('Compare by').selectOption({ label: 'Role' });
    await frame.getByRole('heading', { name: 'The roles compared: South East' }).waitFor();
    const heads = frame.getByRole('table', { name: 'All questions side by side' }).getByRole('rowheader');
    await heads.nth(4).waitFor();
    assert.deepEqual(await heads.allInnerTexts(), [
      'Everybody, South East',
      'Legal',
      'Operational delivery',
      'Digital and technology',
      'Corporate services',
    ]);
  });

  it('shows the series over time as a line and a table', async () => {
    const { frame } = await tests.open({ path, answers: answersWith() });
    await frame.getByRole('tab', { name: 'Over time' }).click();
    await frame.getByText('Average out of 5: down from 3.2 to 3.0 since Friday 29 May 2026.').waitFor();
    await frame.locator('[inert] svg circle').nth(2).waitFor();
    const rows = frame.getByRole('table').getByRole('row');
    assert.match(await rows.nth(1).innerText(), /1\. Friday 29 May 2026\s+1,834\s+3\.2/);
    assert.match(await rows.nth(3).innerText(), /3\. Friday 27 November 2026\s+2,558\s+3\.0/);
  });

  it('says so when the questions were asked once only', async () => {
    const { frame } = await tests.open({ path, answers: answersWith({ trend: [] }) });
    await frame.getByRole('tab', { name: 'Over time' }).click();
    await frame.getByRole('heading', { name: 'Nothing to compare with yet' }).waitFor();
  });

  it('begins for a lead with the first of their areas that can be shown, and never with all', async () => {
    const { frame } = await tests.open({ path, answers: answersWith(ofTwoAreas()) });
    await frame.getByRole('heading', { level: 2, name: 'South East' }).waitFor();
    const options = await frame.getByLabel('Area').getByRole('option').allInnerTexts();
    assert.deepEqual(options, ['South East', 'Wessex (too small to show)']);
    assert.match(await frame.getByRole('region', { name: 'In numbers' }).innerText(), /in all areas together/);
  });

  it('says so when too few have answered at all', async () => {
    const change = { total: { shown: false } as const, areas: [], areasShown: 0, areasTooSmall: 14 };
    const { frame } = await tests.open({ path, answers: answersWith(change) });
    await frame.getByRole('heading', { name: 'Too few people have answered' }).waitFor();
    assert.match(await frame.getByRole('region', { name: 'In numbers' }).innerText(), /Answered\s+–\s+Too few to show/);
  });

  it('is in Welsh for those who read Welsh', async () => {
    const { frame } = await tests.open({
      path,
      language: 'cy',
      answers: { ...answersWith(), ...basics({ language: 'cy' }) },
    });
    await frame.locator('html[lang=cy]').waitFor();
    await frame.getByRole('heading', { level: 1, name: 'Beth yw eich barn am y map ffordd drafft?' }).waitFor();
    await frame.getByText('Ar agor tan 5pm ddydd Gwener 27 Tachwedd 2026 · Cyfrinachol').waitFor();
    await frame.getByRole('tab', { name: 'Dros amser' }).click();
    await frame.getByText('28 Awst 26').waitFor();
  });

  it('is worked with the keyboard alone', async () => {
    const { page, frame } = await tests.open({ path, answers: answersWith() });
    await frame.getByRole('tab', { name: 'Answers' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await frame.getByRole('heading', { level: 2, name: 'The areas compared' }).waitFor();
    const sort = frame.getByRole('button', { name: /^1\. How ambitious/ });
    await sort.focus();
    await page.keyboard.press('Enter');
    await frame.locator('th[aria-sort=descending]').waitFor();
    assert.equal(await sort.evaluate((button) => button === document.activeElement), true);
    assert.notEqual(await sort.evaluate((button) => getComputedStyle(button).outlineStyle), 'none');
  });

  it('opens where a link points', async () => {
    const linked = `${path}?view=compare&by=role&area=south-east`;
    const { frame } = await tests.open({ path: linked, answers: answersWith() });
    await frame.getByRole('heading', { name: 'The roles compared: South East' }).waitFor();
    assert.equal(await frame.getByLabel('Area').inputValue(), 'south-east');
  });

  it('keeps the figures in sight while there is no connection, and says so', async () => {
    const { page, frame } = await tests.open({ path, answers: answersWith() });
    await page.context().setOffline(true);
    await frame.getByText('You are offline').waitFor();
    await frame.getByRole('heading', { level: 2, name: 'All areas' }).waitFor();
    await page.context().setOffline(false);
    await frame.getByText('You are offline').waitFor({ state: 'detached' });
  });

  it('says everything without its charts when they cannot be loaded, and draws them later', async () => {
    const listResults = () => ({
      json: {
        prompts: [
          {
            broadcastId: promptId,
            title: { en: 'The draft roadmap' },
            closesAt: '2026-11-27T17:00:00.000Z',
            closed: false,
            privacy: 'confidential',
          },
        ],
      },
    });
    const { page, frame } = await tests.open({ path: 'results', answers: { ...answersWith(), listResults } });
    const context = page.context();
    const charts = 'https://roadmap.test/tab/assets/bar-*';
    await context.route(charts, (route) => route.abort('internetdisconnected'));
    await frame.getByRole('link', { name: 'The draft roadmap' }).click();
    const first = frame.getByRole('region', { name: '1. How ambitious is the draft roadmap?' });
    await first.getByText('843 (33%)').waitFor();
    assert.equal(await frame.locator('svg.fui-hbc__chart').count(), 0);
    await context.unroute(charts);
    await context.setOffline(true);
    await frame.getByText('You are offline').waitFor();
    await context.setOffline(false);
    await first.locator('svg.fui-hbc__chart').nth(4).waitFor();
  });

  it('says what went wrong, and tries again', async () => {
    let calls = 0;
    const problem = { title: 'PromptUnknown', status: 404, code: 'PromptUnknown', correlationId: 'c' };
    const { frame } = await tests.open({
      path,
      answers: {
        ...basics(),
        getResults: () => {
          calls += 1;
          if (calls > 1) return { json: bigResults() };
          return { status: 404, json: { ...problem, detail: 'We cannot find these questions. They may have gone.' } };
        },
      },
    });
    await frame.getByText('We cannot find these questions', { exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { level: 1, name: 'What do you think of the draft roadmap?' }).waitFor();
  });
});

describe('the comments among the results in the tab', () => {
  const tests = tabTests();
  const [first, second] = someComments;
  const whole: CommentJson = { id: first?.id ?? '', text: '', redacted: { at: '2026-11-23T16:00:00.000Z' } };

  async function openComments(answers: ApiAnswers): Promise<OpenTab> {
    const tab = await tests.open({ path, answers });
    await tab.frame.getByRole('tab', { name: 'Comments' }).click();
    await tab.frame.getByText('More time to learn it, please.').first().waitFor();
    return tab;
  }

  it('shows them page by page, and takes the reader to what is new', async () => {
    const listComments = ({ query }: ApiCall) => {
      const newer = { id: 'newer', text: 'This came later.', area: 'wessex' };
      return { json: query.has('cursor') ? { comments: [newer] } : { comments: someComments, next: 'more' } };
    };
    const { frame } = await openComments({ ...answersWith(), listComments });
    const named = frame.getByRole('listitem').filter({ hasText: first?.text ?? '' });
    assert.match(await named.innerText(), /South East/);
    await frame.getByRole('button', { name: 'Show more comments' }).click();
    await frame.getByText('This came later.').waitFor();
    assert.match(await frame.locator('li:focus').innerText(), /This came later\./);
    assert.equal(await frame.getByRole('button', { name: 'Show more comments' }).count(), 0);
  });

  it('hides a comment and brings it back', async () => {
    const calls: ApiCall[] = [];
    const answers: ApiAnswers = {
      ...answersWith(),
      redactComment: (call) => {
        calls.push(call);
        return { json: whole };
      },
      undoRedaction: () => ({ json: first }),
    };
    const { frame } = await openComments(answers);
    await frame.getByRole('button', { name: 'Hide', exact: true }).first().click();
    await frame.getByRole('button', { name: 'Hide it' }).click();
    await frame.getByText('Hidden at 4pm on Monday 23 November 2026', { exact: true }).waitFor();
    assert.deepEqual(JSON.parse(calls[0]?.body ?? ''), {});
    assert.equal(calls[0]?.params.commentId, first?.id);
    // The button is gone; whoever has only a keyboard goes on where it was.
    await frame.waitForFunction(() => document.activeElement?.textContent?.startsWith('Hidden at 4pm'));
    await frame.getByRole('button', { name: 'Bring back' }).first().click();
    await frame.getByText(first?.text ?? '').waitFor();
  });

  it('hides words that are selected with the keyboard', async () => {
    const bodies: unknown[] = [];
    const answers: ApiAnswers = {
      ...answersWith(),
      redactComment: ({ body }) => {
        bodies.push(JSON.parse(body));
        const at = '2026-11-23T16:00:00.000Z';
        return {
          json: { ...second, text: '████ time to learn it, please.', redacted: { at, parts: [{ from: 0, to: 4 }] } },
        };
      },
    };
    const { page, frame } = await openComments(answers);
    await frame.getByRole('button', { name: 'Hide', exact: true }).nth(1).click();
    await frame.getByRole('radio', { name: 'Some words only' }).check();
    const field = frame.getByRole('textbox', { name: 'Select the words to hide' });
    await field.focus();
    await page.keyboard.type('This must not get in.');
    await page.keyboard.press('Delete');
    assert.equal(await field.inputValue(), second?.text);
    await page.keyboard.press('Control+Home');
    for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Shift+ArrowRight');
    await frame.getByRole('button', { name: 'Hide what is selected' }).click();
    await frame.getByRole('alertdialog').getByText('████ time to learn it, please.').waitFor();
    await frame.getByRole('button', { name: 'Hide it' }).click();
    await frame.getByText('Parts were hidden at 4pm on Monday 23 November 2026').waitFor();
    assert.deepEqual(bodies, [{ parts: [{ from: 0, to: 4 }] }]);
  });

  it('says what went wrong with hiding, and leaves the comment as it is', async () => {
    const redactComment = () => refusal(409, 'ChangedMeanwhile', 'It was changed meanwhile. Look again.');
    const { frame } = await openComments({ ...answersWith(), redactComment });
    await frame.getByRole('button', { name: 'Hide', exact: true }).first().click();
    await frame.getByRole('button', { name: 'Hide it' }).click();
    await frame.getByRole('alertdialog').getByText('It was changed meanwhile').waitFor();
    await frame.getByRole('button', { name: 'Cancel' }).click();
    await frame.getByText(first?.text ?? '').waitFor();
  });

  it('says so when none were asked for', async () => {
    const { prompt } = bigResults();
    const questions = prompt.questions.filter(({ kind }) => kind !== 'free-text');
    const { frame } = await tests.open({ path, answers: answersWith({ prompt: { ...prompt, questions } }) });
    await frame.getByRole('tab', { name: 'Comments' }).click();
    await frame.getByRole('heading', { name: 'No comments were asked for' }).waitFor();
  });
});

describe('the download of results in the tab', () => {
  const tests = tabTests();
  const bytes = Buffer.from('\ufeffquestion,answer\r\n');
  const csv = { name: 'results.csv', type: 'text/csv', bytes };
  const files: ApiAnswers = {
    ...answersWith(),
    downloadResultsCsv: () => ({ file: csv }),
    downloadResultsXlsx: () => ({ file: { name: 'results.xlsx', type: 'application/octet-stream', bytes } }),
  };

  async function choose({ frame }: OpenTab, item: string): Promise<void> {
    await frame.getByRole('button', { name: 'Download' }).click();
    await frame.getByRole('menuitem', { name: item }).click();
  }

  for (const { item, name } of [
    { item: 'Plain table (.csv)', name: 'results.csv' },
    { item: 'Excel workbook (.xlsx)', name: 'results.xlsx' },
  ]) {
    it(`saves ${name} with the token of the person`, async () => {
      const tab = await tests.open({ path, answers: files });
      const [download] = await Promise.all([tab.page.waitForEvent('download'), choose(tab, item)]);
      assert.equal(download.suggestedFilename(), name);
      assert.deepEqual(await readFile(await download.path()), bytes);
      await tab.frame.getByRole('status').getByText(`${name} was downloaded.`).waitFor();
    });
  }

  it('says on a computer where else to try when the file is not there', async () => {
    const tab = await tests.open({ path, answers: files, client: 'desktop' });
    await choose(tab, 'Plain table (.csv)');
    await tab.frame.getByText('If it is not there, open Teams in your browser and download it there.').waitFor();
  });

  it('says on a phone, where Teams saves no files, what to do instead', async () => {
    const tab = await tests.open({ path, answers: answersWith(), client: 'android', width: 360 });
    await choose(tab, 'Excel workbook (.xlsx)');
    await tab.frame.getByText('Open this page in Teams on a computer, and download the file there.').waitFor();
  });

  it('tries again after the connection was lost', async () => {
    const downloadResultsCsv = afterFailures([{ lost: true }], () => ({ file: csv }));
    const tab = await tests.open({ path, answers: { ...files, downloadResultsCsv } });
    await choose(tab, 'Plain table (.csv)');
    await tab.frame.getByText('We could not reach CPS Roadmap').waitFor();
    const again = tab.frame.getByRole('button', { name: 'Try again' });
    const [download] = await Promise.all([tab.page.waitForEvent('download'), again.click()]);
    assert.equal(download.suggestedFilename(), 'results.csv');
  });
});

describe('the list of results in the tab', () => {
  const tests = tabTests();
  const title = { en: 'How hybrid working suits you' };
  const closed = { broadcastId: promptId, title, closesAt: '2026-10-27T17:00:00.000Z', closed: true } as const;

  it('leads to the results of each prompt', async () => {
    const prompts = [{ ...closed, privacy: 'anonymous' as const }];
    const { frame } = await tests.open({
      path: 'results',
      answers: { ...answersWith(), listResults: () => ({ json: { prompts } }) },
    });
    await frame.getByText('Closed at 5pm on Tuesday 27 October 2026 · Anonymous').waitFor();
    await frame.getByRole('link', { name: title.en }).click();
    await frame.getByRole('heading', { level: 1, name: 'What do you think of the draft roadmap?' }).waitFor();
  });

  it('says so when there are none', async () => {
    const { frame } = await tests.open({
      path: 'results',
      answers: { ...basics(), listResults: () => ({ json: { prompts: [] } }) },
    });
    await frame.getByRole('heading', { name: 'No results yet' }).waitFor();
  });

  itIsAccessibleIn(tests, resultsStates);
});
