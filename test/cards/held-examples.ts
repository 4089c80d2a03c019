import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import type { Words } from '../../src/cards/card-texts.ts';
import { eraseCard, erasedCard } from '../../src/cards/erase-card.ts';
import { heldCard } from '../../src/cards/held-card.ts';
import { heldTextCard } from '../../src/cards/held-text-card.ts';
import type { HeldEntry, HeldView } from '../../src/cards/held-view.ts';
import { listAreas } from '../../src/people/areas.ts';
import { adoption, adoptionAnswers, consultation, consultationAnswers, hybridWorking } from './example-contents.ts';

const areas = listAreas();
const nameOf = (slug: string) => areas.find(slug)?.name ?? { en: slug };
const answeredAt = '2026-11-24T16:05:00Z';

const entry: HeldEntry = {
  name: 'Siân Pritchard',
  area: nameOf('cymru-wales'),
  site: 'Mold',
  role: 'legal',
  language: 'cy',
  workingTime: {
    pattern: [
      { day: 1, from: '09:00', to: '17:00' },
      { day: 3, from: '09:00', to: '13:00' },
    ],
    away: [{ from: '2026-12-21', to: '2027-01-04' }],
  },
  reachable: true,
  leads: [],
  roadmapOwner: false,
  administrator: false,
  promptedAt: '2026-11-24T10:00:00Z',
};

const held: HeldView = {
  entry,
  answers: [
    { ...consultation, privacy: 'confidential', answers: consultationAnswers, answeredAt },
    { ...adoption, privacy: 'named', answers: adoptionAnswers, answeredAt },
    { ...hybridWorking, privacy: 'confidential', answers: {}, gone: 'takenBack' },
    { ...hybridWorking, privacy: 'confidential', answers: {}, gone: 'erased' },
  ],
  anonymous: [hybridWorking.title],
  cards: { meant: 14, arrived: 13 },
  written: 0,
  recorded: 0,
  months: 12,
  contact: 'roadmap@example.org',
};

const nothing: HeldView = {
  ...held,
  entry: {
    area: nameOf('wessex'),
    language: 'en',
    reachable: true,
    leads: [],
    roadmapOwner: false,
    administrator: false,
  },
  answers: [],
  anonymous: [],
  cards: { meant: 0, arrived: 0 },
};

/** What somebody sees who asks what is held about them. */
export const heldExamples: Readonly<Record<string, (words: Words) => AdaptiveCard>> = {
  held: (words) => heldCard(held, words),
  'held-little': (words) => heldCard(nothing, words),
  'held-lead': (words) =>
    heldCard(
      { ...held, entry: { ...entry, leads: [nameOf('cymru-wales')], administrator: true }, written: 7, recorded: 21 },
      words,
    ),
  'held-file': (words) => heldCard(held, words, words.t('held.fileOffered')),
  'held-many': (words) =>
    heldCard(
      { ...held, answers: Array.from({ length: 30 }, () => held.answers[0]).flatMap((each) => each ?? []) },
      words,
    ),
  'held-text': (words) => heldTextCard(held, words),
  'held-text-much': (words) =>
    heldTextCard({ ...held, answers: Array.from({ length: 80 }, () => held.answers).flat() }, words),
  erase: (words) => eraseCard(held, words),
  'erase-little': (words) => eraseCard(nothing, words),
  erased: (words) => erasedCard(2, words),
};
