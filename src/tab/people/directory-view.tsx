import { Button, Checkbox, Field, makeStyles, SearchBox } from '@fluentui/react-components';
import { PeopleSearch24Regular } from '@fluentui/react-icons';
import { type ReactNode, useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { Choice, Choices } from '../shell/choice.tsx';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { narrow, useLook } from '../shell/look.ts';
import { useAreas } from '../shell/me-context.tsx';
import { usePinnedArea } from '../shell/pinned-area.ts';
import { useWords } from '../words/words-context.tsx';
import { PeopleFrame } from './people-frame.tsx';
import { PersonRows } from './person-rows.tsx';
import { type PeopleWanted, usePeople } from './use-people.ts';

/** So long after the last key it is searched. */
const settledMs = 300;

const everybody: PeopleWanted = { search: '', area: '', withDuties: false };

const useStyles = makeStyles({
  search: { flex: '2 1 16rem', maxWidth: '28rem', [narrow]: { maxWidth: 'none', flexBasis: '100%' } },
  box: { maxWidth: 'none', width: '100%' },
});

/** Everybody whom the directory knows, to be searched. */
export function DirectoryView(): ReactNode {
  const look = useLook();
  const words = useWords();
  const [path, navigate] = useLocation();
  // Names that somebody searched for stay out of the address, and so out of the logs of the server.
  const linked = useLinkedArea();
  const wanted = useHistoryState<PeopleWanted | null>() ?? { ...everybody, area: linked };
  const found = usePeople(wanted);
  return (
    <PeopleFrame title={words.t('people.directory.title')}>
      <Filters wanted={wanted} want={(next) => navigate(path, { replace: true, state: next })} />
      {found.error === null ? undefined : <Failure error={found.error} retry={found.retry} />}
      <div className={look.stack}>
        <p role="status" className={look.quiet}>
          {statusOf(found, words)}
        </p>
        {found.people === undefined ? (
          found.error === null && <Loading lines={6} />
        ) : found.people.length > 0 ? (
          <PersonRows people={found.people} />
        ) : found.looking || found.error !== null ? undefined : (
          <Empty
            icon={<PeopleSearch24Regular />}
            title={words.t('people.directory.none.title')}
            text={words.t('people.directory.none.text')}
          />
        )}
        {found.more && !found.looking ? (
          <div>
            <Button onClick={found.showMore}>{words.t('people.directory.more')}</Button>
          </div>
        ) : undefined}
      </div>
    </PeopleFrame>
  );
}

/** The area that the address asks for, or else that this tab is for; empty when there is neither. */
function useLinkedArea(): string {
  const areas = useAreas();
  const pinned = usePinnedArea();
  const [asked] = useSearchParams();
  return areas.find(({ slug }) => slug === asked.get('area'))?.slug ?? pinned ?? '';
}

function statusOf({ people, looking, more }: ReturnType<typeof usePeople>, words: ReturnType<typeof useWords>): string {
  if (people === undefined) return '';
  if (looking) return words.t('people.directory.looking');
  return words.t(more ? 'people.directory.shownOfMore' : 'people.directory.shown', {
    people: words.people(people.length),
  });
}

interface FiltersProps {
  readonly wanted: PeopleWanted;
  readonly want: (wanted: PeopleWanted) => void;
}

function Filters({ wanted, want }: FiltersProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const areas = useAreas();
  const [search, setSearch] = useState(wanted.search);
  useEffect(() => {
    if (search === wanted.search) return;
    const timer = setTimeout(() => want({ ...wanted, search }), settledMs);
    return () => clearTimeout(timer);
  }, [search, wanted, want]);
  return (
    <search>
      <Choices>
        <Field label={words.t('people.directory.search')} className={styles.search}>
          <SearchBox className={styles.box} value={search} onChange={(_event, { value }) => setSearch(value)} />
        </Field>
        <Choice
          label={words.t('people.area')}
          value={wanted.area}
          onChoice={(area) => want({ ...wanted, search, area })}
        >
          <option value="">{words.t('people.directory.everyArea')}</option>
          {areas.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {words.of(name)}
            </option>
          ))}
        </Choice>
        <Checkbox
          label={words.t('people.directory.withDuties')}
          checked={wanted.withDuties}
          onChange={(_event, { checked }) => want({ ...wanted, search, withDuties: checked === true })}
        />
      </Choices>
    </search>
  );
}
