import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { RatePoint } from '../../api/contract/home.ts';
import { useAreaName } from '../shell/area-name.ts';
import { Bar } from '../shell/bar.tsx';
import { narrow, useLook } from '../shell/look.ts';
import { useTable } from '../shell/table.ts';
import { londonDay } from '../words/london-day.ts';
import type { Words } from '../words/words.ts';
import { useWords, Written } from '../words/words-context.tsx';
import { RateTrend } from './rate-trend.tsx';
import { type AreaRates, newestPoints, rateChange } from './rates.ts';

/** With more areas than this, one line an area is shown instead of one a prompt. */
const mostInFull = 3;

const useStyles = makeStyles({
  rows: { display: 'grid', rowGap: tokens.spacingVerticalL },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  bar: { gridColumn: '1 / -1' },
  figure: { fontVariantNumeric: 'tabular-nums', textAlign: 'end' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  trend: { [narrow]: { display: 'none' } },
});

/** How the areas answered their newest prompts. */
export function Rates({ rates }: { readonly rates: readonly AreaRates[] }): ReactNode {
  const look = useLook();
  const words = useWords();
  const headingId = useId();
  const asked = rates.filter(({ points }) => points.length > 0);
  return (
    <section aria-labelledby={headingId} className={mergeClasses(look.surface, look.stack)}>
      <div>
        <h2 id={headingId} className={look.heading}>
          {words.t('home.rates.title')}
        </h2>
        <p className={look.quiet}>{words.t(asked.length === 0 ? 'home.rates.none' : 'home.rates.lead')}</p>
      </div>
      {asked.length > mostInFull ? (
        <AreaTable rates={asked} />
      ) : (
        asked.map((area) => <OneArea key={area.area} rates={area} heading={asked.length > 1} />)
      )}
    </section>
  );
}

function OneArea({ rates, heading }: { readonly rates: AreaRates; readonly heading: boolean }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  return (
    <div className={look.closeStack}>
      {heading ? <h3 className={look.smallHeading}>{nameOf(rates.area)}</h3> : undefined}
      <ul className={mergeClasses(look.list, styles.rows)}>
        {newestPoints(rates).map((point) => (
          <li key={point.broadcastId} className={styles.row}>
            <Link href={`/results/${point.broadcastId}`} className={look.link}>
              <Written texts={point.title} />
            </Link>
            <span className={mergeClasses(styles.figure, point.rate === undefined ? look.quiet : styles.strong)}>
              {rateText(point, words)}
            </span>
            {point.rate === undefined ? undefined : <Bar value={point.rate} className={styles.bar} />}
            <span className={mergeClasses(look.quiet, styles.bar)}>{countText(point, words)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function AreaTable({ rates }: { readonly rates: readonly AreaRates[] }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const nameOf = useAreaName();
  const table = useTable();
  return (
    <table className={table.table}>
      <caption className={look.unseen}>{words.t('home.rates.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('home.rates.area')}</th>
          <th scope="col">{words.t('home.rates.latest')}</th>
          <th scope="col">{words.t('home.rates.change')}</th>
          <th scope="col" className={styles.trend}>
            {words.t('home.rates.trend')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rates.map((area) => {
          const newest = rateChange(area);
          if (newest === undefined) return undefined;
          return (
            <tr key={area.area}>
              <th scope="row">{nameOf(area.area)}</th>
              <td className={newest.latest.rate === undefined ? look.quiet : table.strong}>
                {rateText(newest.latest, words)}
              </td>
              <td>{changeText(newest.change, words)}</td>
              <td className={styles.trend}>
                <RateTrend rates={area} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function rateText({ rate }: RatePoint, words: Words): string {
  return rate === undefined ? words.t('home.rates.tooFew') : words.percent(rate);
}

function countText({ asked, respondents, closesAt }: RatePoint, words: Words): string {
  const closing = new Date(closesAt);
  const day = words.day(londonDay(closing));
  const people = words.people(asked);
  return [
    respondents === undefined
      ? people
      : words.t('home.rates.counts', { respondents: words.number(respondents), people }),
    words.t(closing.getTime() > Date.now() ? 'home.rates.closes' : 'home.rates.closed', { day }),
  ].join(' · ');
}

function changeText(change: number | undefined, words: Words): string {
  if (change === undefined) return '–';
  if (change === 0) return words.t('home.rates.same');
  const points = Math.abs(change);
  return words.t(change > 0 ? 'home.rates.up' : 'home.rates.down', { points: words.number(points) });
}
