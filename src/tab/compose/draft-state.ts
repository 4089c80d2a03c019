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
  /** In a conflict: mine goes over theirs, which can be had back by undo. */
  keepMine(): void;
  /** In a conflict: theirs takes the place of mine, which can be had back by undo. */
  takeTheirs(): void;
  /** What the server has now; a draft that somebody else changed is taken over, or is a conflict with what is not saved. */
  meet(saved: Saved): void;
  /** Saves at once what is not saved. Resolves with the version when all is saved, and with undefined when that cannot be. */
  flush(): Promise<string | undefined>;
  /**
   * Saves what is not saved, then changes something else of the draft, such as the time of going out, while nothing is
   * saved; `act` gives back the version that it made. Resolves with whether it was done, rejects when it failed.
   */
  beside(act: (etag: string) => Promise<string>): Promise<boolean>;
  /** Tries again now, as when the connection is back. */
  retry(): void;
  /** Saves by itself from now on, until it is closed. */
  open(): void;
  /** Saves what is not saved a last time. */
  close(): void;
  /** There is no draft to save any more: it was sent or discarded. */
  end(): void;
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
  /** What is to be told until something is written: an earlier visit's text is back, or somebody else's has come. */
  readonly news?: 'restored' | 'theirs';
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
