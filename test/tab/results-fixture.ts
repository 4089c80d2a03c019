import type { BreakdownJson, GroupTallyJson, QuestionTallyJson, ResultsJson } from '../../src/api/contract/results.ts';
import { itemTags, type Question, rowAnswers } from '../../src/broadcasts/question.ts';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import { listAreas } from '../../src/people/areas.ts';
import { staffRoles } from '../../src/people/person.ts';

export const promptId = '01KAG7Q2W0000000000000000A';
const deadline = { date: '2026-11-27', time: '17:00', zone: 'Europe/London' } as const;

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

const welshSwitch: Question = {
  id: 'q8',
  kind: 'one-choice',
  required: true,
  text: { en: 'Where do you mostly work?', cy: 'Ble rydych chi’n gweithio fwyaf?' },
  options: [
    { id: 'home', text: { en: 'At home', cy: 'Gartref' } },
    { id: 'office', text: { en: 'In an office', cy: 'Mewn swyddfa' } },
    { id: 'court', text: { en: 'In court', cy: 'Yn y llys' } },
  ],
};

/** Ten questions of all kinds, out of the templates of the product. */
export const tenQuestions: readonly Question[] = [...listTemplates().flatMap(({ questions }) => questions), welshSwitch]
  .toSorted((one, other) => Number(one.kind === 'free-text') - Number(other.kind === 'free-text'))
  .filter(
    (question, index, all) =>
      question.kind !== 'free-text' || all.findIndex(({ kind }) => kind === 'free-text') === index,
  )
  .slice(-10)
  .map((question, index) => ({ ...question, id: `q${index + 1}` }));

/** How `people` answered a question, spread by chance. */
function tallyOf(question: Question, people: number, next: () => number): QuestionTallyJson {
  const answered = Math.round(people * (0.8 + 0.2 * next()));
  const shared = (ids: readonly string[], among = answered): Record<string, number> => {
    const weights = ids.map(() => 0.15 + next());
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const counts = weights.map((weight) => Math.floor((among * weight) / sum));
    const rest = among - counts.reduce((total, count) => total + count, 0);
    return Object.fromEntries(ids.map((id, index) => [id, (counts[index] ?? 0) + (index === 0 ? rest : 0)]));
  };
  switch (question.kind) {
    case 'one-choice':
      return { kind: 'one-choice', answered, counts: shared(question.options.map(({ id }) => id)) };
    case 'several-choices': {
      const counts = question.options.map(({ id }) => [id, Math.round(answered * next())] as const);
      return { kind: 'several-choices', answered, counts: Object.fromEntries(counts) };
    }
    case 'scale': {
      const counts = shared(['1', '2', '3', '4', '5']);
      const sum = (of: (value: number) => number) =>
        Object.entries(counts).reduce((total, [value, count]) => total + of(Number(value)) * count, 0);
      const mean = sum((value) => value) / answered;
      const spread = Math.sqrt(sum((value) => (value - mean) ** 2) / answered);
      return { kind: 'scale', answered, counts, mean, spread };
    }
    case 'rows':
      return {
        kind: 'rows',
        answered,
        rows: Object.fromEntries(question.rows.map(({ id }) => [id, shared(rowAnswers)])),
      };
    case 'tagged-items': {
      const items = Object.fromEntries(
        question.items.map(({ id }) => [id, shared(itemTags, Math.round(answered * next()))]),
      );
      const net = Object.entries(items).map(([id, { exciting = 0, problematic = 0 }]) => [id, exciting - problematic]);
      return { kind: 'tagged-items', answered, items, net: Object.fromEntries(net) };
    }
    case 'free-text':
      return { kind: 'free-text', answered: Math.round(answered / 3) };
  }
}

function groupOf(respondents: number, next: () => number): GroupTallyJson {
  return {
    respondents,
    questions: Object.fromEntries(tenQuestions.map((question) => [question.id, tallyOf(question, respondents, next)])),
  };
}

function breakdowns(respondents: number, sites: readonly string[], next: () => number): BreakdownJson[] {
  const groups = (values: readonly string[]) =>
    values.map((value, index) => ({ value, tally: groupOf(Math.round(respondents / (index + 2)), next) }));
  return [
    { dimension: 'role', groups: groups(staffRoles) },
    { dimension: 'place', groups: groups(['home', 'office', 'court']) },
    { dimension: 'language', groups: groups(['en']) },
    { dimension: 'site', groups: groups(sites) },
  ];
}

const tooSmall = ['north-east', 'wessex', 'london-south'];

/** Results of 14 areas and ten questions, of which three areas are too small to show. */
export function bigResults(change: Partial<ResultsJson> = {}): ResultsJson {
  const next = numbers(7);
  const slugs = listAreas()
    .all.filter(({ kind }) => kind === 'area')
    .map(({ slug }) => slug);
  const areas = slugs.map((area, index): ResultsJson['areas'][number] => {
    if (tooSmall.includes(area)) return { area, group: { shown: false } };
    const respondents = 60 + index * 17;
    const by = breakdowns(respondents, ['Main office', 'Eastleigh'], next);
    return { area, group: { shown: true, tally: groupOf(respondents, next), by } };
  });
  const everybody = 2_604;
  const trendIds = ['01K5G7Q2W0000000000000000A', '01K8G7Q2W0000000000000000A'];
  return {
    broadcastId: promptId,
    prompt: {
      kind: 'prompt',
      title: { en: 'What do you think of the draft roadmap?', cy: 'Beth yw eich barn am y map ffordd drafft?' },
      body: { en: 'Tell us what you think.', cy: 'Dywedwch beth yw eich barn.' },
      privacy: 'confidential',
      questions: tenQuestions.map((question) => structuredClone(question)) as ResultsJson['prompt']['questions'],
      deadline,
    },
    closesAt: '2026-11-27T17:00:00.000Z',
    closed: false,
    asked: 7_597,
    reached: 6_884,
    figures: { movedAt: '2026-11-23T15:00:00.000Z', nextAt: '2026-11-23T17:00:00.000Z', final: false },
    everyArea: true,
    total: {
      shown: true,
      tally: groupOf(everybody, next),
      by: breakdowns(everybody, ['Cardiff', 'Mold', 'Norwich', 'Leicester'], next),
    },
    responseRate: everybody / 6_884,
    areas,
    areasShown: areas.length - tooSmall.length,
    areasTooSmall: tooSmall.length,
    comments: {},
    trend: trendIds.map((broadcastId, index) => ({
      broadcastId,
      number: index + 1,
      closedAt: index === 0 ? '2026-05-29T16:00:00.000Z' : '2026-08-28T16:00:00.000Z',
      reached: 6_700 + index * 90,
      tally: groupOf(2_100 + index * 220, next),
    })),
    ...change,
  };
}
