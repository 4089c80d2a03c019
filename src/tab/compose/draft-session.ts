import type { Draft } from '../../api/contract/broadcasts.ts';
import { createDraftHistory } from './draft-history.ts';
import type { DraftSession, DraftSessionOptions, DraftState, Saved } from './draft-state.ts';
import { sameDraft } from './same-draft.ts';

/** Opens the session in which a draft is written; it saves nothing by itself before `open`. */
export function openDraftSession(options: DraftSessionOptions): DraftSession {
  const { first, kept, save, judge, keep } = options;
  const { saveAfterMs = 1_200, retryAfterMs = 5_000, stepMs = 2_000, nowMs = Date.now } = options;
  const listeners = new Set<() => void>();
  const history = createDraftHistory(stepMs, nowMs);
  // What the server has as far as is known here, and what it may have got without the answer arriving.
  let base = first.draft;
  let sent: readonly Draft[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<unknown> | undefined;
  let closed = true;
  let ended = false;
  let state: DraftState = { ...first, saving: 'saved', canUndo: false, canRedo: false };

  const set = (next: Partial<DraftState>): void => {
    // What a state of saving came with ends with it.
    const { theirs: _theirs, error: _error, ...rest } = state;
    const kept = next.saving === undefined ? state : rest;
    state = { ...kept, ...next, canUndo: history.canGoBack(), canRedo: history.canGoForward() };
    for (const tell of listeners) tell();
  };

  const later = (ms: number): void => {
    clearTimeout(timer);
    if (!closed && !ended) timer = setTimeout(() => void saveNow(), ms);
  };

  const write = (draft: Draft): void => {
    const { news: _news, ...rest } = state;
    state = rest;
    keep({ draft, etag: state.etag });
    if (state.saving === 'saved' || state.saving === 'refused') set({ draft, saving: 'unsaved' });
    else set({ draft });
    if (state.saving !== 'conflict') later(saveAfterMs);
  };

  /** Somebody else's version has come instead of the one that this is written over. */
  const meetOther = (theirs: Saved): void => {
    // What was sent may have arrived although its answer did not, and only something beside the draft may have changed.
    if ([base, ...sent].some((known) => sameDraft(theirs.draft, known))) {
      base = theirs.draft;
      sent = [];
      set({ etag: theirs.etag, saving: 'unsaved' });
      later(0);
      return;
    }
    set({ saving: 'conflict', theirs });
  };

  const fail = (error: unknown): void => {
    const judged = judge(error);
    if (typeof judged === 'object') {
      meetOther(judged.theirs);
      return;
    }
    set({ saving: judged, error });
    if (judged === 'lost') later(retryAfterMs);
  };

  const saveOnce = async (): Promise<void> => {
    const { draft, etag } = state;
    if (sameDraft(draft, base)) {
      keep(undefined);
      set({ saving: 'saved' });
      return;
    }
    // While it cannot be reached, every try that fails again is nothing new.
    if (state.saving !== 'lost') set({ saving: 'saving' });
    if (sent.at(-1) !== draft) sent = [...sent, draft];
    try {
      const saved = await save(draft, etag);
      base = draft;
      sent = [];
      const unchanged = state.draft === draft;
      keep(unchanged ? undefined : { draft: state.draft, etag: saved.etag });
      set({ etag: saved.etag, saving: unchanged ? 'saved' : 'unsaved' });
      if (!unchanged) later(saveAfterMs);
    } catch (error) {
      fail(error);
    }
  };

  /** One after the other, whatever is done with the version. */
  const alone = async <T>(act: () => Promise<T>): Promise<T> => {
    while (running !== undefined) await running;
    const doing = act();
    const done = doing.then(
      () => undefined,
      () => undefined,
    );
    running = done;
    try {
      return await doing;
    } finally {
      if (running === done) running = undefined;
    }
  };

  const saveNow = async (): Promise<void> => {
    clearTimeout(timer);
    await alone(async () => {
      if (state.saving !== 'saved' && state.saving !== 'conflict') await saveOnce();
    });
  };

  const flush = async (): Promise<string | undefined> => {
    await saveNow();
    // It may have been changed, or something beside it, while it was being saved.
    if (state.saving === 'unsaved') await saveNow();
    return state.saving === 'saved' ? state.etag : undefined;
  };

  const beside = async (act: (etag: string) => Promise<string>, mayRepeat: boolean): Promise<boolean> => {
    if ((await flush()) === undefined) return false;
    const done = await alone(async () => {
      try {
        set({ etag: await act(state.etag) });
        return true;
      } catch (error) {
        const judged = judge(error);
        if (typeof judged !== 'object') throw error;
        meetOther(judged.theirs);
        return false;
      }
    });
    return done || (mayRepeat && beside(act, false));
  };

  if (kept !== undefined && sameDraft(kept.draft, first.draft)) keep(undefined);
  else if (kept !== undefined) {
    history.add(first.draft);
    if (kept.etag === first.etag) {
      set({ draft: kept.draft, saving: 'unsaved', news: 'restored' });
    } else {
      set({ draft: kept.draft, saving: 'conflict', theirs: first });
    }
  }

  return {
    state: () => state,
    subscribe: (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    change: (draft, step) => {
      history.before(state.draft, step);
      write(draft);
    },
    undo: () => {
      const before = history.back(state.draft);
      if (before !== undefined) write(before);
    },
    redo: () => {
      const after = history.forward(state.draft);
      if (after !== undefined) write(after);
    },
    keepMine: () => {
      if (state.theirs === undefined) return;
      const { draft, etag } = state.theirs;
      history.add(draft);
      base = draft;
      keep({ draft: state.draft, etag });
      set({ etag, saving: 'unsaved' });
      void saveNow();
    },
    takeTheirs: () => {
      if (state.theirs === undefined) return;
      const { draft, etag } = state.theirs;
      history.add(state.draft);
      base = draft;
      keep(undefined);
      set({ draft, etag, saving: 'saved' });
    },
    meet: (saved) => {
      if (saved.etag === state.etag || running !== undefined || state.theirs !== undefined) return;
      if (sameDraft(saved.draft, base)) {
        set({ etag: saved.etag });
      } else if (state.saving === 'saved') {
        history.add(state.draft);
        base = saved.draft;
        set({ ...saved, news: 'theirs' });
      } else {
        meetOther(saved);
      }
    },
    flush,
    beside: (act) => beside(act, true),
    retry: () => {
      if (state.saving === 'lost' || state.saving === 'refused') void saveNow();
    },
    open: () => {
      closed = false;
      if (state.saving === 'unsaved') later(saveAfterMs);
    },
    close: () => {
      closed = true;
      clearTimeout(timer);
      if (state.saving === 'unsaved' && !ended) void saveNow();
    },
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}
