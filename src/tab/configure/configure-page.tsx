import { type ReactNode, useEffect, useState } from 'react';
import type { Pinning } from '../host/host.ts';
import { everywhere, pinnedTab } from '../host/pinned-tab.ts';
import { useAreaName } from '../shell/area-name.ts';
import { Choice, Choices } from '../shell/choice.tsx';
import { useLook } from '../shell/look.ts';
import { useAreas, useMe } from '../shell/me-context.tsx';
import { Page } from '../shell/page.tsx';
import { base } from '../shell/places.ts';
import { useWords } from '../words/words-context.tsx';

/** What Teams shows in its dialog when somebody pins the tab to a channel; the button that confirms is Teams' own. */
export default function ConfigurePage({ pinning }: { readonly pinning: Pinning }): ReactNode {
  const look = useLook();
  const words = useWords();
  const areas = useAreas();
  const me = useMe();
  const nameOf = useAreaName();
  const offered = [everywhere, ...areas.map(({ slug }) => slug)];
  const [area, setArea] = useState(() => offered.find((each) => each === (pinning.before ?? me.area)) ?? everywhere);
  const name = area === everywhere ? words.t('nav.roadmap') : words.t('pin.name', { area: nameOf(area) });

  useEffect(() => {
    pinning.choose(pinnedTab(area, name, `${location.origin}${base}/`));
  }, [pinning, area, name]);

  return (
    <main className={look.lonely}>
      <Page title={words.t('pin.title')} lead={words.t('pin.lead')}>
        <div className={look.stack}>
          <Choices>
            <Choice label={words.t('pin.area')} value={area} onChoice={setArea}>
              {offered.map((each) => (
                <option key={each} value={each}>
                  {each === everywhere ? words.t('pin.everywhere') : nameOf(each)}
                </option>
              ))}
            </Choice>
          </Choices>
          <p className={look.text}>{words.t('pin.who')}</p>
        </div>
      </Page>
    </main>
  );
}
