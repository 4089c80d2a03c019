import { HourglassHalf24Regular } from '@fluentui/react-icons';
import { type ReactNode, useId } from 'react';
import type { Home } from '../../api/contract/home.ts';
import { useLook } from '../shell/look.ts';
import { Row, Rows } from '../shell/rows.tsx';
import type { Words } from '../words/words.ts';
import { useWords, Written } from '../words/words-context.tsx';

type Awaiting = Home['awaitingApproval'][number];

/** What awaits the approval of a roadmap owner, and who asks. */
export function AwaitingList({ awaiting }: { readonly awaiting: readonly Awaiting[] }): ReactNode {
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  if (awaiting.length === 0) return undefined;
  return (
    <section aria-labelledby={headingId} className={look.closeStack}>
      <h2 id={headingId} className={look.heading}>
        {words.t('home.approval.title')}
      </h2>
      <Rows label={words.t('home.approval.title')}>
        {awaiting.map((broadcast) => (
          <Row
            key={broadcast.id}
            to={`/broadcasts/${broadcast.id}`}
            icon={<HourglassHalf24Regular aria-hidden="true" />}
            title={<Written texts={broadcast.title} />}
          >
            {whoAsks(broadcast, words)}
          </Row>
        ))}
      </Rows>
    </section>
  );
}

function whoAsks({ mine, askedAt, createdAt, people = 0, authorName }: Awaiting, words: Words): string {
  const facts = { moment: words.moment(askedAt ?? createdAt), people: words.people(people) };
  if (mine) return words.t('home.approval.mine', facts);
  return words.t('home.approval.theirs', { ...facts, author: authorName ?? words.card('approval.lead') });
}
