import { type ReactNode, useId } from 'react';
import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import type { RoughDate } from '../../roadmap/rough-date.ts';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
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
        {headingOf(group.when, words)}
      </h2>
      <ItemList items={group.items} under={group.when} />
    </section>
  );
}

function headingOf(when: RoughDate, words: Words): string {
  switch (when.precision) {
    case 'unknown':
      return words.card('roadmap.undated');
    case 'quarter':
      return words.card('date.quarterHeading', { quarter: words.rough(when), months: words.quarterMonths(when) });
    default:
      return words.rough(when);
  }
}
