import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useLook } from '../shell/look.ts';
import { Page } from '../shell/page.tsx';
import { UpLink } from '../shell/up-link.tsx';
import { useWords } from '../words/words-context.tsx';
import { Prose } from './prose.tsx';

const sections = ['what', 'why', 'who', 'how-long', 'rights', 'where'] as const;

const useStyles = makeStyles({
  sections: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXL },
});

/** What is held about people, why, and what they can do about it. */
export default function PrivacyPage(): ReactNode {
  const styles = useStyles();
  const look = useLook();
  const words = useWords();
  return (
    <Page title={words.t('privacy.title')} above={<UpLink to="/help">{words.t('nav.help')}</UpLink>}>
      <div className={mergeClasses(look.surface, styles.sections)}>
        {sections.map((section) => (
          <Prose key={section} title={words.t(`privacy.${section}.title`)} text={words.t(`privacy.${section}.text`)} />
        ))}
      </div>
    </Page>
  );
}
