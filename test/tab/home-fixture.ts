import type { Home, RatePoint } from '../../src/api/contract/home.ts';
import { idOfBroadcast, summary } from './broadcast-fixture.ts';
import { areaList } from './who-and-where.ts';

const titles = [
  { en: 'How hybrid working suits you', cy: 'Sut mae gweithio hybrid yn eich siwtio' },
  { en: 'What stops you using the tools we have?', cy: 'Beth sy’n eich atal rhag defnyddio’r offer sydd gennym?' },
  { en: 'Risk: too cautious, about right, too risky?' },
  { en: 'What do you think of the draft roadmap?', cy: 'Beth yw eich barn am y map ffordd drafft?' },
] as const;

/** How an area answered its prompts; the last one was answered by too few to show. */
export function points(seed: number): readonly RatePoint[] {
  return titles.map((title, index) => {
    const asked = 300 + seed * 13;
    const respondents = Math.round(asked * (0.38 + ((seed * 7 + index * 11) % 40) / 100));
    return {
      broadcastId: idOfBroadcast(100 + index),
      title,
      closesAt: `2026-${String(8 + index).padStart(2, '0')}-20T16:00:00.000Z`,
      asked,
      ...(seed === 3 && index === 3 ? {} : { respondents, rate: respondents / asked }),
    };
  });
}

const calm: Home = { closingSoon: [], underWay: [], troubled: [], awaitingApproval: [], drafts: [], rates: [] };

/** A day on which everything happens. */
export function busyHome(change: Partial<Home> = {}): Home {
  const closing = summary({ id: idOfBroadcast(1), title: titles[3] });
  return {
    troubled: [
      { broadcast: summary({ id: idOfBroadcast(2), title: titles[1] }), notReached: 713 },
      {
        broadcast: summary({
          id: idOfBroadcast(3),
          title: titles[2],
          state: 'paused',
          pausedBecause: 'bot-disabled',
        }),
        notReached: 0,
      },
    ],
    closingSoon: [closing],
    underWay: [
      closing,
      summary({ id: idOfBroadcast(4), title: titles[0], state: 'scheduled', startsAt: '2026-11-24T10:00:00.000Z' }),
      summary({
        id: idOfBroadcast(5),
        kind: 'update',
        title: { en: 'The new case tools are here' },
        state: 'sending',
        people: 412,
      }),
    ],
    awaitingApproval: [],
    drafts: [summary({ id: idOfBroadcast(6), title: { en: '' }, state: 'draft' })],
    rates: areaList.areas.slice(0, 14).map(({ slug }, index) => ({ area: slug, points: [...points(index)] })),
    ...change,
  };
}

/** A day on which nothing is to be done. */
export function calmHome(change: Partial<Home> = {}): Home {
  return { ...calm, ...change };
}
