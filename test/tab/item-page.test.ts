import assert from 'node:assert/strict';
import type { ItemChange } from '../../src/api/contract/roadmap.ts';
import type { ApiAnswers } from './api-answers.ts';
import { afterFailures, never, refusal } from './failing-answers.ts';
import { itIsAccessibleIn, type PageState } from './page-state.ts';
import { filteredRoadmap, itemDetail, itemOf } from './roadmap-fixture.ts';
import { tabTests } from './tab-tests.ts';
import { basics } from './who-and-where.ts';

const id = 'moving-to-the-cloud';
const path = `roadmap/${id}`;
const answers: ApiAnswers = {
  ...basics(),
  getItem: () => ({ json: itemDetail(id) }),
  listRoadmap: (call) => ({ json: filteredRoadmap(call) }),
};
const reader = basics({
  may: { broadcast: false, broadcastToAll: false, editRoadmap: false, seePeople: false, changePeople: false },
});
const gone = () => refusal(404, 'ItemUnknown', 'We cannot find this item. It may have gone.');
const stale = () =>
  refusal(
    412,
    'VersionStale',
    'Somebody else has changed this. Look at it again.',
    itemDetail(id, { title: { en: 'All of it to the cloud' }, changedAt: '2026-11-20T09:30:00.000Z' }, '"3"'),
  );

describe('a roadmap item in the tab', () => {
  const tests = tabTests();

  it('says all that is known of it', async () => {
    const { frame } = await tests.open({ path, answers });
    const facts = (await frame.getByRole('region', { name: 'About this item' }).innerText()).replace(/\s+/g, ' ');
    assert.match(facts, /How sure we are Taking shape/);
    assert.match(facts, /When spring 2027/);
    assert.match(
      facts,
      /Ends on Wednesday 30 June 2027\. This date is firm\. Start of what follows: spring 2027\. This may still move\./,
    );
    assert.match(facts, /For Everybody Who may see it/);
  });

  it('tells how it changed, the newest change first', async () => {
    const { frame } = await tests.open({ path, answers });
    const history = frame.getByRole('region', { name: 'How it changed' });
    assert.deepEqual(
      (await history.innerText()).split('\n').filter((line) => line !== ''),
      [
        'How it changed',
        '2:05pm on Monday 16 November 2026',
        'Summary was changed.',
        'How sure we are: from “Early thinking” to “Taking shape”',
        'When: from “Q1 2027/28” to “spring 2027”',
        '2:20pm on Tuesday 29 September 2026',
        'Added to the roadmap',
      ],
    );
  });

  it('offers editing and writing about it to whoever may', async () => {
    const ofOwner = await tests.open({ path, answers });
    const edit = ofOwner.frame.getByRole('link', { name: 'Edit' });
    assert.equal(await edit.getAttribute('href'), `/tab/roadmap/${id}/edit`);
    assert.equal(
      await ofOwner.frame.getByRole('link', { name: 'Write about it' }).getAttribute('href'),
      `/tab/compose?item=${id}`,
    );
    const ofReader = await tests.open({ path, answers: { ...answers, ...reader } });
    await ofReader.frame.getByRole('heading', { name: 'How it changed' }).waitFor();
    assert.deepEqual(await ofReader.frame.getByRole('main').getByRole('link').allInnerTexts(), ['Back to the roadmap']);
    assert.equal(await ofReader.frame.getByText('Who may see it').count(), 0);
  });

  it('has Teams make a link that leads back to it', async () => {
    const { page, frame } = await tests.open({ path, answers });
    await frame.getByRole('button', { name: 'Copy link' }).click();
    await page.waitForURL(`**/*#${encodeURIComponent(path)}`);
  });

  it('says when there is no such item, and tries again', async () => {
    const getItem = afterFailures([gone()], () => ({ json: itemDetail(id) }));
    const { frame } = await tests.open({ path, answers: { ...answers, getItem } });
    await frame.getByText('We cannot find this item', { exact: true }).waitFor();
    await frame.getByRole('button', { name: 'Try again' }).click();
    await frame.getByRole('heading', { level: 1, name: 'Moving to the cloud' }).waitFor();
  });

  const states: readonly PageState[] = [
    {
      name: 'item',
      path,
      answers,
      reach: (frame) => frame.getByRole('heading', { name: 'How it changed' }).waitFor(),
    },
    {
      name: 'item-loading',
      path,
      answers: { ...answers, getItem: never },
      reach: (frame) => frame.getByRole('link', { name: 'Back to the roadmap' }).waitFor(),
    },
    {
      name: 'item-gone',
      path,
      answers: { ...answers, getItem: gone },
      reach: (frame) => frame.getByRole('button', { name: 'Try again' }).waitFor(),
    },
  ];
  itIsAccessibleIn(tests, states);
});

describe('editing a roadmap item in the tab', () => {
  const tests = tabTests();
  const editPath = `${path}/edit`;
  const title = { name: 'Title, in English (required)' } as const;

  it('saves what was changed for the version that was read, and leads back', async () => {
    const saved: { body: ItemChange; etag: string | undefined }[] = [];
    const changeItem: ApiAnswers['changeItem'] = ({ body, headers }) => {
      saved.push({ body: JSON.parse(body), etag: headers['if-match'] });
      return { json: { item: itemOf(id), etag: '"3"' } };
    };
    const { frame } = await tests.open({ path: editPath, answers: { ...answers, changeItem } });
    await frame.getByRole('textbox', title).fill('To the cloud');
    await frame.getByRole('button', { name: 'Save for everybody' }).click();
    await frame.getByRole('heading', { name: 'How it changed' }).waitFor();
    assert.deepEqual(
      saved.map(({ body, etag }) => ({ title: body.title.en, kind: body.kind, etag })),
      [{ title: 'To the cloud', kind: itemOf(id).kind, etag: '"2"' }],
    );
  });

  it('overwrites nothing silently: what was written stays, and the person decides', async () => {
    const etags: (string | undefined)[] = [];
    const changeItem: ApiAnswers['changeItem'] = ({ headers }) => {
      etags.push(headers['if-match']);
      return headers['if-match'] === '"3"' ? { json: { item: itemOf(id), etag: '"4"' } } : stale();
    };
    const { frame } = await tests.open({ path: editPath, answers: { ...answers, changeItem } });
    await frame.getByRole('textbox', title).fill('To the cloud');
    await frame.getByRole('button', { name: 'Save for everybody' }).click();
    await frame.getByText('Somebody else has changed this item').waitFor();
    await frame.getByText('They saved it at 9:30am on Friday 20 November 2026.').waitFor();
    assert.equal(await frame.getByRole('textbox', title).inputValue(), 'To the cloud');
    await frame.getByRole('button', { name: 'Save mine over theirs' }).click();
    await frame.getByRole('heading', { name: 'How it changed' }).waitFor();
    assert.deepEqual(etags, ['"2"', '"3"']);
  });

  it('takes what somebody else saved when the person wants that', async () => {
    const { frame } = await tests.open({ path: editPath, answers: { ...answers, changeItem: stale } });
    await frame.getByRole('textbox', title).fill('To the cloud');
    await frame.getByRole('button', { name: 'Save for everybody' }).click();
    await frame.getByRole('button', { name: 'Take theirs, drop mine' }).click();
    assert.equal(await frame.getByRole('textbox', title).inputValue(), 'All of it to the cloud');
    assert.equal(await frame.getByText('Somebody else has changed this item').count(), 0);
  });

  it('loses no text when the connection is lost, nor when the person leaves the page', async () => {
    const changeItem = () => ({ lost: true }) as const;
    const { frame } = await tests.open({ path: editPath, answers: { ...answers, changeItem } });
    await frame.getByRole('textbox', title).fill('To the cloud');
    await frame.getByRole('button', { name: 'Save for everybody' }).click();
    await frame.getByText('Nothing you wrote is lost.').waitFor();
    assert.equal(await frame.getByRole('textbox', title).inputValue(), 'To the cloud');
    await frame.getByRole('link', { name: 'Back without saving' }).last().click();
    await frame.getByRole('link', { name: 'Edit' }).click();
    await frame.getByText('These are changes that you did not save').waitFor();
    assert.equal(await frame.getByRole('textbox', title).inputValue(), 'To the cloud');
    await frame.getByRole('button', { name: 'Go back to what everybody sees' }).click();
    assert.equal(await frame.getByRole('textbox', title).inputValue(), 'Moving to the cloud');
  });

  it('asks for no more of a date than is known, and says what staff will see', async () => {
    const { frame } = await tests.open({ path: editPath, answers });
    const when = frame.getByRole('group', { name: 'When', exact: true });
    await when.getByText('Staff see: spring 2027').waitFor();
    await when.getByLabel('How precisely is it known?').selectOption({ label: 'The quarter' });
    await when.getByText('Staff see: Q4 2026/27').waitFor();
    await when.getByLabel('How precisely is it known?').selectOption({ label: 'Not known yet' });
    await when.getByText('Staff see: to be confirmed').waitFor();
    assert.equal(await when.getByRole('combobox').count(), 1);
  });

  it('says what is missing, and takes the person there', async () => {
    const { frame } = await tests.open({ path: editPath, answers });
    await frame.getByRole('textbox', title).fill(' ');
    await frame.getByRole('button', { name: 'Save for everybody' }).click();
    const field = frame.getByRole('textbox', title);
    await frame.waitForFunction(() => document.activeElement?.id === 'title');
    assert.equal(await field.getAttribute('aria-invalid'), 'true');
    assert.notEqual(await field.getAttribute('aria-describedby'), null);
  });

  it('is for the owner only', async () => {
    const { frame } = await tests.open({ path: editPath, answers: { ...answers, ...reader } });
    await frame.getByRole('heading', { name: 'This page is for the roadmap owner' }).waitFor();
  });

  it('adds an item once, however often it is sent', async () => {
    const keys: (string | undefined)[] = [];
    const addItem = afterFailures([{ lost: true }], () => ({ json: { item: itemOf(id), etag: '"1"' } }));
    const { frame } = await tests.open({
      path: 'new-item',
      answers: {
        ...answers,
        addItem: (call) => {
          keys.push(call.headers['idempotency-key']);
          return addItem(call);
        },
      },
    });
    await frame.getByRole('textbox', title).fill('Moving to the Cloud!');
    await frame.getByRole('textbox', { name: 'What it is, in short, in English (required)' }).fill('All of it.');
    await frame.getByRole('textbox', { name: 'What should come of it, in English (required)' }).fill('It is there.');
    await frame.getByRole('button', { name: 'Add an item' }).click();
    await frame.getByText('We could not reach CPS Roadmap').waitFor();
    await frame.getByRole('button', { name: 'Add an item' }).click();
    await frame.getByRole('heading', { name: 'How it changed' }).waitFor();
    assert.equal(keys.length, 2);
    assert.equal(keys[0], keys[1]);
    assert.match(frame.url(), /\/roadmap\/moving-to-the-cloud$/);
  });

  const states: readonly PageState[] = [
    {
      name: 'item-editing',
      path: editPath,
      answers,
      reach: (frame) => frame.getByRole('textbox', title).waitFor(),
    },
    {
      name: 'item-editing-conflict',
      path: editPath,
      answers: { ...answers, changeItem: stale },
      reach: async (frame) => {
        await frame.getByRole('button', { name: 'Save for everybody' }).click();
        await frame.getByText('Somebody else has changed this item').waitFor();
      },
    },
    {
      name: 'item-new-missing',
      path: 'new-item',
      answers,
      reach: async (frame) => {
        await frame.getByRole('switch', { name: 'A contract ends' }).click();
        await frame.getByRole('button', { name: 'Add an item' }).click();
        await frame.locator('[aria-invalid=true]').first().waitFor();
      },
    },
    {
      name: 'item-editing-not-for-you',
      path: editPath,
      answers: { ...answers, ...reader },
      reach: (frame) => frame.getByRole('heading', { name: 'This page is for the roadmap owner' }).waitFor(),
    },
  ];
  itIsAccessibleIn(tests, states);
});
