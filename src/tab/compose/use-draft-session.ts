import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BroadcastJson, Draft } from '../../api/contract/broadcasts.ts';
import type { Api } from '../api/api.ts';
import { useApi } from '../api/api-context.tsx';
import { ApiProblem, ConnectionLost, isPassing } from '../api/api-failure.ts';
import { createKeptTexts } from '../form/kept-texts.ts';
import { openDraftSession } from './draft-session.ts';
import type { DraftSession, DraftState, Saved } from './draft-state.ts';

/** So often it is found out whether somebody else has changed the draft, while its page is seen. In milliseconds. */
const lookEveryMs = 30_000;

const keptTexts = createKeptTexts();

/** Opens the session in which a draft is written, and follows it. */
export function useDraftSession(broadcast: BroadcastJson): readonly [DraftSession, DraftState] {
  const api = useApi();
  const [session] = useState(() => startSession(api, broadcast));
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'hidden') return;
      meetNewest(api, broadcast.id, session).catch((error: unknown) => {
        // Whether it can be reached, saving finds out; and the next look may succeed.
        if (judge(error) === 'refused') reportError(error);
      });
    };
    const leave = (event: BeforeUnloadEvent): void => {
      if (!keptTexts.lasting && session.state().saving !== 'saved') event.preventDefault();
    };
    session.open();
    const timer = setInterval(look, lookEveryMs);
    window.addEventListener('focus', look);
    window.addEventListener('online', session.retry);
    window.addEventListener('beforeunload', leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      window.removeEventListener('online', session.retry);
      window.removeEventListener('beforeunload', leave);
      session.close();
    };
  }, [api, broadcast.id, session]);
  return [session, useSyncExternalStore(session.subscribe, session.state)];
}

/** Whether what is not saved is still on this device when the page is closed. */
export function keepsOnDevice(): boolean {
  return keptTexts.lasting;
}

/** Drops what is kept of a draft on the device, once it is sent or discarded. */
export function forgetDraft(broadcastId: string): void {
  keptTexts.forget(keyOf(broadcastId));
}

function startSession(api: Api, broadcast: BroadcastJson): DraftSession {
  const key = keyOf(broadcast.id);
  return openDraftSession({
    first: savedOf(broadcast),
    kept: keptTexts.find(key) as Saved | undefined,
    save: async (draft, etag) =>
      savedOf((await api.call('saveDraft', { broadcastId: broadcast.id, body: draft, etag })).value),
    judge,
    keep: (unsaved) => (unsaved === undefined ? keptTexts.forget(key) : keptTexts.keep(key, unsaved)),
  });
}

/** What was read before something was saved here is not the newest any more. */
async function meetNewest(api: Api, broadcastId: string, session: DraftSession): Promise<void> {
  const { etag } = session.state();
  const { value } = await api.call('getBroadcast', { broadcastId });
  if (value.state === 'draft' && session.state().etag === etag) session.meet(savedOf(value));
}

function keyOf(broadcastId: string): string {
  return `draft.${broadcastId}`;
}

function savedOf({ content, audience, series, etag }: BroadcastJson): Saved {
  const every = content.kind === 'prompt' ? { every: series?.every ?? ('once' as const) } : {};
  const draft: Draft = { content, audience, ...every };
  return { draft, etag };
}

function judge(error: unknown): 'lost' | 'refused' | { readonly theirs: Saved } {
  if (error instanceof ApiProblem && error.code === 'VersionStale') {
    return { theirs: savedOf(error.current as BroadcastJson) };
  }
  return error instanceof ConnectionLost || isPassing(error) ? 'lost' : 'refused';
}
