import { Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useState } from 'react';
import type { ContentJson } from '../../api/contract/content.ts';
import { type Language, languages } from '../../language/texts.ts';
import { useRead } from '../api/use-read.ts';
import { CardView } from '../card/card-view.tsx';
import { type ThemeName, themeNames } from '../host/host.ts';
import { loadTheme } from '../host/load-theme.ts';
import { useTheme } from '../host/theme-context.tsx';
import { Failure } from '../shell/failure.tsx';
import { Loading } from '../shell/loading.tsx';
import { useLook } from '../shell/look.ts';
import { useWords } from '../words/words-context.tsx';
import { useSettled } from './use-settled.ts';

/** So long after the last key the card is drawn anew. */
const settledMs = 500;

const useStyles = makeStyles({
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(8.5rem, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  choice: { minWidth: 0, gridTemplateColumns: 'minmax(0, 1fr)' },
});

/** The real card, as staff will see it. */
export function PreviewPanel({ content }: { readonly content: ContentJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  const [language, setLanguage] = useState<Language>(words.language);
  const [themeName, setThemeName] = useState<ThemeName | 'mine'>('mine');
  const [device, setDevice] = useState<'desktop' | 'phone'>('desktop');
  const theme = useThemeNamed(themeName);
  const settled = useSettled(content, settledMs);
  const read = useRead('drawCard', { body: { content: settled, language } }, { keep: true });
  const drawn = read.data?.value;
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <h2 id={headingId} className={look.heading}>
        {words.t('compose.preview.title')}
      </h2>
      <div className={styles.choices}>
        <Choice
          label={words.t('compose.preview.language')}
          value={language}
          options={languages.map((value) => ({ value, text: words.card(`language.${value}`) }))}
          onChange={setLanguage}
        />
        <Choice
          label={words.t('compose.preview.theme')}
          value={themeName}
          options={(['mine', ...themeNames] as const).map((value) => ({
            value,
            text: words.t(`compose.preview.themes.${value}`),
          }))}
          onChange={setThemeName}
        />
        <Choice
          label={words.t('compose.preview.device')}
          value={device}
          options={(['desktop', 'phone'] as const).map((value) => ({
            value,
            text: words.t(`compose.preview.devices.${value}`),
          }))}
          onChange={setDevice}
        />
      </div>
      {read.error === null ? undefined : <Failure error={read.error} retry={() => void read.refetch()} />}
      {drawn === undefined || theme === undefined ? (
        read.isPending && <Loading lines={5} />
      ) : (
        <>
          <CardView
            card={drawn.card}
            theme={theme}
            label={words.t('compose.preview.title')}
            language={language}
            phone={device === 'phone'}
          />
          {drawn.bytes > drawn.largest ? <p className={look.text}>{words.t('compose.preview.tooLarge')}</p> : undefined}
        </>
      )}
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>): ReactNode {
  const styles = useStyles();
  return (
    <Field label={label} className={styles.choice}>
      <Select
        value={value}
        onChange={(_event, data) => {
          const chosen = options.find((option) => option.value === data.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** A theme by its name, loaded when it is wanted; that of the tab for `mine`. */
function useThemeNamed(name: ThemeName | 'mine') {
  const mine = useTheme();
  const [loaded, setLoaded] = useState<typeof mine>();
  useEffect(() => {
    if (name === 'mine') setLoaded(undefined);
    else loadTheme(name).then(setLoaded, reportError);
  }, [name]);
  return name === 'mine' ? mine : loaded;
}
