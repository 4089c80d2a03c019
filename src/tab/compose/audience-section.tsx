import { type ReactNode, useState } from 'react';
import type { AudienceJson } from '../../api/contract/content.ts';
import type { AreaJson } from '../../api/contract/me.ts';
import { OneOf, SeveralOf } from '../form/choice-fields.tsx';
import { Section } from '../form/section.tsx';
import { useAreas, useMe } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { AudienceCount } from './audience-count.tsx';
import { type AudienceReach, audienceReaches, reachOf, withAreas, withReach } from './audience-reach.ts';

export interface AudienceSectionProps {
  readonly audience: AudienceJson;
  readonly onChange: (audience: AudienceJson) => void;
  readonly problem: string | undefined;
}

/** Whom it is for, with how many people that is. */
export function AudienceSection({ audience, onChange, problem }: AudienceSectionProps): ReactNode {
  const words = useWords();
  const me = useMe();
  const areas = useAreas();
  // Whoever wants to choose other areas has not chosen one yet.
  const [wider, setWider] = useState(false);
  const own = areas.filter(({ slug }) => me.sendsTo.includes(slug));
  const others = areas.filter(({ slug }) => !me.sendsTo.includes(slug));
  const found = reachOf(audience, me);
  const reach = found === 'own' && wider ? 'wider' : found;
  const labelOf = (each: AudienceReach): string => {
    if (each === 'own' && others.length === 0) return words.t('compose.audience.some');
    if (each === 'own') return own.length === 1 && own[0] ? words.of(own[0].name) : words.t('compose.audience.own');
    if (each === 'wider') return words.t('compose.audience.wider');
    const everybody = words.card('composeForm.everybody');
    return me.may.broadcastToAll ? everybody : words.t('compose.audience.withApproval', { what: everybody });
  };
  const pick = (some: readonly AreaJson[], label: string) => {
    const among = some.map(({ slug }) => slug);
    return (
      <SeveralOf
        label={label}
        choices={some.map(({ slug, name }) => ({ value: slug, label: words.of(name) }))}
        values={audience.areas === 'all' ? [] : among.filter((slug) => audience.areas.includes(slug))}
        onChange={(values) => onChange(withAreas(audience, among, values, areas))}
      />
    );
  };
  return (
    <Section id="audience" title={words.card('composeForm.audience')} problem={problem}>
      <OneOf
        label={words.t('compose.audience.label')}
        choices={audienceReaches
          .filter((each) => each !== 'wider' || others.length > 0)
          .map((value) => ({ value, label: labelOf(value) }))}
        value={reach}
        onChange={(value) => {
          setWider(value === 'wider');
          onChange(withReach(audience, value, me));
        }}
      />
      {reach === 'wider' || (reach === 'own' && own.length > 1)
        ? pick(own, words.t(others.length === 0 ? 'compose.audience.areas' : 'compose.audience.own'))
        : undefined}
      {reach === 'wider' ? pick(others, words.t('compose.audience.others')) : undefined}
      <AudienceCount audience={audience} />
    </Section>
  );
}
