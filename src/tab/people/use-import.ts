import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportReport } from '../../api/contract/people.ts';
import { useApi } from '../api/api-context.tsx';
import { newIdempotencyKey } from '../api/route-call.ts';

export interface ChosenFile {
  readonly name: string;
  readonly read: () => Promise<string>;
}

/** A file that was checked, and what came of it. */
export interface CheckedFile {
  readonly name: string;
  readonly text: string;
  readonly report: ImportReport;
  /** Names the order to import it, however often that is given. */
  readonly key: string;
}

/** Checks a directory file without changing anything, and takes it in once that was agreed to. */
export function useImport(onApplied: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  const check = useMutation({
    mutationFn: async ({ name, read }: ChosenFile): Promise<CheckedFile> => {
      // What is not UTF-8 is told by the server, from the marks that stand in the place of its letters.
      const text = await read();
      const report = (await api.call('dryRunImport', { body: text })).value;
      return { name, text, report, key: newIdempotencyKey() };
    },
  });
  const apply = useMutation({
    mutationFn: async ({ text, report: { digest }, key }: CheckedFile) =>
      (await api.call('applyImport', { query: { digest }, body: text, idempotencyKey: key })).value,
    onSuccess: onApplied,
    // One that was cut off has taken some people in all the same.
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['getCoverage'] }),
        queries.invalidateQueries({ queryKey: ['listPeople'] }),
        queries.invalidateQueries({ queryKey: ['getPerson'] }),
      ]),
  });
  return { check, apply };
}
