import { Temporal } from 'temporal-polyfill';
import type { Words } from '../cards/card-texts.ts';
import type { ReportLine } from '../delivery/report.ts';
import type { AreaList } from '../people/areas.ts';
import { staffRoles } from '../people/person.ts';
import { londonZone } from '../time/deadline.ts';

const columns = [
  'personId',
  'name',
  'area',
  'site',
  'role',
  'state',
  'reason',
  'attempts',
  'possiblyTwice',
  'lastChange',
  'nextAttempt',
] as const;

/** The headings of the report, in the order of the cells of {@link reportCells}. */
export function reportHeadings(words: Words): readonly string[] {
  return columns.map((column) => words.t(`report.columns.${column}`));
}

/** One recipient as a row of the report. */
export function reportCells(line: ReportLine, name: string, areas: AreaList, words: Words): readonly string[] {
  const area = areas.find(line.area);
  const role = staffRoles.find((each) => each === line.role);
  const cells: Readonly<Record<(typeof columns)[number], string>> = {
    personId: line.personId,
    name,
    area: area === undefined ? line.area : words.of(area.name),
    site: line.site ?? '',
    role: role === undefined ? (line.role ?? '') : words.t(`role.${role}`),
    state: words.t(line.state === 'claimed' ? 'report.claimed' : `progress.${line.state}`),
    reason: line.reason === undefined ? '' : words.t(`reasonOne.${line.reason}`),
    attempts: String(line.attempts),
    possiblyTwice: words.t(line.state === 'sent' && line.uncertain > 0 ? 'answer.yes' : 'answer.no'),
    lastChange: line.at === undefined ? '' : londonTime(line.at),
    nextAttempt: line.notBefore === undefined ? '' : londonTime(line.notBefore),
  };
  return columns.map((column) => cells[column]);
}

/** "2026-11-24 09:05:00", which spreadsheets take for a time. */
function londonTime(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(londonZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ');
}
