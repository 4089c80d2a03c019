import type { Theme } from '@fluentui/react-components';

/** How Teams draws cards, in the colours of a theme: https://adaptivecards.io/explorer/HostConfig.html */
export function hostConfig(theme: Theme): object {
  const colour = (value: string, subtle = value) => ({ default: value, subtle });
  const foregroundColors = {
    default: colour(theme.colorNeutralForeground1, theme.colorNeutralForeground2),
    accent: colour(theme.colorBrandForegroundLink),
    good: colour(theme.colorStatusSuccessForeground1),
    warning: colour(theme.colorStatusWarningForeground1),
    attention: colour(theme.colorPaletteRedForeground1),
  };
  const style = (backgroundColor: string) => ({
    backgroundColor,
    foregroundColors,
    borderColor: theme.colorNeutralStroke2,
  });
  return {
    supportsInteractivity: true,
    fontFamily: theme.fontFamilyBase,
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 12 },
    separator: { lineThickness: 1, lineColor: theme.colorNeutralStroke2 },
    // Below the heading of the section that shows the card.
    textBlock: { headingLevel: 3 },
    textStyles: {
      heading: { weight: 'bolder', size: 'large', color: 'default', isSubtle: false, fontType: 'default' },
    },
    inputs: {
      label: {
        inputSpacing: 'small',
        requiredInputs: { weight: 'bolder', color: 'default', suffix: ' *', suffixColor: 'attention' },
        optionalInputs: { weight: 'bolder', color: 'default' },
      },
      errorMessage: { color: 'attention', weight: 'bolder', spacing: 'small' },
    },
    containerStyles: {
      default: style(theme.colorNeutralBackground1),
      emphasis: style(theme.colorNeutralBackground3),
      accent: style(theme.colorBrandBackground2),
      good: style(theme.colorStatusSuccessBackground1),
      warning: style(theme.colorStatusWarningBackground1),
      attention: style(theme.colorStatusDangerBackground1),
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      spacing: 'medium',
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
      showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    },
    factSet: {
      title: { weight: 'bolder', wrap: true, maxWidth: 200 },
      value: { wrap: true },
      spacing: 16,
    },
  };
}
