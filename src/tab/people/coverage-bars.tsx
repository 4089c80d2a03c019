import { type ReactNode, useMemo } from 'react';
import { BarRows } from '../charts/bar-rows.tsx';
import { DataTable } from '../shell/data-table.tsx';
import { Disclosure } from '../shell/disclosure.tsx';
import { useWords } from '../words/words-context.tsx';
import { type Reached, shareOf } from './coverage.ts';

export interface CoverageBarsProps {
  readonly entries: readonly Reached[];
  readonly of: 'area' | 'site';
  readonly caption: string;
}

/** How many can be reached, as bars and as a table. */
export function CoverageBars({ entries, of, caption }: CoverageBarsProps): ReactNode {
  const words = useWords();
  const rows = useMemo(
    () =>
      entries.map((entry) => ({
        id: entry.id,
        label: entry.name,
        value:
          entry.people === 0
            ? words.t('people.coverage.nobody')
            : words.t('people.coverage.value', {
                reachable: words.number(entry.reachable),
                people: words.number(entry.people),
                percent: words.percent(shareOf(entry)),
              }),
        parts: [{ length: shareOf(entry), fill: 'solid' as const }],
      })),
    [entries, words],
  );
  return (
    <>
      <BarRows rows={rows} total={1} />
      <Disclosure summary={words.t('people.coverage.asTable')}>
        {() => (
          <DataTable
            caption={caption}
            captionUnseen
            columns={[
              { id: 'name', label: words.t(`people.${of}`) },
              { id: 'people', label: words.t('people.coverage.people'), number: true },
              { id: 'reachable', label: words.t('people.coverage.reachable'), number: true },
              { id: 'not', label: words.t('people.coverage.notReachable'), number: true },
              { id: 'share', label: words.t('people.coverage.share'), number: true },
            ]}
            rows={entries.map((entry) => ({
              id: entry.id,
              cells: [
                entry.name,
                words.number(entry.people),
                words.number(entry.reachable),
                words.number(entry.people - entry.reachable),
                entry.people === 0 ? '–' : words.percent(shareOf(entry)),
              ],
            }))}
          />
        )}
      </Disclosure>
    </>
  );
}
