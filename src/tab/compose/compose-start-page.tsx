import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChatAdd24Regular, ClipboardTextLtr24Regular, Megaphone24Regular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useOrder } from '../api/use-order.ts';
import { useRead } from '../api/use-read.ts';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { Page } from '../shell/page.tsx';
import { usePinnedArea } from '../shell/pinned-area.ts';
import { useWords } from '../words/words-context.tsx';
import { ItemField } from './item-field.tsx';
import { newDraft, type Start } from './new-draft.ts';

const useStyles = makeStyles({
  starts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(17rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalL,
  },
  start: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    textAlign: 'start',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  icon: { color: tokens.colorBrandForeground1, lineHeight: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
});

/** Where an author says what they want to send. */
export default function ComposeStartPage(): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const me = useMe();
  const pinned = usePinnedArea();
  const [, navigate] = useLocation();
  const wanted = new URLSearchParams(useSearch()).get('item') ?? '';
  const [itemId, setItemId] = useState(wanted);
  const templates = useRead('listTemplates', {});
  const headingId = useId();
  const start = useOrder('startDraft', ({ id }) => navigate(`/compose/${id}`));
  const begin = (what: Start) => {
    if (start.isPending) return;
    const about = itemId === '' ? undefined : itemId;
    start.mutate({ body: newDraft(what, { itemId: about, pinned }, me, new Date()) });
  };
  return (
    <Page title={words.t('nav.compose')} lead={words.card('composeStart.intro')}>
      <div className={look.stack}>
        {start.error === null ? undefined : <Failure error={start.error} />}
        <ItemField itemId={itemId} onChange={setItemId} />
        <h2 id={headingId} className={look.heading}>
          {words.card('composeStart.kind')}
        </h2>
        <ul aria-labelledby={headingId} aria-busy={start.isPending} className={mergeClasses(look.list, styles.starts)}>
          <StartCard
            icon={<Megaphone24Regular />}
            name={words.t('compose.start.update.name')}
            text={words.t('compose.start.update.text')}
            onStart={() => begin({ kind: 'update' })}
          />
          <StartCard
            icon={<ChatAdd24Regular />}
            name={words.t('compose.start.own.name')}
            text={words.t('compose.start.own.text')}
            onStart={() => begin({ kind: 'own-questions' })}
          />
          {(templates.data?.value.templates ?? []).map((template) => (
            <StartCard
              key={template.id}
              icon={<ClipboardTextLtr24Regular />}
              name={words.of(template.name)}
              text={words.t('compose.start.template', {
                title: words.of(template.title),
                questions: words.t('compose.questionCount', { count: template.questions.length }),
              })}
              onStart={() => begin({ kind: 'template', template })}
            />
          ))}
        </ul>
        {templates.error === null ? (
          templates.isPending && <Loading />
        ) : (
          <Failure error={templates.error} retry={() => void templates.refetch()} />
        )}
      </div>
    </Page>
  );
}

interface StartCardProps {
  readonly icon: ReactNode;
  readonly name: string;
  readonly text: string;
  readonly onStart: () => void;
}

function StartCard({ icon, name, text, onStart }: StartCardProps): ReactNode {
  const styles = useStyles();
  const look = useLook();
  return (
    <li>
      <button type="button" className={mergeClasses(look.surface, styles.start)} onClick={onStart}>
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
        <span className={styles.name}>{name}</span>
        <span className={look.quiet}>{text}</span>
      </button>
    </li>
  );
}
