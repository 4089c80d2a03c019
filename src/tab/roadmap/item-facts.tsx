import type { ReactNode } from 'react';
import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import { useAreaName } from '../shell/area-name.ts';
import { Fact, Facts } from '../shell/facts.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { useWords, Written } from '../words/words-context.tsx';
import { MaturitySign } from './maturity-sign.tsx';

/** All that is known of an item now. */
export function ItemFacts({ item }: { readonly item: RoadmapItemJson }): ReactNode {
  const look = useLook();
  const words = useWords();
  const me = useMe();
  const areaName = useAreaName();
  const { contract, areas } = item;
  return (
    <section className={look.surface} aria-label={words.card('item.about')}>
      <Facts>
        <Fact name={words.card('item.maturity')}>
          <MaturitySign maturity={item.maturity} />
          <br />
          {words.card(`maturity.asks.${item.maturity}`)}
        </Fact>
        <Fact name={words.card('item.outcome')}>
          <Written texts={item.outcome.text} />
        </Fact>
        <Fact name={words.card('item.when')}>{words.rough(item.outcome.when)}</Fact>
        {item.dependsOn === undefined ? undefined : (
          <Fact name={words.card('item.dependsOn')}>
            <Written texts={item.dependsOn} />
          </Fact>
        )}
        {contract === undefined ? undefined : (
          <Fact name={words.card('item.contract')}>
            <Written texts={contract.contract} />
            <br />
            {words.card('item.contractExpires', { day: words.day(contract.expires) })}
            <br />
            {words.card('item.contractNext', { when: words.rough(contract.nextStarts) })}
            {contract.extensionOptions === undefined ? undefined : (
              <>
                <br />
                {words.card('item.contractExtension', { options: words.of(contract.extensionOptions) })}
              </>
            )}
          </Fact>
        )}
        {item.risk === undefined ? undefined : (
          <Fact name={words.card('item.risk')}>
            <Written texts={item.risk} />
          </Fact>
        )}
        {item.victimsAndWitnesses === undefined ? undefined : (
          <Fact name={words.card('item.victimsAndWitnesses')}>
            <Written texts={item.victimsAndWitnesses} />
          </Fact>
        )}
        {item.objectives.length === 0 ? undefined : (
          <Fact name={words.card('item.objectives')}>
            {item.objectives.map((objective) => words.card(`objective.${objective}`)).join(' · ')}
          </Fact>
        )}
        <Fact name={words.card('item.approach')}>{words.card(`item.${item.approach}`)}</Fact>
        <Fact name={words.t('roadmap.kind')}>{words.card(`kind.${item.kind}`)}</Fact>
        <Fact name={words.t('roadmap.areas')}>
          {areas === undefined ? words.t('roadmap.everybody') : areas.map(areaName).join(', ')}
        </Fact>
        {me.may.editRoadmap ? (
          <Fact name={words.t('roadmap.visibility')}>{words.t(`roadmap.visibilities.${item.visibility}`)}</Fact>
        ) : undefined}
      </Facts>
    </section>
  );
}
