import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { maturities } from '../../roadmap/roadmap-item.ts';
import { MaturitySign } from '../roadmap/maturity-sign.tsx';
import { Fact, Facts } from '../shell/facts.tsx';
import { useLook } from '../shell/look.ts';
import { useMe } from '../shell/me-context.tsx';
import { Page } from '../shell/page.tsx';
import { mayVisit, places } from '../shell/places.ts';
import { useWords } from '../words/words-context.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { Prose } from './prose.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalS },
});

/** What everything is, in short. */
export default function HelpPage(): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  const me = useMe();
  return (
    <Page title={words.t('nav.help')} lead={words.t('help.lead')}>
      <div className={look.stack}>
        <section className={mergeClasses(look.surface, styles.section)} aria-labelledby="help-places">
          <h2 id="help-places" className={look.heading}>
            {words.t('help.places.title')}
          </h2>
          <Facts>
            {places.flatMap(({ id, path }) =>
              id === 'help' || !mayVisit(id, me)
                ? []
                : [
                    <Fact
                      key={id}
                      name={
                        <Link href={path} className={look.link}>
                          {words.t(`nav.${id}`)}
                        </Link>
                      }
                    >
                      {words.t(`help.places.${id}`)}
                    </Fact>,
                  ],
            )}
          </Facts>
        </section>
        <section className={mergeClasses(look.surface, styles.section)} aria-labelledby="help-maturity">
          <h2 id="help-maturity" className={look.heading}>
            {words.card('item.maturity')}
          </h2>
          <Facts>
            {maturities.map((maturity) => (
              <Fact key={maturity} name={<MaturitySign maturity={maturity} />}>
                {words.card(`maturity.asks.${maturity}`)}
              </Fact>
            ))}
          </Facts>
        </section>
        {me.may.broadcast ? (
          <div className={mergeClasses(look.surface, styles.section)}>
            <Prose title={words.t('help.sending.title')} text={words.t('help.sending.text')} />
            <Prose title={words.t('help.promises.title')} text={words.t('help.promises.text')} />
          </div>
        ) : undefined}
        <LanguageChoice />
        <nav aria-label={words.t('help.more')} className={mergeClasses(look.surface, styles.links)}>
          <Link href="/help/accessibility" className={look.link}>
            {words.t('accessibility.title')}
          </Link>
          <Link href="/help/privacy" className={look.link}>
            {words.t('privacy.title')}
          </Link>
        </nav>
      </div>
    </Page>
  );
}
