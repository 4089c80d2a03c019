import { newestRun, startOf } from '../delivery/progress.ts';
import { type WatchedProgress, watchProgress as watch } from '../delivery/watch-progress.ts';
import type { ServerEvent } from '../http/route.ts';
import type { ProgressEvent } from './contract/progress.ts';
import type { Handler } from './handler.ts';
import { readWithRun } from './read-with-run.ts';

/** How far a broadcast is, as it changes, until its pass is over; of the newest pass unless one is asked for. */
export const watchProgress: Handler<'watchProgress'> = async (services, { person, params, query }) => {
  const broadcast = await readWithRun(services.broadcasts, person, params.broadcastId, query.run);
  const { run = newestRun(broadcast) } = query;
  return { events: (until) => changes(watch(services, broadcast.id, run, until)) };
};

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
