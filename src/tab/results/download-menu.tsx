import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowDownload20Regular, DocumentTable20Regular, Table20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useWords } from '../words/words-context.tsx';
import type { Download } from './use-download.ts';

/** Offers the results as files. */
export function DownloadMenu({ download: { pending, start } }: { readonly download: Download }): ReactNode {
  const words = useWords();
  return (
    <Menu inline>
      <MenuTrigger disableButtonEnhancement>
        <Button icon={<ArrowDownload20Regular />} disabledFocusable={pending}>
          {words.t(pending ? 'results.download.underWay' : 'results.download.open')}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem icon={<DocumentTable20Regular />} onClick={() => start('downloadResultsXlsx')}>
            {words.t('results.download.xlsx')}
          </MenuItem>
          <MenuItem icon={<Table20Regular />} onClick={() => start('downloadResultsCsv')}>
            {words.t('results.download.csv')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
