import {
  makeStyles,
  Toolbar,
  ToolbarRadioButton,
  ToolbarRadioGroup,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import {
  DarkTheme20Regular,
  Desktop20Regular,
  Phone20Regular,
  WeatherMoon20Regular,
  WeatherSunny20Regular,
} from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { type Language, languages } from '../../language/texts.ts';
import { type ThemeName, themeNames } from '../host/host.ts';
import { useWords } from '../words/words-context.tsx';

export const devices = ['desktop', 'phone'] as const;

/** How the card is looked at. */
export interface PreviewChoice {
  readonly language: Language;
  readonly theme: ThemeName;
  readonly device: (typeof devices)[number];
}

export interface PreviewChoicesProps {
  readonly choice: PreviewChoice;
  readonly onChange: (choice: PreviewChoice) => void;
}

const useStyles = makeStyles({
  bar: { padding: 0, flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  group: {
    display: 'flex',
    padding: '2px',
    columnGap: '2px',
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

const themeIcons: Readonly<Record<ThemeName, ReactElement>> = {
  light: <WeatherSunny20Regular />,
  dark: <WeatherMoon20Regular />,
  contrast: <DarkTheme20Regular />,
};
const deviceIcons = { desktop: <Desktop20Regular />, phone: <Phone20Regular /> };

/** Language, colours and width of the card, each one of a few that are all in sight. */
export function PreviewChoices({ choice, onChange }: PreviewChoicesProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const { language, theme, device } = choice;
  return (
    <Toolbar
      aria-label={words.t('compose.preview.title')}
      className={styles.bar}
      checkedValues={{ language: [language], theme: [theme], device: [device] }}
      onCheckedValueChange={(_event, { name, checkedItems: [value] }) => {
        if (value !== undefined) onChange({ ...choice, [name]: value });
      }}
    >
      <ToolbarRadioGroup aria-label={words.t('compose.preview.language')} className={styles.group}>
        {languages.map((value) => (
          <ToolbarRadioButton key={value} name="language" value={value} size="small" lang={value}>
            {words.t(`compose.preview.languages.${value}`)}
          </ToolbarRadioButton>
        ))}
      </ToolbarRadioGroup>
      <ToolbarRadioGroup aria-label={words.t('compose.preview.theme')} className={styles.group}>
        {themeNames.map((value) => (
          <Tooltip key={value} content={words.t(`compose.preview.themes.${value}`)} relationship="label">
            <ToolbarRadioButton name="theme" value={value} size="small" icon={themeIcons[value]} />
          </Tooltip>
        ))}
      </ToolbarRadioGroup>
      <ToolbarRadioGroup aria-label={words.t('compose.preview.device')} className={styles.group}>
        {devices.map((value) => (
          <Tooltip key={value} content={words.t(`compose.preview.devices.${value}`)} relationship="label">
            <ToolbarRadioButton name="device" value={value} size="small" icon={deviceIcons[value]} />
          </Tooltip>
        ))}
      </ToolbarRadioGroup>
    </Toolbar>
  );
}
