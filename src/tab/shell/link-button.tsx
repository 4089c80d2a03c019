import { type ButtonProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';

export interface LinkButtonProps {
  readonly to: string;
  readonly icon?: ReactElement;
  readonly appearance?: Extract<ButtonProps['appearance'], 'primary' | 'outline'>;
  readonly children: ReactNode;
}

const useStyles = makeStyles({
  base: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    columnGap: tokens.spacingHorizontalSNudge,
    minHeight: '32px',
    boxSizing: 'border-box',
    padding: `5px ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  primary: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorTransparentStroke}`,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover, color: tokens.colorNeutralForegroundOnBrand },
  },
});

/** A link to another page that looks like a button. */
export function LinkButton({ to, icon, appearance = 'outline', children }: LinkButtonProps): ReactNode {
  const styles = useStyles();
  return (
    <Link href={to} className={mergeClasses(styles.base, appearance === 'primary' && styles.primary)}>
      {icon}
      {children}
    </Link>
  );
}
