import assert from 'node:assert/strict';
import { mock } from 'node:test';
import type { Draft } from '../../src/api/contract/broadcasts.ts';
import { openDraftSession } from '../../src/tab/compose/draft-session.ts';
import type { DraftSession, DraftSessionOptions, Saved } from '../../src/tab/compose/draft-state.ts';

class Stale extends Error {
  readonly theirs: Saved;
  constructor(theirs: Saved) {
    super('stale');
    this.theirs = theirs;
  }
}
class Lost extends Error {}

const written = (title: string): Draft => ({
  content: { kind: 'update', title: { en: title }, body: { en: '' } },
  audience: { areas: ['wessex'] },
});
const titleOf = ({ content }: Draft) => content.title.en;

/** A server that keeps one draft, and a device that keeps what is not saved. */
function place() {
  const server = { draft: written('first'), version: 1, lost: 'no' as 'no' | 'before' | 'after', saves: 0 };
  const device: { kept: Saved | undefined } = { kept: undefined };
  const stored = (): Saved => ({ draft: structuredClone(server.draft), etag: String(server.version) });
  const store = (draft: Draft): Saved => {
    server.draft = draft;
    server.version += 1;
    return stored();
  };
  const save = async (draft: Draft, etag: string): Promise<Saved> => {
    server.saves += 1;
    if (server.lost === 'before') throw new Lost();
    if (etag !== String(server.version)) throw new Stale(stored());
    const saved = store(draft);
    if (server.lost === 'after') throw new Lost();
    return saved;
  };
  const options = (change: Partial<DraftSessionOptions> = {}): DraftSessionOptions => ({
    first: stored(),
    kept: device.kept,
    save,
    judge: (error) => {
      if (error instanceof Stale) return { theirs: error.theirs };
      return error instanceof Lost ? 'lost' : 'refused';
    },
    keep: (unsaved) => {
      device.kept = unsaved;
    },
    stepMs: 1_000,
    nowMs: () => 0,
    ...change,
  });
  return { server, device, stored, store, options, open: (change = {}) => openDraftSession(options(change)) };
}

const saving = (session: DraftSession) => session.state().saving;
const shown = (session: DraftSession) => titleOf(session.state().draft);

describe('the session in which a draft is written', () => {
  it('keeps what is written on the device at once, and forgets it when the server has it', async () => {
    const { server, device, open } = place();
    const session = open();
    session.change(written('second'), 'title');
    assert.equal(saving(session), 'unsaved');
    assert.deepEqual(device.kept, { draft: written('second'), etag: '1' });
    assert.equal(await session.flush(), '2');
    assert.equal(saving(session), 'saved');
    assert.equal(device.kept, undefined);
    assert.equal(titleOf(server.draft), 'second');
  });

  it('saves by itself a moment after the last change', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const { server, open } = place();
      const session = open({ saveAfterMs: 1_200 });
      session.open();
      session.change(written('s'), 'title');
      mock.timers.tick(1_000);
      session.change(written('se'), 'title');
      mock.timers.tick(1_000);
      assert.equal(server.saves, 0);
      mock.timers.tick(200);
      await session.flush();
      assert.deepEqual([server.saves, titleOf(server.draft)], [1, 'se']);
    } finally {
      mock.timers.reset();
    }
  });

  it('saves what is written while it saves', async () => {
    const { server, open } = place();
    const session = open();
    session.change(written('second'), 'title');
    const saved = session.flush();
    session.change(written('third'), 'body');
    assert.equal(await saved, '3');
    assert.equal(titleOf(server.draft), 'third');
  });

  it('saves nothing that the server has already', async () => {
    const { server, device, open } = place();
    const session = open();
    session.change(written('second'), 'title');
    session.undo();
    assert.equal(await session.flush(), '1');
    assert.deepEqual([server.saves, device.kept], [0, undefined]);
  });

  it('saves a last time when it is closed', async () => {
    const { server, open } = place();
    const session = open();
    session.open();
    session.change(written('second'), 'title');
    session.close();
    await session.flush();
    assert.equal(titleOf(server.draft), 'second');
  });
});

describe('undo and redo', () => {
  it('go back and forward over the whole draft', async () => {
    const { server, open } = place();
    const session = open();
    assert.deepEqual([session.state().canUndo, session.state().canRedo], [false, false]);
    session.change(written('second'), 'title');
    session.change(written('third'), 'remove question');
    session.undo();
    assert.equal(shown(session), 'second');
    session.undo();
    assert.equal(shown(session), 'first');
    assert.deepEqual([session.state().canUndo, session.state().canRedo], [false, true]);
    session.redo();
    session.redo();
    assert.equal(shown(session), 'third');
    assert.equal(session.state().canRedo, false);
    await session.flush();
    assert.equal(titleOf(server.draft), 'third');
  });

  it('take letters written in a row as one step, and later ones as another', () => {
    const clock = { ms: 0 };
    const session = place().open({ stepMs: 1_000, nowMs: () => clock.ms });
    session.change(written('a'), 'title');
    clock.ms = 900;
    session.change(written('ab'), 'title');
    clock.ms = 1_899;
    session.change(written('abc'), 'title');
    clock.ms = 2_899;
    session.change(written('abcd'), 'title');
    session.undo();
    assert.equal(shown(session), 'abc');
    session.undo();
    assert.equal(shown(session), 'first');
  });

  it('do not join what is written after going back to what was written before', () => {
    const session = place().open();
    session.change(written('a'), 'title');
    session.undo();
    session.change(written('b'), 'title');
    assert.equal(session.state().canRedo, false);
    session.undo();
    assert.equal(shown(session), 'first');
  });

  it('do nothing where there is nothing to go to', () => {
    const session = place().open();
    session.undo();
    session.redo();
    assert.deepEqual([shown(session), saving(session)], ['first', 'saved']);
  });
});

describe('a lost connection', () => {
  it('loses no text: it stays on the device, and is saved when the connection is back', async () => {
    const { server, device, open } = place();
    server.lost = 'before';
    const session = open();
    session.change(written('second'), 'title');
    assert.equal(await session.flush(), undefined);
    assert.equal(saving(session), 'lost');
    session.change(written('third'), 'title');
    assert.equal(saving(session), 'lost');
    assert.deepEqual(device.kept, { draft: written('third'), etag: '1' });
    server.lost = 'no';
    session.retry();
    assert.equal(await session.flush(), '2');
    assert.deepEqual([saving(session), titleOf(server.draft), device.kept], ['saved', 'third', undefined]);
  });

  it('is waited for: it tries again by itself', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const { server, open } = place();
      server.lost = 'before';
      const session = open({ retryAfterMs: 5_000 });
      session.open();
      session.change(written('second'), 'title');
      await session.flush();
      server.lost = 'no';
      mock.timers.tick(5_000);
      await session.flush();
      assert.equal(server.saves, 2);
      assert.equal(titleOf(server.draft), 'second');
    } finally {
      mock.timers.reset();
    }
  });

  it('gives back on the next visit what was not saved, which can be undone', async () => {
    const { server, open } = place();
    server.lost = 'before';
    const first = open();
    first.change(written('second'), 'title');
    await first.flush();
    server.lost = 'no';
    const next = open();
    assert.deepEqual([shown(next), saving(next), next.state().news], ['second', 'unsaved', 'restored']);
    await next.flush();
    assert.equal(titleOf(server.draft), 'second');
    next.undo();
    assert.deepEqual([shown(next), next.state().news], ['first', undefined]);
  });

  it('warns on the next visit when somebody else changed the draft meanwhile', async () => {
    const { server, store, open } = place();
    server.lost = 'before';
    const first = open();
    first.change(written('mine'), 'title');
    await first.flush();
    store(written('theirs'));
    const next = open();
    assert.deepEqual([shown(next), saving(next)], ['mine', 'conflict']);
    assert.equal(titleOf(next.state().theirs?.draft ?? written('')), 'theirs');
  });

  it('forgets what was kept when it is the same as what the server has', () => {
    const { device, open } = place();
    device.kept = { draft: written('first'), etag: '0' };
    assert.equal(saving(open()), 'saved');
    assert.equal(device.kept, undefined);
  });

  it('is no conflict with oneself when only the answer was lost', async () => {
    const { server, open } = place();
    const session = open();
    server.lost = 'after';
    session.change(written('second'), 'title');
    await session.flush();
    assert.equal(saving(session), 'lost');
    server.lost = 'no';
    session.change(written('third'), 'body');
    assert.equal(await session.flush(), '3');
    assert.equal(titleOf(server.draft), 'third');
  });
});

describe('two who write the same draft', () => {
  const conflict = async () => {
    const run = place();
    const session = run.open();
    run.store(written('theirs'));
    session.change(written('mine'), 'title');
    assert.equal(await session.flush(), undefined);
    return { ...run, session };
  };

  it('are warned, and nothing is overwritten', async () => {
    const { session, server, device } = await conflict();
    assert.equal(saving(session), 'conflict');
    assert.equal(titleOf(session.state().theirs?.draft ?? written('')), 'theirs');
    assert.deepEqual([shown(session), titleOf(server.draft)], ['mine', 'theirs']);
    session.change(written('mine, longer'), 'title');
    assert.equal(await session.flush(), undefined);
    assert.equal(titleOf(server.draft), 'theirs');
    assert.equal(titleOf(device.kept?.draft ?? written('')), 'mine, longer');
  });

  it('may go on with their own, and get the other one back by undo', async () => {
    const { session, server } = await conflict();
    session.keepMine();
    assert.equal(await session.flush(), '3');
    assert.equal(titleOf(server.draft), 'mine');
    session.undo();
    assert.equal(shown(session), 'theirs');
  });

  it('may take the other one, and get their own back by undo', async () => {
    const { session, server, device } = await conflict();
    session.takeTheirs();
    assert.deepEqual([shown(session), saving(session), device.kept], ['theirs', 'saved', undefined]);
    session.undo();
    assert.equal(await session.flush(), '3');
    assert.equal(titleOf(server.draft), 'mine');
  });

  it('are warned again when it was changed again', async () => {
    const { session, store } = await conflict();
    store(written('theirs again'));
    session.keepMine();
    assert.equal(await session.flush(), undefined);
    assert.equal(titleOf(session.state().theirs?.draft ?? written('')), 'theirs again');
  });

  it('see the newest when nothing of theirs is unsaved, and can go back', () => {
    const { open, store } = place();
    const session = open();
    session.meet(store(written('theirs')));
    assert.deepEqual([shown(session), saving(session), session.state().news], ['theirs', 'saved', 'theirs']);
    session.undo();
    assert.deepEqual([shown(session), session.state().news], ['first', undefined]);
  });

  it('are warned before they save, when the other has saved already', () => {
    const { open, store } = place();
    const session = open();
    session.change(written('mine'), 'title');
    session.meet(store(written('theirs')));
    assert.equal(saving(session), 'conflict');
  });

  it('are not bothered when something beside the text was changed', async () => {
    const { open, store, server } = place();
    const session = open();
    session.change(written('mine'), 'title');
    store(written('first'));
    assert.equal(await session.flush(), '3');
    assert.equal(titleOf(server.draft), 'mine');
  });
});

describe('what is changed beside a draft', () => {
  it('is changed over what is saved, and saving waits for it', async () => {
    const { open, store, server } = place();
    const session = open();
    session.change(written('second'), 'title');
    const done = session.beside(async (etag) => {
      assert.equal(etag, '2');
      session.change(written('third'), 'body');
      return store(server.draft).etag;
    });
    assert.equal(await done, true);
    assert.equal(await session.flush(), '4');
    assert.equal(titleOf(server.draft), 'third');
  });

  it('is not changed while the text cannot be saved', async () => {
    const { open, server } = place();
    server.lost = 'before';
    const session = open();
    session.change(written('second'), 'title');
    assert.equal(await session.beside(async () => assert.fail('It was changed.')), false);
  });

  it('is tried again over the newest version when only something else was changed', async () => {
    const { open, store, stored } = place();
    const session = open();
    store(written('first'));
    const seen: string[] = [];
    const act = async (etag: string) => {
      seen.push(etag);
      if (etag !== stored().etag) throw new Stale(stored());
      return store(written('first')).etag;
    };
    assert.equal(await session.beside(act), true);
    assert.deepEqual(seen, ['1', '2']);
  });

  it('fails as it failed', async () => {
    const session = place().open();
    await assert.rejects(
      session.beside(async () => Promise.reject(new RangeError('no such time'))),
      RangeError,
    );
    assert.equal(saving(session), 'saved');
  });
});
