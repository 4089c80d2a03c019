import { Badge } from '@fluentui/react-components';
import {
  ArrowUndo16Regular,
  CalendarClock16Regular,
  Checkmark16Regular,
  DismissCircle16Regular,
  Edit16Regular,
  HourglassHalf16Regular,
  Pause16Regular,
  Send16Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { BroadcastSummary } from '../../api/contract/broadcasts.ts';
import { useWords } from '../words/words-context.tsx';

type Shown = BroadcastSummary['state'] | 'recalled';

const icons = {
  draft: Edit16Regular,
  'awaiting-approval': HourglassHalf16Regular,
  scheduled: CalendarClock16Regular,
  sending: Send16Regular,
  paused: Pause16Regular,
  sent: Checkmark16Regular,
  cancelled: DismissCircle16Regular,
  recalled: ArrowUndo16Regular,
} as const satisfies Record<Shown, unknown>;

const colours = {
  draft: 'informative',
  'awaiting-approval': 'warning',
  scheduled: 'brand',
  sending: 'brand',
  paused: 'warning',
  sent: 'success',
  cancelled: 'informative',
  recalled: 'informative',
} as const satisfies Record<Shown, string>;

/** The state of a broadcast in a sign and a word. */
export function StateBadge({ state, recalled }: Pick<BroadcastSummary, 'state' | 'recalled'>): ReactNode {
  const words = useWords();
  const shown: Shown = recalled ? 'recalled' : state;
  const Icon = icons[shown];
  return (
    <Badge appearance="tint" color={colours[shown]} size="large" icon={<Icon aria-hidden="true" />}>
      {words.t(`broadcast.state.${shown}`)}
    </Badge>
  );
}
