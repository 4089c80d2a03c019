import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { BroadcastJson } from '../../api/contract/broadcasts.ts';
import { useLook } from '../shell/look.ts';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWide } from '../shell/use-narrow.ts';
import { useWords } from '../words/words-context.tsx';
import { DraftForm } from './draft-form.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { SavingStatus } from './saving-status.tsx';
import { SavingTrouble } from './saving-trouble.tsx';
import { SentBack } from './sent-back.tsx';
import { undoesItself, wishOfKey } from './undo-keys.ts';
import { useDraftSession } from './use-draft-session.ts';

/** Of the bar that stays in sight, with some air, in CSS pixels. */
const barRoom = 64;

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `0 ${tokens.spacingHorizontalM}`,
    minHeight: '48px',
    marginTop: `calc(-1 * ${tokens.spacingVerticalL})`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  // What gets the focus is not to hide behind the bar.
  below: {
    '& input, & textarea, & select, & button, & a, & [tabindex]': { scrollMarginTop: `${barRoom}px` },
  },
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(22rem, 27rem)',
    columnGap: tokens.spacingHorizontalXL,
    alignItems: 'start',
  },
  preview: { position: 'sticky', top: `${barRoom}px`, maxHeight: `calc(100vh - ${barRoom + 16}px)`, overflowY: 'auto' },
});

/** The form and the card that comes of it, side by side where there is room. */
export function Composer({ broadcast }: { readonly broadcast: BroadcastJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const [session, state] = useDraftSession(broadcast);
  const wide = useWide();
  const panelId = useId();
  const [shown, setShown] = useState<'form' | 'preview'>('form');
  useUndoKeys(session);
  const form = <DraftForm broadcastId={broadcast.id} session={session} state={state} />;
  const preview = <PreviewPanel content={state.draft.content} />;
  const { kind } = state.draft.content;
  return (
    <Page
      title={words.t(`compose.title.${kind}`)}
      above={<UpLink to="/broadcasts">{words.t('nav.broadcasts')}</UpLink>}
    >
      <div className={look.stack}>
        <div className={styles.bar}>
          {wide ? undefined : (
            <TabList
              size="small"
              selectedValue={shown}
              onTabSelect={(_event, { value }) => setShown(value === 'preview' ? 'preview' : 'form')}
            >
              <Tab value="form" aria-controls={panelId}>
                {words.t('compose.tab.form')}
              </Tab>
              <Tab value="preview" aria-controls={panelId}>
                {words.t('compose.tab.preview')}
              </Tab>
            </TabList>
          )}
          <SavingStatus session={session} state={state} />
        </div>
        <SentBack broadcast={broadcast} />
        <SavingTrouble session={session} state={state} />
        {wide ? (
          <div className={styles.both}>
            <div className={styles.below}>{form}</div>
            <div className={styles.preview}>{preview}</div>
          </div>
        ) : (
          <div id={panelId} role="tabpanel" aria-label={words.t(`compose.tab.${shown}`)} className={styles.below}>
            {/* What is chosen in the form, but not part of the draft, stays while the card is looked at. */}
            <div hidden={shown !== 'form'}>{form}</div>
            {shown === 'preview' ? preview : undefined}
          </div>
        )}
      </div>
    </Page>
  );
}

/** Undoes and redoes by the usual keys, except where the browser does so itself. */
function useUndoKeys(session: ReturnType<typeof useDraftSession>[0]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const { target } = event;
      if (target instanceof Element && target.closest('[role="dialog"]') !== null) return;
      const wish = wishOfKey(event, undoesItself(target));
      if (wish === undefined) return;
      event.preventDefault();
      session[wish]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [session]);
}
