import { useSyncExternalStore } from 'react';
import { narrow } from './look.ts';

interface Watched {
  readonly watch: (tell: () => void) => () => void;
  readonly matches: () => boolean;
}

const isNarrow = watched(narrow.replace('@media ', ''));

/** A form and what comes of it have room side by side. */
const isWide = watched('(min-width: 1180px)');

/** Whether there is little room across, as in the side panel of a chat. */
export function useNarrow(): boolean {
  return useSyncExternalStore(isNarrow.watch, isNarrow.matches);
}

/** Whether two columns have room beside the navigation. */
export function useWide(): boolean {
  return useSyncExternalStore(isWide.watch, isWide.matches);
}

function watched(query: string): Watched {
  const media = window.matchMedia(query);
  return {
    watch: (tell) => {
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    matches: () => media.matches,
  };
}
