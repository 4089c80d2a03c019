import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { emptyPrompt, tenQuestionPrompt } from './compose-drafts.ts';
import { authors, type ComposeUnderTest, startComposeUnderTest } from './compose-under-test.ts';
import { tabTests } from './tab-tests.ts';

const section = (frame: Frame) => frame.getByRole('region', { name: 'Questions', exact: true });
const heads = (frame: Frame) => section(frame).getByRole('heading', { level: 3 });
const saved = (frame: Frame) => frame.getByText('Saved', { exact: true }).waitFor();

describe('the questions of a prompt in the tab', () => {
  const tests = tabTests();
  let run: ComposeUnderTest;

  before(async () => {
    run = await startComposeUnderTest();
  });

  after(() => run.close());

  const write = async (draft = emptyPrompt) => {
    const { id } = await run.start(authors.lead, draft);
    const tab = await tests.open({ path: `compose/${id}`, answers: run.answersFor(authors.lead) });
    return { ...tab, id };
  };
  const questionsOf = async (id: string) => {
    const { content } = await run.read(authors.lead, id);
    return content.kind === 'prompt' ? content.questions : [];
  };

  it('are written with their choices', async () => {
    const { page, frame, id } = await write();
    await frame.getByRole('button', { name: 'Add a question' }).click();
    await frame.waitForFunction(() => document.activeElement?.id === 'q1.text');
    await page.keyboard.type('Where do you work?');
    await frame.getByLabel('Choice 1 in English').fill('At home');
    await frame.getByLabel('Choice 2 in English').fill('In court');
    await frame.getByRole('button', { name: 'Add a choice' }).click();
    await frame.waitForFunction(() => document.activeElement?.id === 'q1.options.3');
    await page.keyboard.type('Elsewhere');
    await frame.getByRole('button', { name: 'Remove line 2' }).click();
    await frame.getByRole('checkbox', { name: 'People must answer this question' }).uncheck();
    await saved(frame);
    assert.deepEqual(await questionsOf(id), [
      {
        id: 'q1',
        kind: 'one-choice',
        text: { en: 'Where do you work?' },
        required: false,
        options: [
          { id: 'o1', text: { en: 'At home' } },
          { id: 'o3', text: { en: 'Elsewhere' } },
        ],
      },
    ]);
  });

  it('become another kind, and keep what they can', async () => {
    const { frame, id } = await write();
    await frame.getByRole('button', { name: 'Add a question' }).click();
    await frame.getByLabel('Question 1 in English (required)').fill('How sure are you?');
    await frame.getByLabel('Choice 1 in English').fill('Very');
    await frame.getByLabel('Kind of answer to question 1').selectOption({ label: 'Yes, partly or no, for each line' });
    assert.equal(await frame.getByLabel('Statement 1 in English').inputValue(), 'Very');
    await frame.getByLabel('Kind of answer to question 1').selectOption({ label: 'Scale from 1 to 5' });
    await frame.getByLabel('What 1 means, in English (required)').fill('Not sure');
    await frame.getByLabel('What 5 means, in English (required)').fill('Certain');
    await saved(frame);
    const [question] = await questionsOf(id);
    assert.deepEqual(question, {
      id: 'q1',
      kind: 'scale',
      text: { en: 'How sure are you?' },
      required: true,
      lowest: { en: 'Not sure' },
      highest: { en: 'Certain' },
    });
  });

  it('come from the bank, complete in both languages', async () => {
    const { frame, id } = await write();
    await frame.getByRole('button', { name: 'Take a ready-made question' }).click();
    const dialog = frame.getByRole('dialog', { name: 'Ready-made questions' });
    await dialog
      .getByRole('button', { name: /^Add “/ })
      .first()
      .click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await heads(frame).count(), 1);
    await saved(frame);
    const [question] = await questionsOf(id);
    assert.equal(question?.id, 'q1');
    assert.ok((question?.text.cy ?? '') !== '');
  });

  it('stay as the bank has them when results are told apart by them', async () => {
    const { frame } = await write();
    await frame.getByRole('button', { name: 'Take a ready-made question' }).click();
    await frame.getByRole('dialog').getByRole('button', { name: 'Add “Where do you mostly work?”' }).click();
    await frame.getByText('This question comes from the question bank and stays as it is').waitFor();
    assert.equal(await frame.getByLabel('Question 1 in English').count(), 0);
  });

  it('are moved, and keep the focus', async () => {
    const { frame } = await write(tenQuestionPrompt);
    const [first, second] = await heads(frame).allInnerTexts();
    await frame.getByRole('button', { name: 'Move question 1 down' }).click();
    const [newFirst, newSecond] = await heads(frame).allInnerTexts();
    assert.equal(newFirst?.replace(/^1/, '2'), second);
    assert.equal(newSecond?.replace(/^2/, '1'), first);
    await frame.waitForFunction(() => document.activeElement?.id === 'q2-down');
    const up = frame.getByRole('button', { name: 'Move question 1 up' });
    assert.equal(await up.getAttribute('aria-disabled'), 'true');
  });

  it('are open one at a time', async () => {
    const { frame } = await write(tenQuestionPrompt);
    await heads(frame).nth(0).getByRole('button').click();
    await frame.getByLabel('Question 1 in English').waitFor();
    await heads(frame).nth(3).getByRole('button').click();
    await frame.getByLabel('Question 4 in English').waitFor();
    assert.equal(await frame.getByLabel('Question 1 in English').count(), 0);
  });

  it('are ten at most', async () => {
    const { frame } = await write(tenQuestionPrompt);
    await frame.getByText('You can ask 10 questions at most.').waitFor();
    const add = frame.getByRole('button', { name: 'Add a question' });
    assert.equal(await add.getAttribute('aria-disabled'), 'true');
    await add.click({ force: true });
    assert.equal(await heads(frame).count(), 10);
  });

  it('come with a promise about names, a last day and how often they are asked', async () => {
    const { frame, id } = await write(tenQuestionPrompt);
    await frame.getByRole('radio', { name: /^Anonymous/ }).check();
    await frame.getByLabel('Last day to answer (required)').fill('2027-02-01');
    await frame.getByRole('radio', { name: 'Every week, until you stop it' }).check();
    await saved(frame);
    const draft = await run.read(authors.lead, id);
    assert.ok(draft.content.kind === 'prompt');
    assert.deepEqual(
      [draft.content.privacy, draft.content.deadline.date, draft.series?.every],
      ['anonymous', '2027-02-01', 'week'],
    );
    await frame.getByRole('group', { name: 'The card' }).getByText('Anonymous').waitFor();
    for (let steps = 0; steps < 3; steps += 1) await frame.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
    await saved(frame);
    assert.equal((await run.read(authors.lead, id)).series, undefined);
  });
});
