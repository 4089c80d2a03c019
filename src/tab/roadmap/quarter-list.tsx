import { type ReactNode, useId } from 'react';
import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { byWhen, type ItemsOfTime } from './by-when.ts';
import { ItemList } from './item-list.tsx';

/** The roadmap over time where there is little room: a heading a quarter, and the items that it should see done. */
export function QuarterList({ items }: { readonly items: readonly RoadmapItemJson[] }): ReactNode {
  return byWhen(items).map((group) => <OneTime key={group.key} group={group} />);
}

function OneTime({ group }: { readonly group: ItemsOfTime }): ReactNode {
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={look.closeStack}>
      <h2 id={headingId} className={look.smallHeading}>
        {group.when.precision === 'unknown' ? words.card('roadmap.undated') : words.rough(group.when)}
      </h2>
      <ItemList items={group.items} underTime />
    </section>
  );
}
