import type { PromptContent, UpdateContent } from '../../src/broadcasts/broadcast.ts';
import { listTemplates } from '../../src/broadcasts/templates.ts';
import type { Answers } from '../../src/responses/response.ts';
import type { RoadmapItem } from '../../src/roadmap/roadmap-item.ts';
import { closeOfPlay, londonZone } from '../../src/time/deadline.ts';

export const broadcastId = '01JD3E9R6Y0000000000000000';

export const deadline = { date: '2026-12-10', time: closeOfPlay, zone: londonZone } as const;

export const update: UpdateContent = {
  kind: 'update',
  title: {
    en: 'Digital jury bundles: the first trial starts in March',
    cy: 'Bwndeli rheithgor digidol: mae’r treial cyntaf yn dechrau ym mis Mawrth',
  },
  body: {
    en: 'Two court centres will try digital jury bundles from March.\nIf you work there, your manager will tell you when your training is. Nothing changes elsewhere for now.',
    cy: 'Bydd dwy ganolfan llys yn rhoi cynnig ar fwndeli rheithgor digidol o fis Mawrth.\nOs ydych chi’n gweithio yno, bydd eich rheolwr yn dweud wrthych pryd mae eich hyfforddiant. Does dim yn newid yn unman arall am y tro.',
  },
  itemId: 'digital-jury-bundles',
};

/** A prompt made of one of the templates. */
export function promptOf(templateId: string, privacy: PromptContent['privacy'] = 'confidential'): PromptContent {
  const template = listTemplates().find(({ id }) => id === templateId);
  if (template === undefined) throw new Error(`No template ${templateId}`);
  const { id, title, body, questions } = template;
  return { kind: 'prompt', title, body, questions, template: id, privacy, deadline };
}

export const consultation = promptOf('consultation');
export const hybridWorking = promptOf('hybrid-working');
export const adoption = promptOf('adoption', 'named');

export const consultationAnswers: Answers = {
  q1: { kind: 'scale', value: 4 },
  q2: { kind: 'scale', value: 5 },
  q3: { kind: 'free-text', text: 'Say what you will *not* do.\n- and when [you] decide' },
  q4: { kind: 'rows', rows: { what: 'yes', when: 'no', how: 'partly' } },
  q5: { kind: 'tagged-items', tags: { 'casework-tools': 'exciting', 'common-platform': 'both' } },
};

export const adoptionAnswers: Answers = {
  q2: { kind: 'several-choices', options: ['not-shown', 'no-time'] },
  q3: { kind: 'free-text', text: 'Half an hour with somebody who already uses it.' },
};

export const items: readonly RoadmapItem[] = [
  {
    id: 'digital-jury-bundles',
    kind: 'proof-of-concept',
    title: { en: 'Digital jury bundles', cy: 'Bwndeli rheithgor digidol' },
    summary: {
      en: 'We are trying out bundles that a jury reads on a screen instead of on paper.',
      cy: 'Rydym yn rhoi cynnig ar fwndeli y mae rheithgor yn eu darllen ar sgrin yn lle ar bapur.',
    },
    maturity: 'early',
    objectives: ['cloud', 'partnerships'],
    outcome: {
      text: {
        en: 'Two court centres have used digital bundles in real trials.',
        cy: 'Mae dwy ganolfan llys wedi defnyddio bwndeli digidol mewn treialon go iawn.',
      },
      when: { precision: 'quarter', year: 2026, quarter: 4 },
    },
    dependsOn: { en: 'HM Courts and Tribunals Service', cy: 'Gwasanaeth Llysoedd a Thribiwnlysoedd EF' },
    contract: {
      contract: { en: 'Printing of jury bundles', cy: 'Argraffu bwndeli rheithgor' },
      expires: '2027-03-31',
      nextStarts: { precision: 'season', year: 2027, season: 'spring' },
      extensionOptions: { en: 'One extension of 12 months', cy: 'Un estyniad o 12 mis' },
    },
    risk: {
      en: 'Screens may fail in court. Paper stays ready until the trial shows that we do not need it.',
      cy: 'Gallai sgriniau fethu yn y llys. Bydd papur yn barod nes bod y treial yn dangos nad oes ei angen.',
    },
    victimsAndWitnesses: {
      en: 'Fewer delays while pages are found, so less waiting to give evidence.',
      cy: 'Llai o oedi wrth chwilio am dudalennau, felly llai o aros i roi tystiolaeth.',
    },
    approach: 'strategic',
    visibility: 'publishable',
    version: 2,
    changedAt: '2026-11-02T09:00:00Z',
  },
  item(
    'common-platform',
    'Common Platform upgrades',
    'Uwchraddio’r Platfform Cyffredin',
    'system-upgrade',
    'confident',
    {
      precision: 'quarter',
      year: 2026,
      quarter: 3,
    },
  ),
  item(
    'rpa',
    'Robots for repetitive tasks',
    'Robotiaid ar gyfer tasgau ailadroddus',
    'market-engagement',
    'developing',
    {
      precision: 'month',
      year: 2027,
      month: 2,
    },
  ),
  item('in-house', 'Skills to build in-house', 'Sgiliau i ddatblygu’n fewnol', 'capability', 'developing', {
    precision: 'season',
    year: 2027,
    season: 'autumn',
  }),
  item('casework-tools', 'Future Casework Tools', 'Offer Gwaith Achos y Dyfodol', 'programme', 'early', {
    precision: 'unknown',
  }),
];

export const [juryBundles] = items as readonly [RoadmapItem, ...RoadmapItem[]];

function item(
  id: string,
  en: string,
  cy: string,
  kind: RoadmapItem['kind'],
  maturity: RoadmapItem['maturity'],
  when: RoadmapItem['outcome']['when'],
): RoadmapItem {
  return {
    id,
    kind,
    title: { en, cy },
    summary: { en, cy },
    maturity,
    objectives: [],
    outcome: { text: { en: 'It is in use.', cy: 'Mae’n cael ei ddefnyddio.' }, when },
    approach: 'tactical',
    visibility: 'internal',
    version: 1,
    changedAt: '2026-11-02T09:00:00Z',
  };
}
