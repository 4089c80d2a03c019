import { LockClosedRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../words/words-context.tsx';
import { Empty } from './empty.tsx';
import { useLook } from './look.ts';
import { Page } from './page.tsx';
import type { PlaceId } from './places.ts';

/** For a page that this person may not use: says who may, and where to go instead. */
export function NotForYou({ place }: { readonly place: PlaceId }): ReactNode {
  const words = useWords();
  const look = useLook();
  const who = place === 'people' ? 'people' : place === 'roadmap' ? 'owner' : 'leads';
  return (
    <Page title={words.t(`nav.${place}`)}>
      <Empty
        icon={<LockClosedRegular />}
        title={words.t(`notForYou.${who}.title`)}
        text={words.t(`notForYou.${who}.text`)}
        action={
          <Link href="/roadmap" className={look.link}>
            {words.t('notForYou.roadmap')}
          </Link>
        }
      />
    </Page>
  );
}
