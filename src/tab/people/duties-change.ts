import type { DutiesJson } from '../../api/contract/me.ts';
import type { Words } from '../words/words.ts';

export function sameDuties(one: DutiesJson, other: DutiesJson): boolean {
  return (
    one.roadmapOwner === other.roadmapOwner &&
    one.administrator === other.administrator &&
    one.leads.length === other.leads.length &&
    one.leads.every((area) => other.leads.includes(area))
  );
}

/** The duties with one area more or less. */
export function withArea(duties: DutiesJson, area: string, leads: boolean): DutiesJson {
  const others = duties.leads.filter((each) => each !== area);
  return { ...duties, leads: leads ? [...others, area] : others };
}

/** What a change means for somebody, a sentence each. */
export function changesOf(
  before: DutiesJson,
  after: DutiesJson,
  nameOf: (area: string) => string,
  words: Words,
): readonly string[] {
  const gained = after.leads.filter((area) => !before.leads.includes(area));
  const lost = before.leads.filter((area) => !after.leads.includes(area));
  return [
    ...gained.map((area) => words.t('people.duties.will.lead', { area: nameOf(area) })),
    ...lost.map((area) => words.t('people.duties.will.leadNoMore', { area: nameOf(area) })),
    ...(before.roadmapOwner === after.roadmapOwner
      ? []
      : [words.t(after.roadmapOwner ? 'people.duties.will.own' : 'people.duties.will.ownNoMore')]),
    ...(before.administrator === after.administrator
      ? []
      : [words.t(after.administrator ? 'people.duties.will.administer' : 'people.duties.will.administerNoMore')]),
  ];
}
