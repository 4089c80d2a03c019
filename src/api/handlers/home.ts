import type { Broadcast } from '../../broadcasts/broadcast.ts';
import { isAwaitingApproval, isStandingPrompt } from '../../broadcasts/broadcast-state.ts';
import { closesAt } from '../../broadcasts/closing.ts';
import { maySee } from '../../broadcasts/list-broadcasts.ts';
import { recentBroadcasts } from '../../broadcasts/recent-broadcasts.ts';
import { readProgress } from '../../delivery/progress.ts';
import type { Person } from '../../people/person.ts';
import type { ApiServices } from '../api-services.ts';
import type { Handler } from '../handler.ts';
import { summaryJson } from '../json/broadcast-json.ts';
import { readRates } from '../read-rates.ts';

const dayMs = 24 * 60 * 60 * 1_000;

/** A prompt that closes within so long needs a look now. */
const soonMs = 3 * dayMs;

/** For so long it is worth trying again those whom a broadcast did not reach. */
const troubleMs = 14 * dayMs;

const monthsBack = 3;

/** Each list shows so many at most. */
const mostShown = 20;

/** What needs a lead now, and how the areas that they may see answer. */
export const getHome: Handler<'getHome'> = async (services, { person }) => {
  const now = services.clock.now();
  const recent = await recentBroadcasts(services.broadcasts, services.clock, monthsBack);
  const seen = recent.filter((broadcast) => maySee(person, broadcast));
  const listed = (broadcasts: readonly Broadcast[]) =>
    broadcasts.slice(0, mostShown).map((broadcast) => summaryJson(broadcast, person, now));
  const [troubled, awaitingApproval, rates] = await Promise.all([
    troubledOf(services, seen, now),
    awaitingOf(services, seen, person, now),
    readRates(services, person),
  ]);
  return {
    closingSoon: listed(closingSoon(seen, now)),
    underWay: listed(seen.filter(isUnderWay)),
    troubled: troubled.map(({ broadcast, notReached }) => ({
      broadcast: summaryJson(broadcast, person, now),
      notReached,
    })),
    awaitingApproval,
    drafts: listed(seen.filter(({ state }) => state === 'draft')),
    rates,
  };
};

/** What awaits approval, the longest waiting first, and who asks. */
async function awaitingOf(services: ApiServices, broadcasts: readonly Broadcast[], person: Person, now: Date) {
  const awaiting = broadcasts
    .filter(isAwaitingApproval)
    .toSorted((one, other) => Date.parse(one.approval.askedAt) - Date.parse(other.approval.askedAt))
    .slice(0, mostShown);
  return Promise.all(
    awaiting.map(async (broadcast) => ({
      ...summaryJson(broadcast, person, now),
      authorName: (await services.people.get(broadcast.author))?.value.name,
    })),
  );
}

function closingSoon(broadcasts: readonly Broadcast[], now: Date): readonly Broadcast[] {
  return broadcasts
    .filter(isStandingPrompt)
    .map((prompt) => ({ prompt, leftMs: closesAt(prompt).getTime() - now.getTime() }))
    .filter(({ leftMs }) => leftMs > 0 && leftMs <= soonMs)
    .toSorted((one, other) => one.leftMs - other.leftMs)
    .map(({ prompt }) => prompt);
}

function isUnderWay({ state, pausedBecause }: Broadcast): boolean {
  return ['scheduled', 'sending'].includes(state) || (state === 'paused' && pausedBecause === undefined);
}

/** What Teams refused as a whole, and what was sent of late without reaching everybody. */
async function troubledOf(services: ApiServices, broadcasts: readonly Broadcast[], now: Date) {
  const since = new Date(now.getTime() - troubleMs).toISOString();
  const looked = broadcasts
    .filter(
      ({ state, pausedBecause, sentAt = '' }) => pausedBecause !== undefined || (state === 'sent' && sentAt > since),
    )
    .slice(0, mostShown);
  const found = await Promise.all(
    looked.map(async (broadcast) => {
      const { outcome } = await readProgress(services, broadcast);
      return { broadcast, notReached: outcome.unreachable + outcome.failed };
    }),
  );
  return found.filter(({ broadcast, notReached }) => broadcast.pausedBecause !== undefined || notReached > 0);
}
