import { applyImport as apply, dryRunImport as dryRun } from '../../people/directory/import-directory.ts';
import type { Handler } from '../handler.ts';
import { importReportJson } from '../json/import-report-json.ts';

export const dryRunImport: Handler<'dryRunImport'> = async (services, { person, body }) =>
  importReportJson(await dryRun(services, body), services.texts.in(person.language));

export const applyImport: Handler<'applyImport'> = async (services, { person, query, body }) =>
  apply(services, person, body, query.digest);
