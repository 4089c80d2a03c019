import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ArrowDownload20Regular, DocumentTable20Regular, Table20Regular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useApi } from '../api/api-context.tsx';
import { saveFile } from '../api/save-file.ts';
import { useWords } from '../words/words-context.tsx';

export interface Download {
  /** What went wrong with the newest one. */
  readonly error: unknown;
  readonly retry: () => void;
  readonly menu: ReactNode;
}

type FileRoute = 'downloadResultsCsv' | 'downloadResultsXlsx';

/** Offers the results as files. */
export function useDownload(broadcastId: string): Download {
  const api = useApi();
  const words = useWords();
  const download = useMutation({
    mutationFn: (route: FileRoute) => api.download(route, { broadcastId }),
    onSuccess: saveFile,
  });
  const { isPending, isSuccess, data, error, mutate, variables } = download;
  const menu = (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button icon={<ArrowDownload20Regular />} disabledFocusable={isPending}>
            {words.t(isPending ? 'results.download.underWay' : 'results.download.open')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<DocumentTable20Regular />} onClick={() => mutate('downloadResultsXlsx')}>
              {words.t('results.download.xlsx')}
            </MenuItem>
            <MenuItem icon={<Table20Regular />} onClick={() => mutate('downloadResultsCsv')}>
              {words.t('results.download.csv')}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <span role="status">{isSuccess ? words.t('results.download.done', { name: data.name }) : ''}</span>
    </>
  );
  return { error, menu, retry: () => mutate(variables ?? 'downloadResultsCsv') };
}
