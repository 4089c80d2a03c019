import { makeStyles, tokens } from '@fluentui/react-components';
import { People20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AudienceJson } from '../../api/contract/content.ts';
import { useRead } from '../api/use-read.ts';
import { OneOf, SeveralOf } from '../form/choice-fields.tsx';
import { Section } from '../form/section.tsx';
import { useAreaName } from '../shell/area-name.ts';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useAreas, useMe } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';

const useStyles = makeStyles({
  count: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, minHeight: '20px' },
});

export interface AudienceSectionProps {
  readonly audience: AudienceJson;
  readonly onChange: (audience: AudienceJson) => void;
  readonly problem: string | undefined;
}

/** Whom it is for, with how many people that is. */
export function AudienceSection({ audience, onChange, problem }: AudienceSectionProps): ReactNode {
  const words = useWords();
  const look = useLook();
  const me = useMe();
  const areas = useAreas();
  const nameOf = useAreaName();
  const offered = areas.filter(({ slug }) => me.sendsTo.includes(slug));
  const chosen = audience.areas === 'all' ? [] : audience.areas;
  return (
    <Section id="audience" title={words.card('composeForm.audience')} problem={problem}>
      {me.may.broadcastToAll ? (
        <OneOf
          label={words.t('compose.audience.label')}
          choices={[
            { value: 'all', label: words.card('composeForm.everybody') },
            { value: 'some', label: words.t('compose.audience.some') },
          ]}
          value={audience.areas === 'all' ? 'all' : 'some'}
          onChange={(value) => onChange({ areas: value === 'all' ? 'all' : [] })}
        />
      ) : undefined}
      {offered.length === 1 ? (
        <p className={look.text}>{nameOf(offered[0]?.slug ?? '')}</p>
      ) : audience.areas === 'all' ? undefined : (
        <SeveralOf
          label={words.t('compose.audience.areas')}
          choices={offered.map(({ slug, name }) => ({ value: slug, label: words.of(name) }))}
          values={chosen}
          onChange={(values) => onChange({ areas: [...values] })}
        />
      )}
      <Count audience={audience} />
    </Section>
  );
}

function Count({ audience }: { readonly audience: AudienceJson }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const none = audience.areas !== 'all' && audience.areas.length === 0;
  const read = useRead('countAudience', { body: audience }, { enabled: !none, keep: true });
  if (read.error !== null) return <Failure error={read.error} retry={() => void read.refetch()} />;
  const counted = none ? { people: 0, reachable: 0 } : read.data?.value;
  return (
    <div role="status" className={styles.count}>
      <People20Regular aria-hidden="true" />
      {counted === undefined
        ? words.t('compose.audience.counting')
        : words.t('compose.audience.count', {
            people: words.people(counted.people),
            reachable: words.number(counted.reachable),
          })}
    </div>
  );
}
