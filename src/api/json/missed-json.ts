import type { MissedLine } from '../../delivery/report.ts';
import { staffRoles } from '../../people/person.ts';
import type { NotReachedList } from '../contract/broadcasts.ts';
import type { Fixed } from '../contract/route-types.ts';

/** Somebody whom a broadcast did not reach, and why. */
export function missedJson(
  { personId, area, site, role, state, reason, attempts, at }: MissedLine,
  names: ReadonlyMap<string, string>,
): Fixed<NotReachedList['people'][number]> {
  return {
    personId,
    name: names.get(personId),
    area,
    site,
    role: staffRoles.find((each) => each === role),
    state: state === 'failed' ? 'failed' : 'unreachable',
    reason,
    attempts,
    at,
  };
}
