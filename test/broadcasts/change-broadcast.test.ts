import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Broadcast, PromptContent } from '../../src/broadcasts/broadcast.ts';
import { changeBroadcast, replaceBroadcast } from '../../src/broadcasts/change-broadcast.ts';
import { VersionConflict } from '../../src/storage/versioned.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';

const id = '01JD3E9R6Y0000000000000000';
const at = '2026-11-23T09:00:00.000Z';
const content: PromptContent = {
  kind: 'prompt',
  title: { en: 'Title' },
  body: { en: 'Body' },
  privacy: 'anonymous',
  questions: [{ id: 'q1', kind: 'free-text', text: { en: 'Why?' }, required: true, maxLength: 1_000 }],
  deadline: { date: '2026-12-10', time: '17:00', zone: 'Europe/London' },
};
const draft: Broadcast = { id, author: 'a', content, audience: { areas: ['wessex'] }, state: 'draft', createdAt: at };
const confirmed: Broadcast = { ...draft, state: 'sending', confirmed: { at, audienceSize: 3 } };

async function storing(broadcast: Broadcast) {
  const store = createMemoryBroadcastStore();
  const { stored } = await store.create(broadcast);
  return { store, stored, now: async () => (await store.get(id))?.value };
}

const other = (changes: Partial<PromptContent>) => (broadcast: Broadcast) => ({
  ...broadcast,
  content: { ...content, ...changes },
});

/** Changes that break what was agreed at the confirmation, and how each is refused. */
const refused = [
  ['PromiseLocked', 'another promise', other({ privacy: 'named' })],
  ['PromiseLocked', 'a promise no better', other({ privacy: 'confidential' })],
  ['PromiseLocked', 'no confirmation any more', ({ confirmed: _gone, ...rest }: Broadcast) => rest],
  ['PromiseLocked', 'an update', (it: Broadcast) => ({ ...it, content: { ...content, kind: 'update' } as const })],
  ['QuestionsLocked', 'no question', other({ questions: [] })],
  [
    'QuestionsLocked',
    'other words of a question',
    other({ questions: content.questions.map((question) => ({ ...question, text: { en: 'Why not?' } })) }),
  ],
] as const;

describe('changing a broadcast that was confirmed', () => {
  for (const [code, what, change] of refused) {
    it(`is refused as ${code} when it would then have ${what}, by either way of writing`, async () => {
      const { store, stored, now } = await storing(confirmed);
      await assert.rejects(changeBroadcast(store, id, change), { code });
      await assert.rejects(async () => replaceBroadcast(store, stored, change(stored.value)), { code });
      assert.deepEqual(await now(), confirmed);
    });
  }

  it('may change title, text, deadline and state', async () => {
    const { store, now } = await storing(confirmed);
    const deadline = { ...content.deadline, date: '2026-12-18' };
    const change = other({ title: { en: 'New' }, body: { en: 'New' }, deadline });
    await changeBroadcast(store, id, (it) => ({ ...change(it), state: 'sent' }));
    assert.deepEqual(await now(), { ...change(confirmed), state: 'sent' });
  });
});

describe('changing a draft', () => {
  it('may change the promise and the questions, and confirm them', async () => {
    const { store, now } = await storing(draft);
    const change = other({ privacy: 'named', questions: [] });
    await changeBroadcast(store, id, change);
    const { confirmed: agreed } = confirmed;
    await changeBroadcast(store, id, (it) => (agreed === undefined ? undefined : { ...it, confirmed: agreed }));
    assert.deepEqual(await now(), { ...change(draft), confirmed: agreed });
  });
});

describe('changing any broadcast', () => {
  it('leaves it as it is where nothing is decided, and says where there is none', async () => {
    const { store, now } = await storing(confirmed);
    assert.deepEqual((await changeBroadcast(store, id, () => undefined))?.value, confirmed);
    assert.equal(await changeBroadcast(store, '01JD3E9R6Y0000000000000001', () => confirmed), undefined);
    assert.deepEqual(await now(), confirmed);
  });

  it('replaces only the version that was read', async () => {
    const { store, stored } = await storing(confirmed);
    await replaceBroadcast(store, stored, { ...confirmed, state: 'sent' });
    await assert.rejects(replaceBroadcast(store, stored, { ...confirmed, state: 'paused' }), VersionConflict);
  });

  it('happens in this one place: nothing else replaces a stored broadcast', () => {
    const source = join(import.meta.dirname, '../../src');
    const writers = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('cosmos'))
      .filter((file) => /broadcasts\s*\.replace\b/.test(readFileSync(join(source, file), 'utf8')));
    assert.deepEqual(writers, ['broadcasts/change-broadcast.ts']);
  });
});
