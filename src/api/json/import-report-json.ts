import type { Words } from '../../cards/card-texts.ts';
import type { DryRun } from '../../people/directory/import-directory.ts';
import type { ImportReport } from '../contract/people.ts';
import type { Fixed } from '../contract/route-types.ts';

/** So many of each kind are listed; all are counted. */
const mostListed = 200;

/** What an import would change, with the problems in words. */
export function importReportJson(run: DryRun, words: Words): Fixed<ImportReport> {
  const { digest, file, changes, unchanged, missing } = run;
  const added = changes.filter((change) => change.new).length;
  return {
    digest,
    rows: file.rows.length,
    added,
    changed: changes.length - added,
    unchanged,
    problems: file.problems.slice(0, mostListed).map(({ line, problem }) => ({
      line,
      problem,
      text: words.t(`importProblem.${problem}`),
    })),
    problemCount: file.problems.length,
    changes: changes.slice(0, mostListed).map(({ row, new: isNew, fields }) => ({
      id: row.id,
      name: row.name,
      new: isNew,
      fields,
    })),
    missing: missing.slice(0, mostListed).map(({ id, name, area }) => ({ id, name, area })),
    missingCount: missing.length,
  };
}
