import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type ReactNode } from 'react';
import type { ResultsJson } from '../../api/contract/results.ts';
import { useLook } from '../shell/look.ts';
import type { Words } from '../words/words.ts';
import { useWords } from '../words/words-context.tsx';

const useStyles = makeStyles({
  numbers: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: 0,
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
  },
  figure: { display: 'flex', flexDirection: 'column' },
  name: { color: tokens.colorNeutralForeground2 },
  number: {
    margin: 0,
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  words: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightHero700 },
  more: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** How many were asked, got the questions and answered, and when these figures move. */
export const Numbers = memo(function Numbers({ results }: { readonly results: ResultsJson }): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const { asked, reached, everyArea, total, responseRate } = results;
  const inAll = everyArea ? undefined : words.t('results.numbers.inAllAreas');
  const rate =
    responseRate === undefined ? undefined : words.t('results.numbers.rate', { percent: words.percent(responseRate) });
  return (
    <section className={mergeClasses(look.surface, look.stack)} aria-label={words.t('results.numbers.label')}>
      <dl className={styles.numbers}>
        <Figure name={words.t('results.numbers.asked')} value={words.number(asked)} more={inAll} />
        <Figure name={words.t('results.numbers.reached')} value={words.number(reached)} more={inAll} />
        {everyArea ? (
          <Figure
            name={words.t('results.numbers.answered')}
            value={total.shown ? words.number(total.tally.respondents) : undefined}
            more={rate}
          />
        ) : undefined}
      </dl>
      <p className={mergeClasses(look.text, look.quiet)}>{movement(results, words)}</p>
    </section>
  );
});

interface FigureProps {
  readonly name: string;
  /** Absent when it cannot be shown. */
  readonly value: string | undefined;
  readonly more: string | undefined;
}

function Figure({ name, value, more }: FigureProps): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.figure}>
      <dt className={styles.name}>{name}</dt>
      <dd className={mergeClasses(styles.number, value === undefined && styles.words)}>
        {value ?? words.t('results.numbers.tooFew')}
      </dd>
      {more === undefined ? undefined : <dd className={styles.more}>{more}</dd>}
    </div>
  );
}

/** When the figures last moved, when they move next, and why not with each answer. */
function movement({ figures: { movedAt, nextAt, final }, prompt }: ResultsJson, words: Words): string {
  if (final) return words.t('results.figures.final');
  if (prompt.privacy === 'named') return words.t('results.figures.follow');
  return [
    movedAt === undefined
      ? words.t('results.figures.nothingYet')
      : words.t('results.figures.moved', { moment: words.moment(movedAt) }),
    ...(nextAt === undefined ? [] : [words.t('results.figures.next', { moment: words.moment(nextAt) })]),
    words.t('results.figures.why'),
  ].join(' ');
}
