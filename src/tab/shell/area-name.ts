import { useCallback } from 'react';
import { useWords } from '../words/words-context.tsx';
import { useAreas } from './me-context.tsx';

/** Gives the name of an area or unit by its slug, in the person's language. */
export function useAreaName(): (slug: string) => string {
  const areas = useAreas();
  const words = useWords();
  return useCallback(
    (slug) => {
      const area = areas.find((each) => each.slug === slug);
      return area === undefined ? slug : words.of(area.name);
    },
    [areas, words],
  );
}
