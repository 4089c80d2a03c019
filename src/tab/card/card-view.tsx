import { FluentProvider, makeStyles, mergeClasses, type Theme, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { drawCard } from './draw-card.ts';

export interface CardViewProps {
  readonly card: unknown;
  readonly theme: Theme;
  /** What it is, for screen readers. */
  readonly label: string;
  readonly language: string;
  /** As wide as on a phone. */
  readonly phone?: boolean;
}

const useStyles = makeStyles({
  frame: {
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    maxWidth: '100%',
  },
  phone: { width: '328px', padding: tokens.spacingHorizontalS },
  card: {
    '& .ac-adaptiveCard': {
      borderRadius: tokens.borderRadiusMedium,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      outlineStyle: 'none',
    },
    '& p': { margin: `0 0 ${tokens.spacingVerticalS}` },
    '& p:last-child': { marginBottom: 0 },
    '& .ac-actionSet': { flexWrap: 'wrap', rowGap: tokens.spacingVerticalS },
    '& .ac-actionSet > *': { flex: '0 0 auto !important', maxWidth: '100%' },
    '& .ac-pushButton': {
      minHeight: '32px',
      padding: `5px ${tokens.spacingHorizontalM}`,
      font: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      borderRadius: tokens.borderRadiusMedium,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      whiteSpace: 'normal',
      height: 'auto',
    },
    '& .ac-pushButton:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& .ac-pushButton.style-positive, & .ac-pushButton.primary': {
      backgroundColor: tokens.colorBrandBackground,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    '& .ac-pushButton.style-destructive': { color: tokens.colorPaletteRedForeground1 },
    '& .ac-input': { font: 'inherit', color: tokens.colorNeutralForeground1 },
    '& .ac-textInput, & .ac-multichoiceInput, & .ac-dateInput, & .ac-timeInput, & .ac-numberInput': {
      boxSizing: 'border-box',
      width: '100%',
      padding: '5px 9px',
      borderRadius: tokens.borderRadiusMedium,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
    '& .ac-multiline': { height: '72px !important' },
  },
});

/** An adaptive card as Teams shows it, in any of the themes. */
export function CardView({ card, theme, label, language, phone = false }: CardViewProps): ReactNode {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(drawCard(card, theme));
  }, [card, theme]);
  return (
    <FluentProvider theme={theme} className={mergeClasses(styles.frame, phone && styles.phone)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields that belong to the page. */}
      <div ref={place} role="group" aria-label={label} lang={language} className={styles.card} />
    </FluentProvider>
  );
}
