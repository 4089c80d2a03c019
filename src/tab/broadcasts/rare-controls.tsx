import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontal20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import type { OfferedControl } from './control-list.ts';

export interface RareControlsProps {
  readonly controls: readonly OfferedControl[];
  readonly choose: (control: OfferedControl) => void;
}

/** A menu of what is seldom done to a broadcast; nothing where nothing of it can be done. */
export function RareControls({ controls, choose }: RareControlsProps): ReactNode {
  const words = useWords();
  if (controls.length === 0) return undefined;
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<MoreHorizontal20Regular />}>{words.t('broadcast.more')}</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {controls.map((control) => (
            <MenuItem key={control} onClick={() => choose(control)}>
              {words.t(`control.${control}.button`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
