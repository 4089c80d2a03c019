import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  bundleIcon,
  ChartMultiple20Filled,
  ChartMultiple20Regular,
  Compose20Filled,
  Compose20Regular,
  Home20Filled,
  Home20Regular,
  Map20Filled,
  Map20Regular,
  Navigation20Regular,
  PeopleTeam20Filled,
  PeopleTeam20Regular,
  QuestionCircle20Filled,
  QuestionCircle20Regular,
  Send20Filled,
  Send20Regular,
} from '@fluentui/react-icons';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useWords } from '../words/words-context.tsx';
import { narrow } from './look.ts';
import { useMe } from './me-context.tsx';
import { mayVisit, type PlaceId, placeOf, places } from './places.ts';

const icons = {
  home: bundleIcon(Home20Filled, Home20Regular),
  roadmap: bundleIcon(Map20Filled, Map20Regular),
  broadcasts: bundleIcon(Send20Filled, Send20Regular),
  compose: bundleIcon(Compose20Filled, Compose20Regular),
  results: bundleIcon(ChartMultiple20Filled, ChartMultiple20Regular),
  people: bundleIcon(PeopleTeam20Filled, PeopleTeam20Regular),
  help: bundleIcon(QuestionCircle20Filled, QuestionCircle20Regular),
} as const satisfies Record<PlaceId, unknown>;

const useStyles = makeStyles({
  nav: {
    position: 'sticky',
    top: 0,
    alignSelf: 'start',
    maxHeight: '100vh',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    [narrow]: {
      position: 'static',
      maxHeight: 'none',
      alignSelf: 'stretch',
      padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
      borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
      backgroundColor: tokens.colorNeutralBackground1,
    },
  },
  opener: { display: 'none', [narrow]: { display: 'inline-flex' } },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
  },
  folded: { [narrow]: { display: 'none' } },
  unfolded: { [narrow]: { paddingTop: tokens.spacingVerticalS } },
  link: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    minHeight: '40px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  here: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
    },
  },
});

/** The places that this person may go to; folded behind a button where there is little room. */
export function Navigation(): ReactNode {
  const styles = useStyles();
  const words = useWords();
  const me = useMe();
  const [path] = useLocation();
  const [open, setOpen] = useState(false);
  const openerId = useId();
  const listId = useId();
  const here = placeOf(path);

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has moved has made their choice.
  useEffect(() => setOpen(false), [path]);

  return (
    <nav
      aria-label={words.t('nav.label')}
      className={styles.nav}
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !open) return;
        setOpen(false);
        document.getElementById(openerId)?.focus();
      }}
    >
      <Button
        id={openerId}
        appearance="subtle"
        icon={<Navigation20Regular />}
        className={styles.opener}
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        {words.t('nav.menu')}
      </Button>
      <ul id={listId} className={mergeClasses(styles.list, open ? styles.unfolded : styles.folded)}>
        {places
          .filter(({ id }) => mayVisit(id, me))
          .map(({ id, path: to }) => {
            const Icon = icons[id];
            return (
              <li key={id}>
                <Link
                  href={to}
                  className={mergeClasses(styles.link, id === here && styles.here)}
                  aria-current={id === here ? 'page' : undefined}
                >
                  <Icon filled={id === here} aria-hidden="true" />
                  {words.t(`nav.${id}`)}
                </Link>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
