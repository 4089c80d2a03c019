import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PreviewJson } from '../../api/contract/broadcasts.ts';
import type { Answer } from '../api/api.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';

type Preview = UseQueryResult<Answer<PreviewJson>>;

/** Reads to whom and when it would go out if it were approved now; only for those who may approve it. */
export function usePreview(broadcastId: string, enabled: boolean): Preview {
  return useRead('previewDraft', { broadcastId }, { enabled, anew: true });
}

/** What a roadmap owner should know before approving: to how many it goes, when, and what stands in the way. */
export function ToApprove({ preview }: { readonly preview: Preview }): ReactNode {
  const look = useLook();
  const words = useWords();
  const found = preview.data?.value;
  if (found === undefined) {
    if (preview.error === null) return <Loading lines={2} />;
    return <Failure error={preview.error} retry={() => void preview.refetch()} />;
  }
  return (
    <>
      {found.problems.length === 0 ? undefined : (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.card('approval.notInOrder')}</MessageBarTitle>
            {found.problems.map(({ text }) => text).join(' ')}
          </MessageBarBody>
        </MessageBar>
      )}
      {consequences(found, words).map((text) => (
        <p key={text} className={look.text}>
          {text}
        </p>
      ))}
    </>
  );
}

/** To how many people it goes and when, once it is approved. */
export function consequences(
  { people, reachable, startsNow, schedule, promptedLately }: PreviewJson,
  words: Words,
): readonly string[] {
  return [
    words.card('preview.people', { count: people }),
    ...(reachable < people ? [words.card('preview.unreachable', { count: people - reachable })] : []),
    startsNow
      ? words.card('approval.startsNow')
      : words.card('schedule.startsAt', { moment: words.moment(schedule.startAt) }),
    ...(promptedLately === 0 ? [] : [words.card('schedule.waiting', { count: promptedLately })]),
  ];
}
