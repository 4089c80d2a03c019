import type { Draft } from '../../api/contract/broadcasts.ts';

/**
 * What is being written, from the first key to the server: keeps it on the device at once, saves it a moment after the
 * last change, tries again while there is no connection, and overwrites nobody's changes without being asked.
 */
export interface DraftSession {
  state(): DraftState;
  subscribe(tell: () => void): () => void;
  /** `step` names what is changed: changes of the same thing in a row are undone together. */
  change(draft: Draft, step: string): void;
  undo(): void;
  redo(): void;
  /** In a conflict: mine goes over theirs. */
  keepMine(): void;
  /** In a conflict: theirs takes the place of mine, which can be had back by undo. */
  takeTheirs(): void;
  /** Somebody else's change of what is not written here, such as the time of going out, made this version of it. */
  adopt(etag: string): void;
  /** Saves at once what is not saved. Resolves with the version when all is saved, rejects when that cannot be. */
  flush(): Promise<string>;
  /** Tries again now, as when the connection is back. */
  retry(): void;
  /** Saves by itself from now on, until it is closed. */
  open(): void;
  /** Saves what is not saved a last time. */
  close(): void;
}

export interface DraftState {
  readonly draft: Draft;
  /** The version of what the server has. */
  readonly etag: string;
  readonly saving: 'saved' | 'unsaved' | 'saving' | 'lost' | 'conflict' | 'refused';
  /** In a conflict: what somebody else saved meanwhile. */
  readonly theirs?: Saved;
  /** Why it was refused. */
  readonly error?: unknown;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface Saved {
  readonly draft: Draft;
  readonly etag: string;
}

export interface DraftSessionOptions {
  readonly first: Saved;
  /** What an earlier visit left unsaved, and the version that it was made from. */
  readonly kept: Saved | undefined;
  readonly save: (draft: Draft, etag: string) => Promise<Saved>;
  /** What a failure to save means. */
  readonly judge: (error: unknown) => 'lost' | 'refused' | { readonly theirs: Saved };
  /** Keeps what is not saved on the device; undefined when there is nothing to keep. */
  readonly keep: (unsaved: Saved | undefined) => void;
  /** Milliseconds after the last change. */
  readonly saveAfterMs?: number;
  readonly retryAfterMs?: number;
  /** Changes of the same thing that are further apart are undone one by one. */
  readonly stepMs?: number;
  readonly nowMs?: () => number;
}

export function openDraftSession(options: DraftSessionOptions): DraftSession {
  const { first, kept, save, judge, keep } = options;
  const { saveAfterMs = 1_200, retryAfterMs = 5_000, stepMs = 2_000, nowMs = Date.now } = options;
  const listeners = new Set<() => void>();
  const past: Draft[] = [];
  const future: Draft[] = [];
  let lastStep = { name: '', atMs: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let closed = true;
  let state: DraftState = { ...first, saving: 'saved', canUndo: false, canRedo: false };

  const set = (next: Partial<DraftState>): void => {
    const { theirs: _theirs, error: _error, ...rest } = state;
    state = { ...rest, ...next, canUndo: past.length > 0, canRedo: future.length > 0 };
    for (const tell of listeners) tell();
  };

  const later = (ms: number): void => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void saveNow(), ms);
  };

  const write = (draft: Draft): void => {
    keep({ draft, etag: state.etag });
    if (state.saving === 'conflict' && state.theirs !== undefined) {
      set({ draft, saving: 'conflict', theirs: state.theirs });
      return;
    }
    set({ draft, saving: running === undefined ? 'unsaved' : 'saving' });
    later(saveAfterMs);
  };

  const saveOnce = async (): Promise<void> => {
    const { draft, etag } = state;
    set({ saving: 'saving' });
    try {
      const saved = await save(draft, etag);
      const unchanged = state.draft === draft;
      keep(unchanged ? undefined : { draft: state.draft, etag: saved.etag });
      set({ etag: saved.etag, saving: unchanged ? 'saved' : 'unsaved' });
      if (!unchanged) later(saveAfterMs);
    } catch (error) {
      const judged = judge(error);
      if (typeof judged === 'object') {
        set({ saving: 'conflict', theirs: judged.theirs });
        return;
      }
      set({ saving: judged, error });
      if (judged === 'lost') later(retryAfterMs);
    }
  };

  const saveNow = async (): Promise<void> => {
    clearTimeout(timer);
    if (running !== undefined) await running;
    if (state.saving === 'saved' || state.saving === 'conflict') return;
    running ??= saveOnce().finally(() => {
      running = undefined;
    });
    await running;
  };

  if (kept !== undefined && JSON.stringify(kept.draft) !== JSON.stringify(first.draft)) {
    past.push(first.draft);
    if (kept.etag === first.etag) {
      set({ draft: kept.draft, saving: 'unsaved' });
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
    change: (draft, name) => {
      const atMs = nowMs();
      const isSameStep = lastStep.name === name && atMs - lastStep.atMs < stepMs && past.length > 0;
      if (!isSameStep) past.push(state.draft);
      lastStep = { name, atMs };
      future.length = 0;
      write(draft);
    },
    undo: () => {
      const before = past.pop();
      if (before === undefined) return;
      future.push(state.draft);
      lastStep = { name: '', atMs: 0 };
      write(before);
    },
    redo: () => {
      const after = future.pop();
      if (after === undefined) return;
      past.push(state.draft);
      lastStep = { name: '', atMs: 0 };
      write(after);
    },
    keepMine: () => {
      if (state.theirs === undefined) return;
      set({ etag: state.theirs.etag, saving: 'unsaved' });
      void saveNow();
    },
    takeTheirs: () => {
      if (state.theirs === undefined) return;
      const { draft, etag } = state.theirs;
      past.push(state.draft);
      keep(undefined);
      set({ draft, etag, saving: 'saved' });
    },
    adopt: (etag) => set({ etag }),
    flush: async () => {
      await saveNow();
      if (state.saving === 'unsaved') await saveNow();
      if (state.saving !== 'saved') throw state.error ?? new Error(`The draft is ${state.saving}.`);
      return state.etag;
    },
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
      if (state.saving === 'unsaved') void saveNow();
    },
  };
}
