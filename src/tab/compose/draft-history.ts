import type { Draft } from '../../api/contract/broadcasts.ts';

/** The way back through what a draft was, and forward again. */
export interface DraftHistory {
  /** What it was before a change. Changes of the same thing shortly after one another are undone together. */
  before(draft: Draft, step: string): void;
  /** What it was before something that no change of the same thing is undone with. */
  add(draft: Draft): void;
  /** The draft one step back from this one; undefined where that is the first. */
  back(draft: Draft): Draft | undefined;
  forward(draft: Draft): Draft | undefined;
  canGoBack(): boolean;
  canGoForward(): boolean;
}

/** Whoever wants to go back further has written something else by then. */
const mostSteps = 200;

/** `stepMs`: changes of the same thing that are further apart, in milliseconds, are undone one by one. */
export function createDraftHistory(stepMs: number, nowMs: () => number): DraftHistory {
  const past: Draft[] = [];
  const future: Draft[] = [];
  let last = { step: '', atMs: 0 };
  const add = (draft: Draft): void => {
    past.push(draft);
    if (past.length > mostSteps) past.shift();
    future.length = 0;
    last = { step: '', atMs: 0 };
  };
  const move = (draft: Draft, from: Draft[], to: Draft[]): Draft | undefined => {
    const found = from.pop();
    if (found !== undefined) to.push(draft);
    last = { step: '', atMs: 0 };
    return found;
  };
  return {
    before: (draft, step) => {
      const atMs = nowMs();
      if (last.step !== step || atMs - last.atMs >= stepMs) add(draft);
      future.length = 0;
      last = { step, atMs };
    },
    add,
    back: (draft) => move(draft, past, future),
    forward: (draft) => move(draft, future, past),
    canGoBack: () => past.length > 0,
    canGoForward: () => future.length > 0,
  };
}
