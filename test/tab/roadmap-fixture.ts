import type { ItemDetail, RoadmapItemJson, RoadmapList } from '../../src/api/contract/roadmap.ts';
import { roadmapItem } from '../../src/api/contract/roadmap.ts';
import { sampleRoadmap } from '../../src/local/sample/sample-roadmap.ts';
import type { ApiCall } from './api-answers.ts';

/** The sample roadmap, with an item that only Cymru-Wales has, in English only. */
export const roadmapItems: readonly RoadmapItemJson[] = [
  ...sampleRoadmap().map((item) => roadmapItem.parse(item)),
  {
    ...roadmapItem.parse(sampleRoadmap()[0]),
    id: 'screens-in-mold',
    kind: 'short-term-gain',
    title: { en: 'Bigger screens in Mold' },
    summary: { en: 'Two screens a desk, so that a file and the system stand side by side.' },
    maturity: 'confident',
    objectives: ['talent'],
    outcome: { text: { en: 'Every desk in Mold has two screens.' }, when: { precision: 'day', day: '2027-01-15' } },
    areas: ['cymru-wales'],
    visibility: 'internal',
  },
];

/** What the API answers to a filter. */
export function filteredRoadmap({ query }: Pick<ApiCall, 'query'>): RoadmapList {
  const fits = (name: string, values: readonly string[]) => values.includes(query.get(name) ?? values[0] ?? '');
  return {
    items: roadmapItems.filter(
      ({ kind, maturity, objectives, areas }) =>
        fits('kind', [kind]) &&
        fits('maturity', [maturity]) &&
        fits('objective', objectives) &&
        (areas === undefined || fits('area', areas)),
    ),
  };
}

export function itemOf(id: string, change: Partial<RoadmapItemJson> = {}): RoadmapItemJson {
  const item = roadmapItems.find((each) => each.id === id);
  if (item === undefined) throw new Error(`There is no ${id}.`);
  return { ...item, ...change };
}

/** An item that has become surer, and whose outcome has moved. */
export function itemDetail(id: string, change: Partial<RoadmapItemJson> = {}, etag = '"2"'): ItemDetail {
  const first = itemOf(id, { maturity: 'early' });
  const second = itemOf(id, {
    maturity: 'developing',
    outcome: { ...first.outcome, when: { precision: 'season', year: 2027, season: 'spring' } },
    summary: { ...first.summary, en: `${first.summary.en} ` },
    version: 2,
    changedAt: '2026-11-16T14:05:00.000Z',
    ...change,
  });
  return {
    item: second,
    etag,
    history: [
      { item: second, changed: ['maturity', 'outcome', 'summary'] },
      { item: first, changed: [] },
    ],
  };
}
