import { Add20Regular, MapRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useRead } from '../api/use-read.ts';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useAreas, useMe } from '../shell/me-context.tsx';
import { Page } from '../shell/page.tsx';
import { usePinnedArea } from '../shell/pinned-area.ts';
import { useNarrow } from '../shell/use-narrow.ts';
import { useWords } from '../words/words-context.tsx';
import { isFiltered, type RoadmapView, readView, writeView } from './filters.ts';
import { ItemList, type ItemListProps } from './item-list.tsx';
import { QuarterList } from './quarter-list.tsx';
import { RoadmapFilters } from './roadmap-filters.tsx';
import { TimelineView } from './timeline-view.tsx';

/** What is planned, over time or as a list. */
export default function RoadmapPage(): ReactNode {
  const words = useWords();
  const look = useLook();
  const me = useMe();
  const slugs = useAreas().map(({ slug }) => slug);
  const pinned = usePinnedArea();
  const query = useSearch();
  const [, navigate] = useLocation();
  const shown = readView(query, slugs, pinned);
  const roadmap = useRead('listRoadmap', { query: shown.filter }, { keep: true });
  const show = (next: RoadmapView) => {
    const text = writeView(next, pinned);
    navigate(text === '' ? '/roadmap' : `/roadmap?${text}`, { replace: true });
  };
  const items = roadmap.data?.value.items;
  return (
    <Page
      title={words.t('nav.roadmap')}
      lead={words.t('roadmap.lead')}
      actions={
        me.may.editRoadmap ? (
          <LinkButton to="/new-item" icon={<Add20Regular />}>
            {words.t('roadmap.add')}
          </LinkButton>
        ) : undefined
      }
    >
      <div className={look.stack}>
        <RoadmapFilters shown={shown} show={show} />
        <p role="status" className={look.unseen}>
          {items === undefined ? '' : words.t('roadmap.count', { count: items.length })}
        </p>
        {roadmap.error === null ? undefined : <Failure error={roadmap.error} retry={() => void roadmap.refetch()} />}
        {items === undefined ? (
          roadmap.isPending && <Loading blocks={3} />
        ) : items.length === 0 ? (
          <Empty
            icon={<MapRegular />}
            title={words.t(isFiltered(shown) ? 'roadmap.none.title' : 'roadmap.empty.title')}
            text={words.t(isFiltered(shown) ? 'roadmap.none.text' : 'roadmap.empty.text')}
          />
        ) : (
          <Shown view={shown.view} items={items} />
        )}
      </div>
    </Page>
  );
}

function Shown({ view, items }: { readonly view: RoadmapView['view'] } & ItemListProps): ReactNode {
  const isNarrow = useNarrow();
  if (view === 'list') return <ItemList items={items} />;
  return isNarrow ? <QuarterList items={items} /> : <TimelineView items={items} />;
}
