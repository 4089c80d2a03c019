import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { Page } from '../shell/page.tsx';
import { useWords } from '../words/words-context.tsx';

const parts = [
  { path: '/people', name: 'coverage' },
  { path: '/people/directory', name: 'directory' },
  { path: '/people/leads', name: 'leads' },
  { path: '/people/import', name: 'import' },
] as const;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalXL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  link: {
    display: 'inline-block',
    padding: `${tokens.spacingVerticalS} 0`,
    marginBottom: '-1px',
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground2Hover, borderBottomColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

export interface PeopleFrameProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A page about people, with the way to the others. */
export function PeopleFrame({ title, lead, children }: PeopleFrameProps): ReactNode {
  const look = useLook();
  return (
    <Page title={title} lead={lead}>
      <div className={look.stack}>
        <PeopleNavigation />
        {children}
      </div>
    </Page>
  );
}

function PeopleNavigation(): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const { may } = useMe();
  const [here] = useLocation();
  return (
    <nav aria-label={words.t('nav.people')}>
      <ul className={mergeClasses(look.list, styles.list)}>
        {parts
          .filter(({ name }) => name !== 'import' || may.changePeople)
          .map(({ path, name }) => (
            <li key={path}>
              <Link
                href={path}
                className={mergeClasses(styles.link, path === here && styles.here)}
                aria-current={path === here ? 'page' : undefined}
              >
                {words.t(`people.nav.${name}`)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}
