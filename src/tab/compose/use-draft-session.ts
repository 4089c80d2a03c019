import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BroadcastJson, Draft } from '../../api/contract/broadcasts.ts';
import { useApi } from '../api/api-context.tsx';
import { ApiProblem, ConnectionLost, isPassing } from '../api/api-failure.ts';
import { createKeptTexts } from '../form/kept-texts.ts';
import { type DraftSession, type DraftState, openDraftSession, type Saved } from './draft-session.ts';

const keptTexts = createKeptTexts();

/** Opens the session in which a draft is written, and follows it. */
export function useDraftSession(broadcast: BroadcastJson): readonly [DraftSession, DraftState] {
  const api = useApi();
  const [session] = useState(() => {
    const key = `draft.${broadcast.id}`;
    return openDraftSession({
      first: savedOf(broadcast),
      kept: keptTexts.find(key) as Saved | undefined,
      save: async (draft, etag) =>
        savedOf((await api.call('saveDraft', { broadcastId: broadcast.id, body: draft, etag })).value),
      judge,
      keep: (unsaved) => (unsaved === undefined ? keptTexts.forget(key) : keptTexts.keep(key, unsaved)),
    });
  });
  useEffect(() => {
    session.open();
    window.addEventListener('online', session.retry);
    return () => {
      window.removeEventListener('online', session.retry);
      session.close();
    };
  }, [session]);
  return [session, useSyncExternalStore(session.subscribe, session.state)];
}

/** Drops what is kept of a draft on the device, once it is sent or discarded. */
export function forgetDraft(broadcastId: string): void {
  keptTexts.forget(`draft.${broadcastId}`);
}

function savedOf({ content, audience, etag }: BroadcastJson): Saved {
  const draft: Draft = { content, audience };
  return { draft, etag };
}

function judge(error: unknown): 'lost' | 'refused' | { readonly theirs: Saved } {
  if (error instanceof ApiProblem && error.code === 'VersionStale') {
    return { theirs: savedOf(error.current as BroadcastJson) };
  }
  return error instanceof ConnectionLost || isPassing(error) ? 'lost' : 'refused';
}
