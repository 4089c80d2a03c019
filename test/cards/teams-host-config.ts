interface Palette {
  readonly background: string;
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly line: string;
  readonly boxes: Readonly<Record<'emphasis' | 'accent' | 'good' | 'warning' | 'attention', string>>;
}

/** The colours of a Teams theme. */
export const palettes = {
  light: {
    background: '#ffffff',
    text: '#242424',
    subtle: '#616161',
    accent: '#4f52b2',
    good: '#237b4b',
    warning: '#835c00',
    attention: '#c4314b',
    line: '#e0e0e0',
    boxes: { emphasis: '#f5f5f5', accent: '#e8ebfa', good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6' },
  },
  dark: {
    background: '#292929',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#9299f7',
    good: '#92c353',
    warning: '#f2d184',
    attention: '#f1707b',
    line: '#525252',
    boxes: { emphasis: '#1f1f1f', accent: '#2f2f4a', good: '#1d2b14', warning: '#3a2f0b', attention: '#3e1f25' },
  },
} as const satisfies Readonly<Record<string, Palette>>;

export type Theme = keyof typeof palettes;

/** A host configuration like that of Teams, for the renderer of the `adaptivecards` package. */
export function teamsHostConfig(theme: Theme) {
  const palette: Palette = palettes[theme];
  const colour = (value: string, subtle = value) => ({ default: value, subtle });
  const foregroundColors = {
    default: colour(palette.text, palette.subtle),
    accent: colour(palette.accent),
    good: colour(palette.good),
    warning: colour(palette.warning),
    attention: colour(palette.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, foregroundColors, borderColor: palette.line });
  const sizes = { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 };
  const heading = { weight: 'bolder', size: 'large', color: 'default', isSubtle: false, fontType: 'default' };
  return {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif",
    fontSizes: sizes,
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: palette.line },
    textStyles: { heading },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { color: 'attention', weight: 'bolder', spacing: 'small' },
    },
    containerStyles: {
      default: style(palette.background),
      emphasis: style(palette.boxes.emphasis),
      accent: style(palette.boxes.accent),
      good: style(palette.boxes.good),
      warning: style(palette.boxes.warning),
      attention: style(palette.boxes.attention),
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      spacing: 'medium',
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 200 }, value: { wrap: true }, spacing: 16 },
  };
}
