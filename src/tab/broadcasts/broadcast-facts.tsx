import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { useAreaName } from '../shell/area-name.ts';
import { Fact, Facts } from '../shell/facts.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { refusalWords } from './refusal.ts';
import { runTitle } from './run-title.ts';

/** What a broadcast is, whom it is for, and what was done with it. */
export function BroadcastFacts({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const headingId = useId();
  const { kind, audience, confirmedAt, closesAt, closed, privacy, authorName, content, schedule, laterRuns, approval } =
    broadcast;
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <h2 id={headingId} className={look.heading}>
        {words.t('broadcast.about')}
      </h2>
      <Facts>
        <Fact name={words.t('broadcast.what')}>{words.t(`broadcast.kind.${kind}`)}</Fact>
        <Fact name={words.t('broadcast.for')}>
          {audience.areas === 'all' ? words.t('roadmap.everybody') : audience.areas.map(nameOf).join(', ')}
        </Fact>
        {authorName === undefined ? undefined : <Fact name={words.t('broadcast.author')}>{authorName}</Fact>}
        {confirmedAt === undefined ? undefined : (
          <Fact name={words.t('broadcast.confirmed')}>{words.moment(confirmedAt)}</Fact>
        )}
        {approval?.approvedAt === undefined ? undefined : (
          <Fact name={words.t('broadcast.approvedBy')}>{approval.approverName ?? words.t('broadcast.owner')}</Fact>
        )}
        {schedule?.urgentBecause === undefined ? undefined : (
          <Fact name={words.t('broadcast.urgentBecause')}>{schedule.urgentBecause}</Fact>
        )}
        {privacy === undefined ? undefined : (
          <Fact name={words.t('broadcast.promise')}>{words.t(`compose.privacy.${privacy}`)}</Fact>
        )}
        {closesAt === undefined ? undefined : (
          <Fact name={words.t(closed === true ? 'broadcast.closed' : 'broadcast.closes')}>
            {words.moment(closesAt)}
          </Fact>
        )}
        {content.itemId === undefined ? undefined : (
          <Fact name={words.t('roadmap.item')}>
            <Link href={`/roadmap/${content.itemId}`} className={look.link}>
              {words.t('broadcast.item')}
            </Link>
          </Fact>
        )}
        {laterRuns.length === 0 ? undefined : (
          <Fact name={words.t('broadcast.later')}>
            {laterRuns.map((run) => (
              <div key={`${run.id}${run.requestedAt}`}>
                {words.t('broadcast.laterRun', {
                  what: runTitle(run.id, words),
                  moment: words.moment(run.finishedAt ?? run.requestedAt),
                })}
                {run.stoppedBecause === undefined
                  ? undefined
                  : ` ${words.t('progress.refused', { reason: refusalWords(run.stoppedBecause, words) ?? run.stoppedBecause })}`}
              </div>
            ))}
          </Fact>
        )}
      </Facts>
    </section>
  );
}
