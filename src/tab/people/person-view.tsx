import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PersonDetail } from '../../api/contract/people.ts';
import { useRead } from '../api/use-read.ts';
import { useAreaName } from '../shell/area-name.ts';
import { Fact, Facts } from '../shell/facts.tsx';
import { Failure } from '../shell/failure.tsx';
import { LoadingPage } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { dutiesSentence, nameOfPerson } from './about-person.ts';
import { DutiesForm } from './duties-form.tsx';

/** One person of the directory, and what they may do. */
export function PersonView({ personId }: { readonly personId: string }): ReactNode {
  const words = useWords();
  const read = useRead('getPerson', { personId });
  const refetch = async () => (await read.refetch()).data?.value;
  if (read.data !== undefined) return <Shown detail={read.data.value} refetch={refetch} />;
  if (read.error === null) return <LoadingPage />;
  return (
    <Page title={words.t('nav.people')} above={<Up />}>
      <Failure error={read.error} retry={() => void read.refetch()} />
    </Page>
  );
}

function Up(): ReactNode {
  return <UpLink to="/people/directory">{useWords().t('people.directory.title')}</UpLink>;
}

interface ShownProps {
  readonly detail: PersonDetail;
  readonly refetch: () => Promise<PersonDetail | undefined>;
}

function Shown({ detail, refetch }: ShownProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const { may } = useMe();
  const { person } = detail;
  const { area, site, role, language } = person;
  return (
    <Page title={nameOfPerson(person, words)} above={<Up />}>
      <div className={look.stack}>
        <div className={look.surface}>
          <Facts>
            <Fact name={words.t('people.area')}>{nameOf(area)}</Fact>
            <Fact name={words.t('people.site')}>{site ?? words.t('people.unknown')}</Fact>
            <Fact name={words.t('people.role')}>
              {role === undefined ? words.t('people.unknown') : words.card(`role.${role}`)}
            </Fact>
            <Fact name={words.t('people.language')}>{words.card(`language.${language}`)}</Fact>
            <Fact name={words.t('people.reach.name')}>{reachOf(detail, words)}</Fact>
          </Facts>
        </div>
        <section className={mergeClasses(look.surface, look.stack)}>
          <h2 className={look.heading}>{words.t('people.duties.title')}</h2>
          {may.changePeople ? (
            <DutiesForm detail={detail} refetch={refetch} />
          ) : (
            <p className={look.text}>{dutiesSentence(person.duties, nameOf, words) || words.t('people.duties.none')}</p>
          )}
        </section>
      </div>
    </Page>
  );
}

function reachOf({ person: { reachable, unreachableBecause } }: PersonDetail, words: Words): string {
  if (reachable) return words.t('people.reach.yes');
  if (unreachableBecause === undefined) return words.t('people.reach.no');
  return words.t('people.reach.noBecause', { because: words.card(`reasonOne.${unreachableBecause}`) });
}
