import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { PersonSummary } from '../../api/contract/people.ts';
import { useAreaName } from '../shell/area-name.ts';
import { DataTable } from '../shell/data-table.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useAreas, useMe } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { nameOfPerson } from './about-person.ts';
import { areasWithoutLead, leadsOf } from './duty-holders.ts';
import { PeopleFrame } from './people-frame.tsx';
import { useDutyHolders } from './use-duty-holders.ts';

/** Who leads which area, who keeps the roadmap, and who administers. */
export function LeadsView(): ReactNode {
  const words = useWords();
  const read = useDutyHolders();
  return (
    <PeopleFrame title={words.t('people.leads.title')} lead={words.t('people.leads.lead')}>
      {read.data === undefined ? (
        read.error === null ? (
          <Loading blocks={2} lines={5} />
        ) : (
          <Failure error={read.error} retry={() => void read.refetch()} />
        )
      ) : (
        <Holders people={read.data} />
      )}
    </PeopleFrame>
  );
}

interface HoldersProps {
  readonly people: readonly PersonSummary[];
}

function Holders({ people }: HoldersProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const areas = useAreas();
  const nameOf = useAreaName();
  const { may } = useMe();
  const without = areasWithoutLead(areas, people);
  return (
    <>
      <section className={mergeClasses(look.surface, look.stack)}>
        <div>
          <h2 className={look.heading}>{words.t('people.leads.byArea')}</h2>
          <p className={mergeClasses(look.text, look.quiet)}>
            {without.length === 0
              ? words.t('people.leads.everyArea')
              : words.t('people.leads.without', { areas: without.map(({ slug }) => nameOf(slug)).join(', ') })}
          </p>
        </div>
        <DataTable
          caption={words.t('people.leads.byArea')}
          captionUnseen
          columns={[
            { id: 'area', label: words.t('people.area') },
            { id: 'leads', label: words.t('people.leads.names') },
          ]}
          rows={areas.map(({ slug }) => ({
            id: slug,
            cells: [nameOf(slug), <Names key="leads" people={leadsOf(slug, people)} />],
          }))}
        />
      </section>
      <section className={mergeClasses(look.surface, look.stack)}>
        <h2 className={look.heading}>{words.t('people.duties.forAll')}</h2>
        <DataTable
          caption={words.t('people.duties.forAll')}
          captionUnseen
          columns={[
            { id: 'role', label: words.t('people.leads.role') },
            { id: 'people', label: words.t('people.leads.people') },
          ]}
          rows={(['roadmapOwner', 'administrator'] as const).map((duty) => ({
            id: duty,
            cells: [
              words.t(duty === 'roadmapOwner' ? 'people.duties.owner' : 'people.duties.administrator'),
              <Names key="people" people={people.filter(({ duties }) => duties[duty])} />,
            ],
          }))}
        />
      </section>
      {may.changePeople ? (
        <p className={mergeClasses(look.text, look.quiet)}>{words.t('people.leads.how')}</p>
      ) : undefined}
    </>
  );
}

/** Each with a way to their own page. */
function Names({ people }: HoldersProps): ReactNode {
  const look = useLook();
  const words = useWords();
  if (people.length === 0) return <span className={look.quiet}>{words.t('people.leads.nobody')}</span>;
  return (
    <ul className={look.list}>
      {people.map((person) => (
        <li key={person.id}>
          <Link href={`/people/directory/${person.id}`} className={look.link}>
            {nameOfPerson(person, words)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
