import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RoadmapItemJson } from '../../api/contract/roadmap.ts';
import type { RoughDate } from '../../roadmap/rough-date.ts';
import { Row, Rows } from '../shell/rows.tsx';
import { useWords, Written } from '../words/words-context.tsx';
import { MaturitySign } from './maturity-sign.tsx';

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, rowGap: tokens.spacingVerticalXXS },
});

export interface ItemListProps {
  readonly items: readonly RoadmapItemJson[];
  /** What a heading above says of when the outcomes are expected; then each item says when its contract ends. */
  readonly under?: RoughDate;
}

/** Roadmap items one under another, in the order of the roadmap. */
export function ItemList({ items, under }: ItemListProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <Rows>
      {items.map(({ id, title, kind, maturity, outcome, contract }) => (
        <Row key={id} to={`/roadmap/${id}`} title={<Written texts={title} />}>
          <span className={styles.facts}>
            <span>{words.card(`kind.${kind}`)}</span>
            <MaturitySign maturity={maturity} />
            {under?.precision === outcome.when.precision ? undefined : (
              <span>{words.t('roadmap.outcomeWhen', { when: words.rough(outcome.when) })}</span>
            )}
            {contract === undefined || under === undefined ? undefined : (
              <>
                <span>
                  {words.t('roadmap.contractEnds', { day: words.rough({ precision: 'day', day: contract.expires }) })}
                </span>
                <span>{words.t('roadmap.nextStarts', { when: words.rough(contract.nextStarts) })}</span>
              </>
            )}
          </span>
        </Row>
      ))}
    </Rows>
  );
}
