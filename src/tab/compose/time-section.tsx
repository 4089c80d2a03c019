import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Clock20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PreviewJson } from '../../api/contract/broadcasts.ts';
import type { SendingWishJson } from '../../api/contract/content.ts';
import { OneOf } from '../form/choice-fields.tsx';
import { Section } from '../form/section.tsx';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { useWords } from '../words/words-context.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  when: { display: 'flex', columnGap: tokens.spacingHorizontalS, margin: 0 },
  icon: { flexShrink: 0 },
});

export interface TimeSectionProps {
  readonly preview: PreviewJson | undefined;
  /** Keeps when it is to go out. */
  readonly onWish: (wish: SendingWishJson) => Promise<unknown>;
}

/** When it goes out: what the author wants, and the real time that comes of it. */
export function TimeSection({ preview, onWish }: TimeSectionProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const me = useMe();
  const wish = preview?.broadcast.wish;
  const [kind, setKind] = useState<SendingWishJson['kind']>(wish?.kind ?? 'next-hours');
  const [at, setAt] = useState(wish?.kind === 'at' ? wish : { kind: 'at' as const, date: '', time: '10:00' });
  const [because, setBecause] = useState(wish?.kind === 'urgent' ? wish.because : '');
  const keep = useMutation({ mutationFn: onWish });
  const choices = me.may.broadcastToAll ? (['next-hours', 'at', 'urgent'] as const) : (['next-hours', 'at'] as const);
  return (
    <Section title={words.card('schedule.title')}>
      <OneOf
        label={words.t('compose.time.label')}
        choices={choices.map((value) => ({ value, label: words.t(`compose.time.${value}`) }))}
        value={kind}
        onChange={(value) => {
          setKind(value);
          if (value === 'next-hours') keep.mutate({ kind: value });
        }}
      />
      {kind === 'at' ? (
        <div className={styles.row}>
          <Field label={words.card('schedule.date')}>
            <Input type="date" value={at.date} onChange={(_event, { value }) => setAt({ ...at, date: value })} />
          </Field>
          <Field label={words.card('schedule.time')}>
            <Input type="time" value={at.time} onChange={(_event, { value }) => setAt({ ...at, time: value })} />
          </Field>
          <Button disabledFocusable={at.date === '' || keep.isPending} onClick={() => keep.mutate(at)}>
            {words.card('schedule.use')}
          </Button>
        </div>
      ) : undefined}
      {kind === 'urgent' ? (
        <>
          <Field label={words.card('common.required', { label: words.card('schedule.urgentReason') })}>
            <Textarea value={because} onChange={(_event, { value }) => setBecause(value)} />
          </Field>
          <div>
            <Button
              disabledFocusable={because.trim() === '' || keep.isPending}
              onClick={() => keep.mutate({ kind: 'urgent', because })}
            >
              {words.card('schedule.urgentUse')}
            </Button>
          </div>
        </>
      ) : undefined}
      {keep.error === null ? undefined : <Failure error={keep.error} />}
      {preview === undefined ? undefined : (
        <div role="status" className={styles.when}>
          <Clock20Regular aria-hidden="true" className={styles.icon} />
          <div className={look.closeStack}>
            {timeSentences(preview, words).map((sentence) => (
              <p key={sentence} className={look.text}>
                {sentence}
              </p>
            ))}
          </div>
        </div>
      )}
    </Section>
  );
}

/** The real time of going out, in sentences. */
function timeSentences(
  { startsNow, schedule, promptedLately }: PreviewJson,
  words: ReturnType<typeof useWords>,
): readonly string[] {
  return [
    startsNow
      ? words.card('schedule.now')
      : words.card('schedule.startsAt', { moment: words.moment(schedule.startAt) }),
    ...(schedule.latestBy === undefined
      ? []
      : [words.card('schedule.latestBy', { moment: words.moment(schedule.latestBy) })]),
    ...(schedule.urgentBecause === undefined ? [] : [words.card('schedule.urgent')]),
    ...(promptedLately === 0 ? [] : [words.card('schedule.waiting', { count: promptedLately })]),
  ];
}
