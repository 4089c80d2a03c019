import { Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Clock20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { PreviewJson } from '../../api/contract/broadcasts.ts';
import type { SendingWishJson } from '../../api/contract/content.ts';
import { isPassing } from '../api/api-failure.ts';
import { OneOf } from '../form/choice-fields.tsx';
import { Section } from '../form/section.tsx';
import { Failure } from '../shell/failure.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';
import { firstWish, isWhole, sameWish } from './sending-wish.ts';
import { useSettled } from './use-settled.ts';

/** So long after the last key a time or a reason is taken as meant. */
const settledMs = 800;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: tokens.spacingHorizontalM },
  when: { display: 'flex', columnGap: tokens.spacingHorizontalS, margin: 0, minHeight: '20px' },
  icon: { flexShrink: 0 },
});

export interface TimeSectionProps {
  readonly preview: PreviewJson | undefined;
  /** Keeps when it is to go out. Resolves with whether that was done. */
  readonly onWish: (wish: SendingWishJson) => Promise<boolean>;
}

/** When it goes out: what the author wants, which is kept as soon as it is whole, and the real time that comes of it. */
export function TimeSection({ preview, onWish }: TimeSectionProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const me = useMe();
  const kept = preview === undefined ? undefined : (preview.broadcast.wish ?? firstWish('next-hours'));
  const [chosen, setWish] = useState<SendingWishJson>();
  const wish = chosen ?? kept ?? firstWish('next-hours');
  const choices = me.may.broadcastToAll ? (['next-hours', 'at', 'urgent'] as const) : (['next-hours', 'at'] as const);
  const keep = useMutation({ mutationFn: onWish });
  const settled = useSettled(wish, settledMs);
  const agreed = kept !== undefined && sameWish(wish, kept);
  // What was refused is not asked for again before something else is wished, or the draft is another.
  const asked = useRef<readonly unknown[]>([]);
  useEffect(() => {
    if (agreed || preview === undefined || settled !== wish || !isWhole(wish)) return;
    if (asked.current[0] === wish && asked.current[1] === preview) return;
    asked.current = [wish, preview];
    keep.mutate(wish);
  }, [agreed, preview, settled, wish, keep.mutate]);
  const failure = keep.variables === wish && !agreed ? keep.error : null;
  const sentences = () => {
    if (preview !== undefined && agreed) return timeSentences(preview, words);
    if (wish.kind !== 'next-hours' && !isWhole(wish)) return [words.t(`compose.time.not.${wish.kind}`)];
    // What was refused is not kept, so that it goes out as it would have.
    return failure === null || preview === undefined
      ? [words.t('compose.time.working')]
      : timeSentences(preview, words);
  };
  return (
    <Section title={words.card('schedule.title')}>
      <OneOf
        label={words.t('compose.time.label')}
        choices={choices.map((value) => ({ value, label: words.t(`compose.time.${value}`) }))}
        value={wish.kind}
        onChange={(kind) => setWish(kind === kept?.kind ? kept : firstWish(kind))}
      />
      {wish.kind === 'at' ? (
        <div className={styles.row}>
          <Field label={words.card('common.required', { label: words.card('schedule.date') })}>
            <Input type="date" value={wish.date} onChange={(_event, { value }) => setWish({ ...wish, date: value })} />
          </Field>
          <Field label={words.card('common.required', { label: words.card('schedule.time') })}>
            <Input type="time" value={wish.time} onChange={(_event, { value }) => setWish({ ...wish, time: value })} />
          </Field>
        </div>
      ) : undefined}
      {wish.kind === 'urgent' ? (
        <Field label={words.card('common.required', { label: words.card('schedule.urgentReason') })}>
          <Textarea
            value={wish.because}
            resize="vertical"
            onChange={(_event, { value }) => setWish({ ...wish, because: value })}
          />
        </Field>
      ) : undefined}
      {failure === null ? undefined : (
        <Failure error={failure} retry={isPassing(failure) ? () => keep.mutate(wish) : undefined} />
      )}
      {preview === undefined ? undefined : (
        <div role="status" className={styles.when}>
          <Clock20Regular aria-hidden="true" className={styles.icon} />
          <div className={look.closeStack}>
            {sentences().map((sentence) => (
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
function timeSentences({ startsNow, schedule, promptedLately }: PreviewJson, words: Words): readonly string[] {
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
