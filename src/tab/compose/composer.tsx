import { Button, makeStyles, Switch, Tab, TabList, tokens } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import type { ContentJson, SendingWishJson } from '../../api/contract/content.ts';
import { privacyPromises } from '../../broadcasts/broadcast.ts';
import { useApi } from '../api/api-context.tsx';
import { useRead } from '../api/use-read.ts';
import { OneOf } from '../form/choice-fields.tsx';
import { DeadlineField } from '../form/deadline-field.tsx';
import { Section } from '../form/section.tsx';
import { useLook } from '../shell/look.ts';
import { useAreas } from '../shell/me-context.tsx';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWide } from '../shell/use-narrow.ts';
import { useWords } from '../words/words-context.tsx';
import { AudienceSection } from './audience-section.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { problemsByField } from './problems.ts';
import { QuestionsSection } from './questions-section.tsx';
import { SavingStatus, SavingTrouble } from './saving-status.tsx';
import { SendSection } from './send-section.tsx';
import { TimeSection } from './time-section.tsx';
import { useDraftSession } from './use-draft-session.ts';
import { needsWelsh, writesWelsh } from './welsh.ts';
import { WrittenField } from './written-field.tsx';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(22rem, 27rem)',
    columnGap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  preview: { position: 'sticky', top: tokens.spacingVerticalL, maxHeight: 'calc(100vh - 32px)', overflowY: 'auto' },
});

/** The form and the card that comes of it, side by side where there is room. */
export function Composer({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const [session, state] = useDraftSession(broadcast);
  const wide = useWide();
  const [shown, setShown] = useState<'form' | 'preview'>('form');
  const form = <Form broadcastId={broadcast.id} session={session} state={state} />;
  const preview = <PreviewPanel content={state.draft.content} />;
  return (
    <Page
      title={words.t(`compose.title.${state.draft.content.kind}`)}
      above={<UpLink to="/broadcasts">{words.t('nav.broadcasts')}</UpLink>}
      actions={<SavingStatus session={session} state={state} />}
    >
      <div className={look.stack}>
        <SavingTrouble session={session} state={state} />
        {wide ? (
          <div className={styles.both}>
            {form}
            <div className={styles.preview}>{preview}</div>
          </div>
        ) : (
          <>
            <TabList
              selectedValue={shown}
              onTabSelect={(_event, { value }) => setShown(value === 'preview' ? 'preview' : 'form')}
            >
              <Tab value="form">{words.t('compose.tab.form')}</Tab>
              <Tab value="preview">{words.t('compose.tab.preview')}</Tab>
            </TabList>
            {shown === 'form' ? form : preview}
            {shown === 'form' ? (
              <div>
                <Button icon={<Eye20Regular />} onClick={() => setShown('preview')}>
                  {words.t('compose.tab.see')}
                </Button>
              </div>
            ) : undefined}
          </>
        )}
      </div>
    </Page>
  );
}

type Session = ReturnType<typeof useDraftSession>;

interface FormProps {
  readonly broadcastId: string;
  readonly session: Session[0];
  readonly state: Session[1];
}

function Form({ broadcastId, session, state }: FormProps): ReactNode {
  const look = useLook();
  const words = useWords();
  const api = useApi();
  const areas = useAreas();
  const queries = useQueryClient();
  const [tried, setTried] = useState(false);
  const { content, audience } = state.draft;
  const required = needsWelsh(audience, areas);
  const [wantsWelsh, setWantsWelsh] = useState(() => writesWelsh(content));
  const welsh = { shown: required || wantsWelsh, required };
  const seen = useRead('previewDraft', { broadcastId }, { keep: true });
  const preview = seen.data?.value;
  useEffect(() => {
    // Another version may be for others, go out at another time, or lack something else.
    if (state.etag !== '')
      queries.invalidateQueries({ queryKey: ['previewDraft', { broadcastId }] }).catch(reportError);
  }, [queries, broadcastId, state.etag]);
  const problems = problemsByField(tried ? (preview?.problems ?? []) : []);
  const change = (next: ContentJson, step: string) => session.change({ content: next, audience }, step);
  const refresh = async () => (await seen.refetch()).data?.value;
  const wish = async (wanted: SendingWishJson) => {
    const etag = await session.flush();
    const answer = await api.call('wishSending', { broadcastId, body: wanted, etag });
    session.adopt(answer.value.etag);
    queries.setQueryData(['previewDraft', { broadcastId }], answer);
  };
  return (
    <div className={look.stack}>
      <AudienceSection
        audience={audience}
        onChange={(next) => session.change({ content, audience: next }, 'audience')}
        problem={problems.get('audience')}
      />
      <Section title={words.t('compose.text')}>
        <p className={look.quiet}>{words.card('composeForm.noNames')}</p>
        <Switch
          checked={welsh.shown}
          disabled={required}
          label={words.t(required ? 'compose.welsh.required' : 'compose.welsh.optional')}
          onChange={(_event, { checked }) => setWantsWelsh(checked)}
        />
        <WrittenField
          field="title"
          labels={{ en: words.card('composeForm.titleEn'), cy: words.card('composeForm.titleCy') }}
          texts={content.title}
          onChange={(title) => change({ ...content, title }, 'title')}
          welsh={welsh}
          problems={problems}
        />
        <WrittenField
          field="body"
          labels={{ en: words.card('composeForm.bodyEn'), cy: words.card('composeForm.bodyCy') }}
          texts={content.body}
          onChange={(body) => change({ ...content, body }, 'body')}
          lines={6}
          welsh={welsh}
          problems={problems}
        />
      </Section>
      {content.kind === 'prompt' ? (
        <>
          <QuestionsSection
            questions={content.questions}
            welsh={welsh}
            problems={problems}
            onChange={(questions, step) => {
              // Questions that somebody changed are not those of the template any more.
              const { template: _template, ...rest } = content;
              change({ ...rest, questions }, step);
            }}
          />
          <Section title={words.t('compose.answers')}>
            <OneOf
              label={words.card('composeForm.privacy')}
              choices={privacyPromises.map((value) => ({ value, label: words.t(`compose.privacy.${value}`) }))}
              value={content.privacy}
              onChange={(privacy) => change({ ...content, privacy }, 'privacy')}
            />
            <DeadlineField
              deadline={content.deadline}
              onChange={(deadline) => change({ ...content, deadline: { ...deadline } }, 'deadline')}
              problem={problems.get('deadline.date')}
            />
          </Section>
        </>
      ) : undefined}
      <TimeSection preview={preview} onWish={wish} />
      <SendSection
        broadcastId={broadcastId}
        session={session}
        preview={preview}
        refresh={refresh}
        tried={tried}
        onTry={() => setTried(true)}
      />
    </div>
  );
}
