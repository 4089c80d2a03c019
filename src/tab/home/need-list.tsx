import { makeStyles, tokens } from '@fluentui/react-components';
import { Clock24Regular, Edit24Regular, Send24Regular, Warning24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { Row, Rows } from '../shell/rows.tsx';
import type { Words } from '../words/words.ts';
import { useWords, Written } from '../words/words-context.tsx';
import { type Need, pathOfNeed } from './needs.ts';

const icons = {
  troubled: Warning24Regular,
  closing: Clock24Regular,
  'under-way': Send24Regular,
  draft: Edit24Regular,
} as const satisfies Record<Need['kind'], unknown>;

const useStyles = makeStyles({ troubled: { color: tokens.colorStatusDangerForeground1 } });

/** What needs the person now, a line each. */
export function NeedList({ needs }: { readonly needs: readonly Need[] }): ReactNode {
  const styles = useStyles();
  const words = useWords();
  return (
    <Rows label={words.t('home.title')}>
      {needs.map((need) => {
        const Icon = icons[need.kind];
        const { id, title } = need.broadcast;
        return (
          <Row
            key={id}
            to={pathOfNeed(need)}
            icon={<Icon aria-hidden="true" className={need.kind === 'troubled' ? styles.troubled : ''} />}
            title={title.en === '' ? words.t('broadcast.untitled') : <Written texts={title} />}
          >
            {sentenceOf(need, words)}
          </Row>
        );
      })}
    </Rows>
  );
}

function sentenceOf({ kind, broadcast, notReached = 0 }: Need, words: Words): string {
  const people = words.people(broadcast.people ?? 0);
  switch (kind) {
    case 'troubled':
      return broadcast.pausedBecause === undefined
        ? words.t('home.notReached', { people: words.people(notReached) })
        : words.t('home.refused');
    case 'closing':
      return words.t('home.closes', { moment: words.moment(broadcast.closesAt ?? broadcast.createdAt) });
    case 'under-way':
      return broadcast.state === 'scheduled' && broadcast.startsAt !== undefined
        ? words.t('home.scheduled', { people, moment: words.moment(broadcast.startsAt) })
        : words.t('home.sending', { people });
    case 'draft':
      return words.t('home.draft', { moment: words.moment(broadcast.createdAt) });
  }
}
