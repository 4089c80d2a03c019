import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/api-context.tsx';
import { saveFile } from '../api/save-file.ts';
import { useHost } from '../host/host-context.tsx';

export type FileRoute = 'downloadReport' | 'downloadResultsCsv' | 'downloadResultsXlsx';

export type DownloadOutcome =
  | { readonly kind: 'saved'; readonly fileName: string }
  /** Nothing was asked of the server: Teams on a phone or a tablet saves no files. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'failed'; readonly error: unknown };

export interface Download {
  readonly pending: boolean;
  /** What became of the newest one. */
  readonly outcome: DownloadOutcome | undefined;
  readonly start: (route: FileRoute) => void;
  readonly retry: () => void;
}

/** Saves what there is of a broadcast as a file, such as its results, where Teams can. */
export function useDownload(broadcastId: string): Download {
  const api = useApi();
  const { client } = useHost();
  const download = useMutation({
    mutationFn: async (route: FileRoute): Promise<DownloadOutcome> => {
      // Its web view shows a file instead of saving it: https://github.com/MicrosoftDocs/msteams-docs/issues/10780
      if (client === 'mobile') return { kind: 'impossible' };
      const file = await api.download(route, { broadcastId });
      saveFile(file);
      return { kind: 'saved', fileName: file.name };
    },
  });
  const { isPending, data, error, mutate, variables } = download;
  return {
    pending: isPending,
    outcome: error === null ? data : { kind: 'failed', error },
    start: mutate,
    retry: () => mutate(variables ?? 'downloadResultsCsv'),
  };
}
