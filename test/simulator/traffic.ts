import type { RouteName } from './routes.ts';

/** One call of the connector, once it was answered. Status 0: the connection was cut or left hanging. */
export interface LoggedCall {
  readonly at: number;
  readonly route: RouteName;
  readonly conversationId: string;
  readonly status: number;
  readonly tookMs: number;
}

export interface Counts {
  readonly requests: number;
  /** Messages that reached somebody, and changes to messages that did. */
  readonly deliveries: number;
  readonly updates: number;
  /** Requests not answered yet, and the most there have been at once. */
  readonly inFlight: number;
  readonly mostInFlight: number;
  /** The most sends that were accepted within one second of the clock. */
  readonly busiestSecond: number;
  /** How often each route was answered with each status, as in `send 201`. */
  readonly answers: Readonly<Record<string, number>>;
}

/** Counts what the connector is asked and answers; keeps the single calls only when told to. */
export function createTraffic(options: { readonly keepCalls: boolean }) {
  const answers: Record<string, number> = {};
  const calls: LoggedCall[] = [];
  let [requests, deliveries, updates, inFlight, mostInFlight] = [0, 0, 0, 0, 0];
  let [second, inSecond, busiestSecond] = [0, 0, 0];

  return {
    calls: calls as readonly LoggedCall[],
    counts: (): Counts => ({
      requests,
      deliveries,
      updates,
      inFlight,
      mostInFlight,
      busiestSecond,
      answers: { ...answers },
    }),
    began(): void {
      requests += 1;
      inFlight += 1;
      mostInFlight = Math.max(mostInFlight, inFlight);
    },
    accepted(kind: 'delivery' | 'update', now: number): void {
      if (kind === 'delivery') deliveries += 1;
      else updates += 1;
      const current = Math.floor(now / 1000);
      inSecond = current === second ? inSecond + 1 : 1;
      second = current;
      busiestSecond = Math.max(busiestSecond, inSecond);
    },
    ended(call: LoggedCall): void {
      inFlight -= 1;
      const key = `${call.route} ${call.status}`;
      answers[key] = (answers[key] ?? 0) + 1;
      if (options.keepCalls) calls.push(call);
    },
  };
}

export type Traffic = ReturnType<typeof createTraffic>;
