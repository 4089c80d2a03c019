import assert from 'node:assert/strict';
import { countAnswers } from '../../src/insight/count-answers.ts';
import { forgetAllComments, forgetComments } from '../../src/insight/forget-comments.ts';
import { readComments } from '../../src/insight/read-comments.ts';
import { readResults } from '../../src/insight/read-results.ts';
import { rebuildResults } from '../../src/insight/rebuild-results.ts';
import { closed, comment, countingWorld, owner } from './counting-world.ts';

describe('Forgetting comments', () => {
  it('leaves the figures, of one person’s and of all, and brings no text back', async () => {
    const world = await countingWorld('named', [comment]);
    const { ports, prompt, stores } = world;
    for (let number = 0; number < 120; number += 1) {
      await world.answer(`p${number}`, { area: 'hq' }, { q3: { kind: 'free-text', text: `Comment ${number}!` } });
    }
    world.now = closed;
    await countAnswers(ports, prompt, { final: true });
    const texts = async () => {
      const pages = [];
      for (let after: string | undefined = '1'; after !== undefined; ) {
        const page = await readComments(ports, owner, prompt.id, { questionId: 'q3', after });
        pages.push(...page.comments.map(({ text }) => text));
        after = page.next;
      }
      return pages;
    };
    await forgetComments(stores, prompt.id, 'p7');
    await forgetComments(stores, prompt.id, 'nobody');
    assert.ok((await texts()).length === 119 && !(await texts()).includes('Comment 7!'));
    await countAnswers(ports, prompt, { final: true });
    assert.equal((await texts()).length, 119);
    await forgetAllComments(stores.results, prompt.id);
    assert.deepEqual(await texts(), []);
    const chunk = await stores.results.chunks.get(prompt.id, 'q3', 1);
    assert.doesNotMatch(JSON.stringify(chunk?.value), /Comment|"p\d|personId/);
    await stores.responses.removeSome(prompt.id, 1_000);
    const { total } = await readResults(ports, owner, prompt.id);
    assert.equal(total.shown && total.tally.respondents, 120);
  });

  it('does not keep the snapshot from being made anew from the batches, once the responses are gone', async () => {
    const world = await countingWorld('confidential', [comment]);
    const { ports, prompt, stores } = world;
    for (let number = 0; number < 24; number += 1) {
      await world.answer(`p${number}`, { area: 'hq' }, { q3: { kind: 'free-text', text: 'So.' } });
    }
    await countAnswers(ports, prompt, { final: false });
    world.now = closed;
    await countAnswers(ports, prompt, { final: true });
    const before = await stores.results.snapshots.get(prompt.id);
    assert.equal(before?.value.version, 2);
    assert.deepEqual(await rebuildResults(ports, prompt), { snapshot: before.value, responsesAgree: true });
    await stores.responses.removeSome(prompt.id, 1_000);
    assert.deepEqual(await rebuildResults(ports, prompt), { snapshot: before.value, responsesAgree: false });
  });
});
