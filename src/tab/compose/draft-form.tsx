import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { PreviewJson } from '../../api/contract/broadcasts.ts';
import type { ContentJson, SendingWishJson } from '../../api/contract/content.ts';
import { useApi } from '../api/api-context.tsx';
import { useRead } from '../api/use-read.ts';
import { useLook } from '../shell/look.ts';
import { useAreas } from '../shell/me-context.tsx';
import { AnswersSection } from './answers-section.tsx';
import { AudienceSection } from './audience-section.tsx';
import { focusLater } from './focus-later.ts';
import { elementOf, problemsByField, questionOf } from './problems.ts';
import { QuestionsSection } from './questions-section.tsx';
import type { SavingProps } from './saving-status.tsx';
import { SendSection } from './send-section.tsx';
import { TextSection } from './text-section.tsx';
import { TimeSection } from './time-section.tsx';
import { needsWelsh, writesWelsh } from './welsh.ts';

export interface DraftFormProps extends SavingProps {
  readonly broadcastId: string;
}

/** Everything that an author writes and chooses, down to sending. */
export function DraftForm({ broadcastId, session, state }: DraftFormProps): ReactNode {
  const look = useLook();
  const areas = useAreas();
  const { preview, refresh, wish } = usePreview({ broadcastId, session, state });
  const [tried, setTried] = useState(false);
  const [openQuestion, setOpenQuestion] = useState<string>();
  const { draft } = state;
  const { content, audience } = draft;
  const required = needsWelsh(audience, areas);
  const [wantsWelsh, setWantsWelsh] = useState(() => writesWelsh(content));
  const welsh = { shown: required || wantsWelsh, required };
  const found = tried ? (preview?.problems ?? []) : [];
  const problems = problemsByField(found);
  const change = (next: ContentJson, step: string) => session.change({ ...draft, content: next }, step);
  return (
    <div className={look.stack}>
      <AudienceSection
        audience={audience}
        onChange={(next) => session.change({ ...draft, audience: next }, 'audience')}
        problem={problems.get('audience')}
      />
      <TextSection content={content} onChange={change} welsh={welsh} onWelsh={setWantsWelsh} problems={problems} />
      {content.kind === 'prompt' ? (
        <>
          <QuestionsSection
            questions={content.questions}
            welsh={welsh}
            problems={problems}
            open={openQuestion}
            onOpen={setOpenQuestion}
            onChange={(questions, step) => {
              // Questions that somebody changed are not those of the template any more.
              const { template: _template, ...rest } = content;
              change({ ...rest, questions }, step);
            }}
          />
          <AnswersSection
            content={content}
            onChange={change}
            every={draft.every ?? 'once'}
            onEvery={(every) => session.change({ ...draft, every }, 'every')}
            problems={problems}
          />
        </>
      ) : undefined}
      <TimeSection preview={preview} onWish={wish} />
      <SendSection
        broadcastId={broadcastId}
        session={session}
        state={state}
        preview={preview}
        refresh={refresh}
        problems={found}
        onTry={() => setTried(true)}
        onMend={(field) => {
          const question = questionOf(field);
          if (question !== undefined) setOpenQuestion(question);
          focusLater(elementOf(field));
        }}
      />
    </div>
  );
}

interface PreviewOfDraft {
  /** Of what was saved last; undefined until it is known. */
  readonly preview: PreviewJson | undefined;
  /** Reads it of what is saved now. */
  readonly refresh: () => Promise<PreviewJson | undefined>;
  /** Keeps when it is to go out. Resolves with whether that was done. */
  readonly wish: (wanted: SendingWishJson) => Promise<boolean>;
}

/** What the server says of the draft as it is saved: when it would go out, to how many, and what is missing. */
function usePreview({ broadcastId, session, state: { etag } }: DraftFormProps): PreviewOfDraft {
  const api = useApi();
  const queries = useQueryClient();
  const seen = useRead('previewDraft', { broadcastId }, { keep: true, anew: true });
  // Another version may be for others, go out at another time, or lack something else.
  useEffect(() => {
    if (etag !== '') queries.invalidateQueries({ queryKey: ['previewDraft', { broadcastId }] }).catch(reportError);
  }, [queries, broadcastId, etag]);
  return {
    preview: seen.data?.value,
    refresh: async () => (await seen.refetch()).data?.value,
    wish: (wanted) =>
      session.beside(async (version) => {
        const answer = await api.call('wishSending', { broadcastId, body: wanted, etag: version });
        queries.setQueryData(['previewDraft', { broadcastId }], answer);
        return answer.value.etag;
      }),
  };
}
