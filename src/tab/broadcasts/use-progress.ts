import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ProgressEvent } from '../../api/contract/progress.ts';
import type { RunId } from '../../delivery/delivery.ts';
import { useApi } from '../api/api-context.tsx';
import { isPassing } from '../api/api-failure.ts';

/** So soon a stream that ended, as streams do after a while, is asked for again; and one that broke. */
const againMs = 1_000;
const afterFailureMs = 5_000;

export interface WatchedProgress {
  /** The newest that is known; undefined before the first. */
  readonly event: ProgressEvent | undefined;
  /** Why it cannot be watched; a connection that may come back is waited for. */
  readonly error: unknown;
  /** The connection is lost, and the figures may be behind. */
  readonly behind: boolean;
}

export interface WatchingProgress extends WatchedProgress {
  /** Watches again after it could not be watched. */
  readonly retry: () => void;
}

/** Watches how far a pass of a broadcast is, until it is over. */
export function useProgress(broadcastId: string, run: RunId): WatchingProgress {
  const api = useApi();
  const queries = useQueryClient();
  const [watched, setWatched] = useState<WatchedProgress>({ event: undefined, error: undefined, behind: false });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try watches anew.
  useEffect(() => {
    const leave = new AbortController();
    const watch = async (): Promise<boolean> => {
      for await (const told of api.events('watchProgress', { broadcastId, query: { run } }, leave.signal)) {
        const event = told as ProgressEvent;
        setWatched({ event, error: undefined, behind: false });
        if (event.final) return true;
      }
      return false;
    };
    const watchOn = async (): Promise<void> => {
      while (!leave.signal.aborted) {
        try {
          if (await watch()) break;
          await pause(againMs, leave.signal);
        } catch (error) {
          if (leave.signal.aborted) return;
          if (!isPassing(error)) {
            setWatched(({ event }) => ({ event, error, behind: true }));
            return;
          }
          setWatched(({ event }) => ({ event, error: undefined, behind: true }));
          await pause(afterFailureMs, leave.signal);
        }
      }
      // What else the page shows is of before the end.
      await queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, broadcastId) });
    };
    watchOn().catch(reportError);
    return () => leave.abort();
  }, [api, queries, broadcastId, run, tries]);
  return {
    ...watched,
    retry: () => {
      setWatched(({ event, behind }) => ({ event, error: undefined, behind }));
      setTries((before) => before + 1);
    },
  };
}

/** Whether what was read is about a broadcast. */
export function concerns(queryKey: readonly unknown[], broadcastId: string): boolean {
  const [name, call] = queryKey;
  if (name === 'getHome' || name === 'listBroadcasts') return true;
  return typeof call === 'object' && call !== null && Reflect.get(call, 'broadcastId') === broadcastId;
}

function pause(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    until.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
