import { useSyncExternalStore } from 'react';
import { narrow } from './look.ts';

const media = window.matchMedia(narrow.replace('@media ', ''));

function watch(tell: () => void): () => void {
  media.addEventListener('change', tell);
  return () => media.removeEventListener('change', tell);
}

/** Whether there is little room across, as in the side panel of a chat. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => media.matches);
}
