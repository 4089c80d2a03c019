import { makeStyles, tokens } from '@fluentui/react-components';
import { Person24Regular, PersonProhibited20Regular } from '@fluentui/react-icons';
import { memo, type ReactNode } from 'react';
import type { PersonSummary } from '../../api/contract/people.ts';
import { useAreaName } from '../shell/area-name.ts';
import { Row, Rows } from '../shell/rows.tsx';
import { useWords } from '../words/words-context.tsx';
import { dutiesSentence, nameOfPerson } from './about-person.ts';

const useStyles = makeStyles({
  reach: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** People, each with a page of their own. */
export const PersonRows = memo(function PersonRows({
  people,
}: {
  readonly people: readonly PersonSummary[];
}): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const nameOf = useAreaName();
  return (
    <Rows label={words.t('people.directory.title')}>
      {people.map((person) => {
        const { id, area, site, role, reachable, unreachableBecause } = person;
        const where = [nameOf(area), site ?? '', role === undefined ? '' : words.card(`role.${role}`)];
        const duties = dutiesSentence(person.duties, nameOf, words);
        return (
          <Row key={id} to={`/people/directory/${id}`} title={nameOfPerson(person, words)} icon={<Person24Regular />}>
            <div>{where.filter((each) => each !== '').join(' · ')}</div>
            {duties === '' ? undefined : <div>{duties}</div>}
            {reachable ? undefined : (
              <div className={styles.reach}>
                <PersonProhibited20Regular aria-hidden="true" />
                {unreachableBecause === undefined
                  ? words.t('people.reach.no')
                  : words.t(`people.reach.${unreachableBecause}`)}
              </div>
            )}
          </Row>
        );
      })}
    </Rows>
  );
});
