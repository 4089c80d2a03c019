import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { CosmosClient } from '@azure/cosmos';
import { type Browser, chromium } from 'playwright-core';
import { requireFreePorts } from '../../src/local/free-ports.ts';
import { playgroundPeople } from '../../src/local/sample/people.ts';
import { updateDocumentationPictures } from './documentation-pictures.ts';
import { findChromium } from './find-chromium.ts';
import { type LocalProduct, startLocalProduct } from './local-product.ts';
import { PlaygroundPage } from './playground-page.ts';
import { startedBy, stillRunning } from './processes.ts';
import { inEach, openWindows, picturesFolder, takePictures, takePicturesOfAll } from './windows.ts';

const title = 'Where should we try the new case file view first?';
const place = 'Where do you most often read a case file?';
const ease = 'How easy is it to find what you need in one today?';
const promise = 'What do you promise about names? You cannot change this after sending.';

describe('npm start, in a browser', function () {
  this.timeout(300_000);
  let product: LocalProduct;
  let browser: Browser;
  let stopped = false;

  before(async () => {
    await rm(picturesFolder, { recursive: true, force: true });
    const executablePath = findChromium();
    assert.ok(executablePath, 'There is no Chromium: run npm run browser.');
    browser = await chromium.launch({ executablePath });
    product = await startLocalProduct();
  });

  after(async function () {
    await browser?.close();
    if (product !== undefined && !stopped) await product.interrupt();
    const passed = this.test?.parent?.tests.every(({ state }) => state === 'passed');
    if (passed && process.env.UPDATE_PICTURES === '1') await updateDocumentationPictures();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await takePicturesOfAll(browser);
    await Promise.all(browser.contexts().map((context) => context.close()));
  });

  it('lets a lead ask and staff answer, and shows the lead the tally', async () => {
    const [lead, staff] = await Promise.all([
      openWindows(browser, chatOf('lead of Wessex')),
      openWindows(browser, chatOf('staff of Wessex')),
    ]);
    await lead.light.waitForCard('Welcome to CPS Roadmap');

    await lead.light.sendText('broadcast');
    await lead.light.waitForCard('Write a broadcast');
    await lead.light.choose('What do you want to send?', 'Questions of your own, up to 10');
    await lead.light.click('Continue');
    await writeQuestions(lead.light);
    await lead.light.click('See it as staff will');
    await lead.light.waitForCard('Check before you send');
    await lead.light.click('Change');
    await takePictures(lead, 'compose-form', 'Write your questions');
    await lead.light.click('See it as staff will');
    await takePictures(lead, 'preview', 'Check before you send');
    const [, people] = /Send to (\d+) people/.exec(await lead.light.accessibleCard()) ?? [];
    await lead.light.click(`Send to ${people} people`);

    await takePictures(staff, 'prompt', title, place);
    await takePictures(lead, 'progress', `Delivered to 2 of ${people} people`, 'Sent');
    await lead.light.screenshot(join(picturesFolder, 'window.png'), ['Sent', 'Delivered to']);
    await lead.light.waitForAnyCard(`${Number(people) - 2} people do not have CPS Roadmap in Teams yet`);

    await staff.light.choose(place, 'In the office');
    await staff.light.choose(ease, '2');
    await staff.light.click('Send my answers');
    await takePictures(staff, 'receipt', 'Thank you', 'In the office', '2 out of 5');

    await staff.phone.click('Change my answers');
    await staff.phone.waitForCard('These are your answers so far');
    await staff.phone.choose(ease, '4');
    await staff.phone.click('Send my answers');
    await inEach(staff, (window) => window.waitForAnyCard('You changed your answers', '4 out of 5'));

    const stored = await storedAnswerOnceCounted();
    assert.deepEqual(stored, {
      answers: { q1: { kind: 'one-choice', option: 'o2' }, q2: { kind: 'scale', value: 4 } },
      revision: 2,
      profile: { area: 'wessex', role: 'operational-delivery', language: 'en', site: 'Portsmouth' },
    });

    await lead.light.sendText('results');
    await inEach(lead, async (window) => {
      await window.waitForCard('Choose the questions whose results you want to see');
      await window.click(`See results of “${title}”`);
    });
    await takePictures(lead, 'results', '1 person has answered', place, 'In the office: 1 (100%)', 'average is 4.0');
  });

  it('shows the roadmap, an item of it, and the results of a prompt that is over', async () => {
    const owner = await openWindows(browser, chatOf('roadmap owner'));
    await owner.light.sendText('roadmap');
    await takePictures(owner, 'roadmap', 'Technology roadmap', 'Future Casework Tools');
    await inEach(owner, (window) => window.click('Read about Future Casework Tools'));
    await takePictures(owner, 'roadmap-item', 'How sure we are', 'What should come of it');
    await inEach(owner, (window) => window.click('Back to the roadmap'));
    await inEach(owner, (window) => window.waitForCard('Technology roadmap'));

    await owner.light.sendText('results');
    await inEach(owner, async (window) => {
      await window.waitForCard('Choose the questions whose results you want to see');
      await window.click('See results of “The draft roadmap: tell us what you think”');
    });
    await takePictures(owner, 'results-closed', '65 people have answered', 'By area', 'Too small to show');
    const above = 'What would make it more ambitious, or more honest?';
    await owner.light.screenshotOfCard(join(picturesFolder, 'results-beginning.png'), [above], { above });
  });

  it('speaks Welsh to a reader of Welsh, who answers with the keyboard alone', async () => {
    const [lead, reader] = await Promise.all([
      PlaygroundPage.open(browser, chatOf('lead of Cymru-Wales')),
      PlaygroundPage.open(browser, chatOf('staff of Cymru-Wales, in Welsh')),
    ]);
    await Promise.all([reader.waitForCard('Croeso'), lead.waitForCard('Welcome to CPS Roadmap')]);
    await lead.sendText('Broadcast, please!');
    await lead.waitForCard('Write a broadcast');
    await lead.choose('What do you want to send?', 'Ready-made questions: Our attitude to risk');
    await lead.click('Continue');
    await lead.waitForCard('These ready-made questions stay as they are');
    await lead.click('See it as staff will');
    await lead.waitForCard('Check before you send');
    await lead.click(/^Send to \d+ people$/);

    await takePictures({ light: reader }, 'prompt-welsh', "Ydyn ni'n rhy ofalus gyda thechnoleg?");
    await reader.tabTo('radio', 'Rydym yn rhy ofalus');
    await reader.page.keyboard.press('ArrowDown');
    await reader.tabTo('textbox', "Pam rydych chi'n dweud hynny?");
    await reader.page.keyboard.type('Mae newid yn cymryd gormod o amser.');
    await reader.tabTo('button', 'Anfon fy atebion');
    await reader.page.keyboard.press('Enter');
    await takePictures({ light: reader }, 'receipt-welsh', 'Diolch', "Rydym yn ei chael hi fwy neu lai'n iawn");

    await reader.sendText('map ffordd');
    await reader.waitForCard('Map ffordd technoleg');
  });

  it('shows each of them the tab, with something on every page', async () => {
    const [, url] = /the tab +(http:\S+)/.exec(product.introduction.join('\n')) ?? [];
    assert.ok(url, 'no address is printed for the tab');
    const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await page.route(
      ({ hostname }) => hostname !== '127.0.0.1',
      (route) => route.abort(),
    );
    await page.goto(url);
    const tab = page.frameLocator('iframe');
    const goTo = (name: string) => tab.getByRole('navigation').getByRole('link', { name, exact: true }).click();
    await tab.getByRole('heading', { level: 1, name: 'What needs you now' }).waitFor();
    await tab.getByRole('link', { name: 'The draft roadmap: tell us what you think' }).waitFor();
    await goTo('Roadmap');
    await tab.getByRole('link', { name: 'Future Casework Tools' }).waitFor();
    await goTo('Broadcasts');
    await tab.getByRole('link', { name: title }).waitFor();
    await goTo('Results');
    await tab.getByRole('link', { name: 'The draft roadmap: tell us what you think' }).click();
    await tab.getByRole('heading', { name: 'What would make it more ambitious, or more honest?' }).waitFor();

    await page.getByLabel('Person').selectOption('Farah, roadmap owner');
    await goTo('People');
    await tab.getByRole('heading', { name: 'Who can be reached' }).first().waitFor();
    await page.getByLabel('Theme').selectOption('Dark');
    await tab.locator('html[style*="color-scheme: dark"]').waitFor();
    await page.getByLabel('Width').selectOption('Side panel');
    await page.getByLabel('Person').selectOption('Gwenllian, staff of Cymru-Wales');
    await tab.getByRole('heading', { level: 1, name: 'Map ffordd' }).waitFor();
    assert.equal((await page.locator('iframe').boundingBox())?.width, 320);
  });

  it('ends at Ctrl-C with nothing left', async () => {
    const processes = startedBy(product.processId);
    assert.ok(processes.length >= 5, 'each of five chats has a process');
    stopped = true;
    assert.equal(await product.interrupt(), 0);
    assert.deepEqual(stillRunning(processes), []);
    await requireFreePorts(product.ports.map((port) => ({ port, what: 'after Ctrl-C', setting: 'none' })));
  });

  /** The address that was printed for somebody's chat. */
  function chatOf(role: string): string {
    const [, url] = new RegExp(`(http://\\S+) \\(${role}\\)`).exec(product.introduction.join('\n')) ?? [];
    assert.ok(url, `no address is printed for the ${role}`);
    return url;
  }

  async function writeQuestions(lead: PlaygroundPage): Promise<void> {
    await lead.waitForCard('Write your questions');
    await lead.fill('Title in English', title);
    await lead.fill(
      'Text in English',
      'A new way to read a digital case file can be tried from January. Tell us where it would help most.',
    );
    await lead.fill('Question 1 in English', place);
    await lead.fill('Choices for question 1 in English, one on each line', 'At home\nIn the office\nAt court');
    await lead.choose(promise, 'Named: you see who said what');
    await lead.click('Add a question');
    await lead.waitForCard('Question 2 in English');
    await lead.choose('Kind of answer to question 2', 'Scale from 1 to 5');
    await lead.fill('Question 2 in English', ease);
    await lead.fill('Choices for question 2 in English, one on each line', 'Very hard\nVery easy');
  }

  /** The answer of the member of staff as it stands in Cosmos DB, read with nothing of the product, once it is in the figures. */
  async function storedAnswerOnceCounted(): Promise<object> {
    const [endpoint] = /(?<=Cosmos DB \(embedded\) )\S+/.exec(product.introduction.join('\n')) ?? [];
    assert.ok(endpoint, 'no address is printed for Cosmos DB');
    const key = Buffer.from('any').toString('base64');
    const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } });
    const database = client.database('cps-roadmap');
    const named = {
      query: 'SELECT c.id FROM c WHERE c.content.title.en = @title',
      parameters: [{ name: '@title', value: title }],
    };
    const { resources } = await database.container('broadcasts').items.query<{ readonly id: string }>(named).fetchAll();
    assert.equal(resources.length, 1);
    const broadcastId = resources[0]?.id;
    const item = database.container('responses').item(playgroundPeople.staffOfWessex.id, broadcastId);
    for (let look = 1; ; look += 1) {
      const { resource } = await item.read<
        Record<string, unknown> & { readonly counted?: { readonly answers: unknown } }
      >();
      assert.ok(resource, 'the answer is not stored');
      const { answers, revision, profile, counted } = resource;
      if (isDeepStrictEqual(counted?.answers, answers)) return { answers, revision, profile };
      assert.ok(look < 60, 'the answer was never counted');
      await setTimeout(1_000);
    }
  }
});
