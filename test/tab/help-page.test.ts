import assert from 'node:assert/strict';
import type { Me } from '../../src/api/contract/me.ts';
import type { ApiAnswers } from './api-answers.ts';
import { refusal } from './failing-answers.ts';
import { itIsAccessibleIn, type PageState } from './page-state.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const nothing: Me['may'] = {
  broadcast: false,
  broadcastToAll: false,
  editRoadmap: false,
  seePeople: false,
  changePeople: false,
};
const answers: ApiAnswers = basics();

describe('Help in the tab', () => {
  const tests = tabTests();

  it('says what each page is for that the person may use', async () => {
    const ofOwner = await tests.open({ path: 'help', answers });
    const pages = ofOwner.frame.getByRole('region', { name: 'The pages' });
    assert.deepEqual(await pages.getByRole('link').allInnerTexts(), [
      'Home',
      'Roadmap',
      'Broadcasts',
      'Write a broadcast',
      'Results',
      'People',
    ]);
    const ofStaff = await tests.open({ path: 'help', answers: basics({ may: nothing }) });
    assert.deepEqual(await ofStaff.frame.getByRole('region', { name: 'The pages' }).getByRole('link').allInnerTexts(), [
      'Roadmap',
    ]);
    assert.equal(await ofStaff.frame.getByRole('heading', { name: 'When cards go out' }).count(), 0);
  });

  it('says what the words for how sure we are mean', async () => {
    const { frame } = await tests.open({ path: 'help', answers });
    const maturity = frame.getByRole('region', { name: 'How sure we are' });
    assert.deepEqual(await maturity.getByRole('term').allInnerTexts(), ['Early thinking', 'Taking shape', 'Confident']);
    assert.equal(await maturity.getByRole('term').locator('svg[aria-hidden=true]').count(), 3);
  });

  it('leads to the accessibility statement and the privacy page, and back', async () => {
    const { frame } = await tests.open({ path: 'help', answers });
    for (const name of ['Accessibility statement', 'Privacy']) {
      await frame.getByRole('link', { name }).click();
      await frame.getByRole('heading', { level: 1, name }).waitFor();
      await frame.getByRole('main').getByRole('link', { name: 'Help' }).click();
      await frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor();
    }
  });

  it('changes the language of the person, and speaks it at once', async () => {
    let language: Me['language'] = 'en';
    const chosen: unknown[] = [];
    const me = () => basics({ language }).getMe;
    const { frame } = await tests.open({
      path: 'help',
      answers: {
        ...answers,
        getMe: (call) => me()?.(call) ?? {},
        setLanguage: (call) => {
          chosen.push(JSON.parse(call.body));
          language = 'cy';
          return me()?.(call) ?? {};
        },
      },
    });
    await frame.getByRole('radio', { name: 'Cymraeg' }).click();
    await frame.locator('html[lang=cy]').waitFor();
    await frame.getByRole('heading', { level: 1, name: 'Help' }).waitFor({ state: 'detached' });
    assert.deepEqual(chosen, [{ language: 'cy' }]);
    assert.match(await frame.evaluate(() => document.title), /Map ffordd CPS$|Map Ffordd CPS$/i);
  });

  it('says when the language could not be changed', async () => {
    const setLanguage = () => refusal(429, 'TooManyRequests', 'That was too quick. Wait a little.');
    const { frame } = await tests.open({ path: 'help', answers: { ...answers, setLanguage } });
    await frame.getByRole('radio', { name: 'Cymraeg' }).click();
    await frame.getByText('That was too quick', { exact: true }).waitFor();
    assert.equal(await frame.getByRole('radio', { name: 'English' }).isChecked(), true);
  });

  for (const [path, sections] of [
    ['help/accessibility', 6],
    ['help/privacy', 6],
  ] as const) {
    it(`says the same in both languages: ${path}`, async () => {
      const english = await tests.open({ path, answers });
      const welsh = await tests.open({ path, language: 'cy', answers: basics({ language: 'cy' }) });
      await welsh.frame.locator('html[lang=cy]').waitFor();
      for (const { frame } of [english, welsh]) {
        assert.equal(await frame.getByRole('heading', { level: 2 }).count(), sections);
      }
      const points = ({ frame }: typeof english) => frame.getByRole('main').getByRole('listitem').count();
      assert.equal(await points(english), await points(welsh));
    });
  }

  const states: readonly PageState[] = (['help', 'help/accessibility', 'help/privacy'] as const).map((path) => ({
    name: path.replace('/', '-'),
    path,
    answers,
    reach: (frame) => frame.getByRole('heading', { level: 2 }).nth(2).waitFor(),
  }));
  itIsAccessibleIn(tests, states);
});
