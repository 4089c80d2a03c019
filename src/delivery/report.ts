import PQueue from 'p-queue';
import type { Delivery, DeliveryState, Reason, Recipient, RunId } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { sumOutcomes } from './outcome.ts';

/** One recipient of a broadcast, as the report shows them. Nobody of the audience is missing from it. */
export interface ReportLine {
  readonly personId: string;
  readonly area: string;
  readonly site?: string;
  readonly role?: string;
  readonly state: DeliveryState;
  readonly reason?: Reason;
  readonly attempts: number;
  /** Posts made again although the one before may have arrived. */
  readonly uncertain: number;
  /** When the state last changed; absent while nothing has happened. */
  readonly at?: string;
  /** When another attempt is due. */
  readonly notBefore?: string;
}

const readsAtOnce = 20;

/** Every recipient of a pass in the order of the plan, slice by slice, so that memory does not grow with the audience. */
export async function* reportLines(
  deliveries: DeliveryStore,
  broadcastId: string,
  run: RunId = 'send',
): AsyncGenerator<ReportLine> {
  for (let number = 1; ; number += 1) {
    const slice = await deliveries.getSlice(broadcastId, number);
    if (slice === undefined) return;
    yield* await linesOf(deliveries, broadcastId, run, slice.recipients);
  }
}

/** A place in the list of those who did not get the card: in which slice, after how many of them there. */
export interface MissedPlace {
  readonly slice: number;
  readonly taken: number;
}

export type MissedLine = ReportLine & { readonly reason: Reason };

/** Those who did not get the card, at most `most` of them from a place on, and how many there are in all. */
export async function notReached(
  deliveries: DeliveryStore,
  broadcastId: string,
  most: number,
  from: MissedPlace = { slice: 1, taken: 0 },
): Promise<{ readonly total: number; readonly people: readonly MissedLine[]; readonly next?: MissedPlace }> {
  const { outcomes } = await deliveries.progress(broadcastId, 'send');
  const { unreachable, failed } = sumOutcomes(outcomes.values());
  const total = unreachable + failed;
  const people: MissedLine[] = [];
  for (const [number, outcome] of [...outcomes].sort(([one], [other]) => one - other)) {
    if (number < from.slice || outcome.unreachable + outcome.failed === 0) continue;
    if (people.length === most) return { total, people, next: { slice: number, taken: 0 } };
    const slice = await deliveries.getSlice(broadcastId, number);
    const lines = await linesOf(deliveries, broadcastId, 'send', slice?.recipients ?? []);
    const missed = lines.filter(isMissed).slice(number === from.slice ? from.taken : 0);
    const shown = missed.slice(0, most - people.length);
    people.push(...shown);
    const taken = (number === from.slice ? from.taken : 0) + shown.length;
    if (shown.length < missed.length) return { total, people, next: { slice: number, taken } };
  }
  return { total, people };
}

function isMissed(line: ReportLine): line is MissedLine {
  return (line.state === 'unreachable' || line.state === 'failed') && line.reason !== undefined;
}

function linesOf(
  deliveries: DeliveryStore,
  broadcastId: string,
  run: RunId,
  recipients: readonly Recipient[],
): Promise<ReportLine[]> {
  const queue = new PQueue({ concurrency: readsAtOnce });
  return queue.addAll(
    recipients.map((recipient) => async () => {
      const stored = await deliveries.get(broadcastId, run, recipient.personId);
      return lineOf(recipient, stored?.value);
    }),
  );
}

function lineOf(recipient: Recipient, delivery: Delivery | undefined): ReportLine {
  const { personId, area, site, role } = recipient;
  const notBefore = delivery?.notBefore ?? (delivery === undefined ? recipient.notBefore : undefined);
  return {
    personId,
    area,
    state: delivery?.state ?? 'planned',
    attempts: delivery?.attempts ?? 0,
    uncertain: delivery?.uncertain ?? 0,
    ...(site === undefined ? {} : { site }),
    ...(role === undefined ? {} : { role }),
    ...(delivery?.reason === undefined ? {} : { reason: delivery.reason }),
    ...(delivery === undefined ? {} : { at: delivery.at }),
    ...(notBefore === undefined ? {} : { notBefore }),
  };
}
