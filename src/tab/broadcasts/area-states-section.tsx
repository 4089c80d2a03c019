import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { useRead } from '../api/use-read.ts';
import { useAreaName } from '../shell/area-name.ts';
import { DataTable } from '../shell/data-table.tsx';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';

const everyMs = 5_000;

export interface AreaStatesSectionProps {
  readonly broadcastId: string;
  /** Whether it is still going out, so that the figures change. */
  readonly moving: boolean;
}

/** What became of the cards, area by area; nothing where there is only one area. */
export function AreaStatesSection({ broadcastId, moving }: AreaStatesSectionProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const headingId = useId();
  const read = useRead('getAreaStates', { broadcastId }, { everyMs: moving && everyMs });
  if (read.error !== null) return <Failure error={read.error} retry={() => void read.refetch()} />;
  const areas = read.data?.value.areas ?? [];
  if (areas.length < 2) return undefined;
  const someWait = areas.some(({ waiting }) => waiting > 0);
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <h2 id={headingId} className={look.heading}>
        {words.t('broadcast.areas')}
      </h2>
      <DataTable
        caption={words.t('broadcast.areas')}
        captionUnseen
        wide
        columns={[
          { id: 'area', label: words.t('home.rates.area') },
          { id: 'people', label: words.t('broadcast.people'), number: true },
          { id: 'sent', label: words.card('progress.sent'), number: true },
          { id: 'unreachable', label: words.card('progress.unreachable'), number: true },
          { id: 'failed', label: words.card('progress.failed'), number: true },
          ...(someWait ? [{ id: 'waiting', label: words.card('progress.planned'), number: true }] : []),
        ]}
        rows={areas.map(({ area, recipients, sent, unreachable, failed, waiting }) => ({
          id: area,
          cells: [nameOf(area), recipients, sent, unreachable, failed, ...(someWait ? [waiting] : [])].map((cell) =>
            typeof cell === 'number' ? words.number(cell) : cell,
          ),
        }))}
      />
    </section>
  );
}
