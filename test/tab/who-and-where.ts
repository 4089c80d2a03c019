import type { AreaList, Me } from '../../src/api/contract/me.ts';
import { listAreas } from '../../src/people/areas.ts';
import type { ApiAnswers } from './api-answers.ts';

export const areaList: AreaList = {
  areas: listAreas().all.map(({ slug, kind, name, bilingual }) => ({ slug, kind, name, bilingual })),
};

/** Somebody who may do everything. */
export const owner: Me = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Rhian Davies',
  area: 'hq',
  language: 'en',
  duties: { leads: [], roadmapOwner: true, administrator: true },
  may: { broadcast: true, broadcastToAll: true, editRoadmap: true, seePeople: true, changePeople: true },
  sendsTo: areaList.areas.map(({ slug }) => slug),
  reachable: true,
};

/** Somebody who may do everything, or less. */
export function basics(change: Partial<Me> = {}): ApiAnswers {
  return { getMe: () => ({ json: { ...owner, ...change } }), listAreas: () => ({ json: areaList }) };
}
