import { MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { ProgressEvent } from '../../api/contract/progress.ts';
import type { Reason, RunId } from '../../delivery/delivery.ts';
import { Bar } from '../shell/bar.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { refusalWords } from './refusal.ts';
import { timeLeft } from './time-left.ts';
import { useProgress } from './use-progress.ts';

const useStyles = makeStyles({
  sentence: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  bar: { height: '12px' },
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(8.5rem, 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
  },
  figure: { display: 'flex', flexDirection: 'column-reverse', justifyContent: 'flex-end' },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  reasons: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
});

export interface ProgressPanelProps {
  readonly broadcastId: string;
  readonly run: RunId;
  readonly title: string;
}

/** How far a pass is, as it changes. */
export function ProgressPanel({ broadcastId, run, title }: ProgressPanelProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  const { event, error, behind, retry } = useProgress(broadcastId, run);
  if (event === undefined) return error === undefined ? <Loading lines={4} /> : <Failure error={error} retry={retry} />;
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <h2 id={headingId} className={look.heading}>
        {title}
      </h2>
      <HowFar event={event} title={title} />
      <Figures event={event} />
      <Reasons event={event} />
      {error === undefined ? undefined : <Failure error={error} retry={retry} />}
      {behind && error === undefined ? <p className={look.quiet}>{words.t('progress.behind')}</p> : undefined}
    </section>
  );
}

function HowFar({ event, title }: { readonly event: ProgressEvent; readonly title: string }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const { recipients, waiting, outcome, perSecond, secondsLeft, startsAt, state, final } = event;
  const paused = state === 'paused' && event.run === 'send';
  // What was measured before says nothing about a pass that stands still.
  const still = final || paused;
  const dealtWith = recipients === 0 ? 1 : (recipients - waiting) / recipients;
  const notes = [
    ...(startsAt === undefined ? [] : [words.card('progress.startsAt', { moment: words.moment(startsAt) })]),
    ...(still || perSecond === undefined || perSecond === 0
      ? []
      : [words.t('progress.rate', { number: words.number(Math.max(1, Math.round(perSecond))) })]),
    ...(still || secondsLeft === undefined ? [] : [timeLeft(secondsLeft, words)]),
  ];
  return (
    <div className={look.closeStack}>
      {paused ? <Paused because={event.pausedBecause} /> : undefined}
      <p className={styles.sentence}>
        {words.card('progress.sentence', { count: recipients, sent: words.number(outcome.sent) })}
      </p>
      <Bar value={dealtWith} progressOf={title} className={styles.bar} />
      <p className={look.quiet}>
        {[words.card('progress.bar', { percent: words.percent(dealtWith) }), ...notes].join(' · ')}
      </p>
      <Announcement event={event} dealtWith={dealtWith} />
    </div>
  );
}

/** Says that nothing goes out, and why where Teams refuses it. */
function Paused({ because }: { readonly because: string | undefined }): ReactNode {
  const words = useWords();
  const reason = refusalWords(because, words);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {reason === undefined ? words.t('progress.paused') : words.card('progress.pausedBecause', { reason })}
      </MessageBarBody>
    </MessageBar>
  );
}

/** Says to a screen reader how far it is, a tenth at a time. */
function Announcement({ event, dealtWith }: { readonly event: ProgressEvent; readonly dealtWith: number }): ReactNode {
  const look = useLook();
  const words = useWords();
  const percent = words.percent(Math.floor(dealtWith * 10) / 10);
  return (
    <div role="status" className={look.unseen}>
      {event.final ? words.t('progress.over') : words.card('progress.bar', { percent })}
    </div>
  );
}

function Figures({ event }: { readonly event: ProgressEvent }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { outcome, waiting } = event;
  const figures = [
    { name: words.card('progress.sent'), number: outcome.sent, always: true },
    { name: words.card('progress.unreachable'), number: outcome.unreachable, always: true },
    { name: words.card('progress.failed'), number: outcome.failed, always: true },
    { name: words.card('progress.cancelled'), number: outcome.cancelled, always: false },
    { name: words.card('progress.skipped'), number: outcome.skipped, always: false },
    { name: words.card('progress.planned'), number: waiting, always: !event.final },
  ].filter(({ number, always }) => always || number > 0);
  return (
    <dl className={styles.figures}>
      {figures.map(({ name, number }) => (
        <div key={name} className={styles.figure}>
          <dt>{name}</dt>
          <dd className={styles.number}>{words.number(number)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Reasons({ event }: { readonly event: ProgressEvent }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const { reasons, possiblyTwice } = event.outcome;
  const known = Object.entries(reasons) as [Reason, number][];
  if (known.length === 0 && possiblyTwice === 0) return undefined;
  return (
    <div className={look.closeStack}>
      {known.length === 0 ? undefined : (
        <>
          <h3 className={look.smallHeading}>{words.card('progress.reasons')}</h3>
          <ul className={styles.reasons}>
            {known.map(([reason, count]) => (
              <li key={reason}>{words.card(`reason.${reason}`, { count })}</li>
            ))}
          </ul>
        </>
      )}
      {possiblyTwice === 0 ? undefined : (
        <p className={look.text}>{words.card('progress.possiblyTwice', { count: possiblyTwice })}</p>
      )}
    </div>
  );
}
