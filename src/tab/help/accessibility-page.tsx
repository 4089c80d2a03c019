import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLook } from '../shell/look.ts';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWords } from '../words/words-context.tsx';
import { Prose } from './prose.tsx';

const sections = ['promise', 'known', 'tell', 'enforcement', 'status', 'testing'] as const;

const useStyles = makeStyles({
  sections: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
});

/** The accessibility statement, in the form that GOV.UK gives for it. */
export default function AccessibilityPage(): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  return (
    <Page title={words.t('accessibility.title')} above={<UpLink to="/help">{words.t('nav.help')}</UpLink>}>
      <div className={mergeClasses(look.surface, styles.sections)}>
        {sections.map((section) => (
          <Prose
            key={section}
            title={words.t(`accessibility.${section}.title`)}
            text={words.t(`accessibility.${section}.text`)}
          />
        ))}
      </div>
    </Page>
  );
}
