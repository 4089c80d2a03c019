import { mergeClasses } from '@fluentui/react-components';
import { PeopleTeam24Regular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import type { Coverage } from '../../api/contract/people.ts';
import { useRead } from '../api/use-read.ts';
import { useAreaName } from '../shell/area-name.ts';
import { BigNumber, BigNumbers } from '../shell/big-numbers.tsx';
import { Choice, Choices } from '../shell/choice.tsx';
import { Empty } from '../shell/empty.tsx';
import { Failure } from '../shell/failure.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { extremesOf, type Reached, shareOf } from './coverage.ts';
import { CoverageBars } from './coverage-bars.tsx';
import { PeopleFrame } from './people-frame.tsx';

/** How many people cards reach, by area and by site. */
export function CoverageView(): ReactNode {
  const words = useWords();
  const read = useRead('getCoverage', {});
  return (
    <PeopleFrame title={words.t('people.coverage.title')} lead={words.t('people.coverage.lead')}>
      {read.data === undefined ? (
        read.error === null ? (
          <Loading blocks={2} lines={5} />
        ) : (
          <Failure error={read.error} retry={() => void read.refetch()} />
        )
      ) : read.data.value.people === 0 ? (
        <NobodyYet />
      ) : (
        <Covered coverage={read.data.value} />
      )}
    </PeopleFrame>
  );
}

function NobodyYet(): ReactNode {
  const words = useWords();
  const { may } = useMe();
  return (
    <Empty
      icon={<PeopleTeam24Regular />}
      title={words.t('people.coverage.empty.title')}
      text={words.t('people.coverage.empty.text')}
      action={
        may.changePeople ? <LinkButton to="/people/import">{words.t('people.import.title')}</LinkButton> : undefined
      }
    />
  );
}

function Covered({ coverage }: { readonly coverage: Coverage }): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const { people, reachable, areas } = coverage;
  const entries = areas.map(({ area, ...reached }): Reached => ({ ...reached, id: area, name: nameOf(area) }));
  const extremes = extremesOf(entries);
  return (
    <>
      <div className={look.surface}>
        <BigNumbers>
          <BigNumber name={words.t('people.coverage.people')} value={words.number(people)} />
          <BigNumber
            name={words.t('people.coverage.reachable')}
            value={words.number(reachable)}
            more={words.percent(reachable / people)}
          />
          <BigNumber name={words.t('people.coverage.notReachable')} value={words.number(people - reachable)} />
        </BigNumbers>
      </div>
      <section className={mergeClasses(look.surface, look.stack)}>
        <div>
          <h2 className={look.heading}>{words.t('people.coverage.byArea')}</h2>
          {extremes === undefined ? undefined : (
            <p className={mergeClasses(look.text, look.quiet)}>
              {words.t('people.coverage.extremes', {
                least: extremes.least.name,
                leastShare: words.percent(shareOf(extremes.least)),
                most: extremes.most.name,
                mostShare: words.percent(shareOf(extremes.most)),
              })}
            </p>
          )}
        </div>
        <CoverageBars entries={entries} of="area" caption={words.t('people.coverage.byArea')} />
      </section>
      <Sites coverage={coverage} />
    </>
  );
}

function Sites({ coverage: { areas } }: { readonly coverage: Coverage }): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const peopled = areas.filter(({ people }) => people > 0);
  const [chosen, setChosen] = useState(peopled[0]?.area ?? '');
  const area = peopled.find((each) => each.area === chosen);
  if (area === undefined) return undefined;
  const entries = area.sites.map(
    ({ site, ...reached }): Reached => ({
      ...reached,
      id: site,
      name: site === '' ? words.t('people.noSite') : site,
    }),
  );
  return (
    <section className={mergeClasses(look.surface, look.stack)}>
      <h2 className={look.heading}>{words.t('people.coverage.bySite')}</h2>
      <Choices>
        <Choice label={words.t('people.area')} value={chosen} onChoice={setChosen}>
          {peopled.map(({ area: slug }) => (
            <option key={slug} value={slug}>
              {nameOf(slug)}
            </option>
          ))}
        </Choice>
      </Choices>
      <CoverageBars
        entries={entries}
        of="site"
        caption={words.t('people.coverage.sitesOf', { area: nameOf(area.area) })}
      />
      <div>
        <LinkButton to={`/people/directory?area=${area.area}`}>
          {words.t('people.coverage.lookUp', { area: nameOf(area.area) })}
        </LinkButton>
      </div>
    </section>
  );
}
