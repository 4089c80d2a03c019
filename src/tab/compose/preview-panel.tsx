import { mergeClasses, type Theme } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { ContentJson } from '../../api/contract/content.ts';
import { ConnectionLost } from '../api/api-failure.ts';
import { useRead } from '../api/use-read.ts';
import { CardView } from '../card/card-view.tsx';
import type { ThemeName } from '../host/host.ts';
import { useHost } from '../host/host-context.tsx';
import { loadTheme } from '../host/load-theme.ts';
import { useTheme } from '../host/theme-context.tsx';
import { Announced } from '../shell/announced.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { type PreviewChoice, PreviewChoices } from './preview-choices.tsx';
import { useLatest, useSettled } from './use-settled.ts';

/** So long after the last key the card is drawn anew. */
const settledMs = 500;

/** The real card, as staff will see it. */
export function PreviewPanel({ content }: { readonly content: ContentJson }): ReactNode {
  const look = useLook();
  const words = useWords();
  const host = useHost();
  const headingId = useId();
  const [choice, setChoice] = useState<PreviewChoice>({
    language: words.language,
    theme: host.theme,
    device: 'desktop',
  });
  useEffect(() => host.onTheme((theme) => setChoice((before) => ({ ...before, theme }))), [host]);
  const { language, device } = choice;
  const theme = useThemeNamed(choice.theme);
  const settled = useSettled(content, settledMs);
  const read = useRead('drawCard', { body: { content: settled, language } }, { keep: true });
  // Without a connection the card stays as it was.
  const drawn = useLatest(read.data?.value);
  const lost = read.error instanceof ConnectionLost;
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <h2 id={headingId} className={look.heading}>
        {words.t('compose.preview.title')}
      </h2>
      <PreviewChoices choice={choice} onChange={setChoice} />
      {read.error === null || (lost && drawn !== undefined) ? undefined : (
        <Failure error={read.error} retry={() => void read.refetch()} />
      )}
      <Announced>
        {lost && drawn !== undefined ? <p className={look.quiet}>{words.t('compose.preview.behind')}</p> : undefined}
      </Announced>
      {drawn === undefined ? (
        read.isPending && <Loading lines={5} />
      ) : (
        <>
          <CardView
            card={drawn.card}
            theme={theme}
            label={words.t('compose.preview.card')}
            language={language}
            phone={device === 'phone'}
          />
          {drawn.bytes > drawn.largest ? <p className={look.text}>{words.t('compose.preview.tooLarge')}</p> : undefined}
        </>
      )}
    </section>
  );
}

/** A theme by its name; until it is loaded, the one before. */
function useThemeNamed(name: ThemeName): Theme {
  const mine = useTheme();
  const [loaded, setLoaded] = useState(mine);
  useEffect(() => {
    let wanted = true;
    loadTheme(name).then((theme) => {
      if (wanted) setLoaded(theme);
    }, reportError);
    return () => {
      wanted = false;
    };
  }, [name]);
  return loaded;
}
