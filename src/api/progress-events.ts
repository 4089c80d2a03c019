import { newestRun, startOf } from '../delivery/progress.ts';
import { type WatchedProgress, watchProgress } from '../delivery/watch-progress.ts';
import type { EventsAnswer, ServerEvent, SignedInRequest } from '../http/route.ts';
import type { ApiServices } from './api-services.ts';
import { askedBroadcast } from './asked-broadcast.ts';
import type { ProgressEvent } from './contract.ts';

/** How far a broadcast is, as it changes, until its pass is over; of the newest pass unless one is asked for. */
export async function progressEvents(services: ApiServices, request: SignedInRequest): Promise<EventsAnswer> {
  const { broadcast, run = newestRun(broadcast) } = await askedBroadcast(services, request);
  return { events: (until) => changes(watchProgress(services, broadcast.id, run, until)) };
}

async function* changes(watched: AsyncIterable<WatchedProgress>): AsyncGenerator<ServerEvent> {
  let told = '';
  for await (const progress of watched) {
    const event = eventOf(progress);
    const news = JSON.stringify({ ...event, at: '' });
    if (news === told) continue;
    told = news;
    yield { name: 'progress', data: event };
  }
}

function eventOf(watched: WatchedProgress): ProgressEvent {
  const { broadcast, run, recipients, waiting, outcome, perSecond, secondsLeft, at, final } = watched;
  const { id, state, pausedBecause } = broadcast;
  const startsAt = startOf(broadcast, run);
  return {
    broadcastId: id,
    run,
    state,
    recipients,
    waiting,
    outcome,
    ...(perSecond === undefined ? {} : { perSecond }),
    ...(secondsLeft === undefined ? {} : { secondsLeft }),
    ...(startsAt === undefined || startsAt <= at ? {} : { startsAt }),
    ...(pausedBecause === undefined ? {} : { pausedBecause }),
    at,
    final,
  };
}
