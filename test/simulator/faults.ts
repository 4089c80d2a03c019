import type { Random } from './random.ts';
import { type Answer, messageWritesBlocked, type RefusalCode, refusal, throttled } from './refusals.ts';
import type { RouteName } from './routes.ts';

/** What goes wrong with one call; `accepted` says whether the call had its effect before it went wrong. */
export type Fault =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly accepted: boolean }
  | { readonly kind: 'reset'; readonly accepted: boolean }
  /** No answer, until the caller gives up or the simulator closes. */
  | { readonly kind: 'hang'; readonly accepted: boolean };

/** One line of the script. A rule with no condition meets every call. */
export interface FaultRule {
  readonly fault: Fault;
  readonly route?: RouteName | readonly RouteName[];
  /** Name, aadObjectId or id of the person whose conversation is called. */
  readonly user?: string;
  /** Which of the calls that match route and user, counted from 1. */
  readonly nth?: number | { readonly from: number; readonly to?: number } | { readonly every: number };
  /** Of the calls that match everything else. */
  readonly probability?: number;
  /** How often the rule acts before it is spent. */
  readonly times?: number;
}

export interface Call {
  readonly route: RouteName;
  /** Every key by which the person called may be named. */
  readonly userKeys: readonly string[];
}

/** Ready-made faults, by what the bot would see. */
export const faults = {
  throttled: (retryAfterSeconds?: number): Fault => answered(throttled(retryAfterSeconds)),
  refused: (code: RefusalCode): Fault => answered(refusal(code)),
  messageWritesBlocked: (): Fault => answered(messageWritesBlocked()),
  /** A status from a gateway, which sends no body of the connector's. */
  status: (
    status: number,
    options: { readonly accepted?: boolean; readonly headers?: Answer['headers'] } = {},
  ): Fault =>
    answered(
      options.headers === undefined ? { status } : { status, headers: options.headers },
      options.accepted ?? false,
    ),
  resetBefore: (): Fault => ({ kind: 'reset', accepted: false }),
  resetAfter: (): Fault => ({ kind: 'reset', accepted: true }),
  hangBefore: (): Fault => ({ kind: 'hang', accepted: false }),
  hangAfter: (): Fault => ({ kind: 'hang', accepted: true }),
} as const;

function answered(answer: Answer, accepted = false): Fault {
  return { kind: 'answer', answer, accepted };
}

function isTurn(nth: FaultRule['nth'], count: number): boolean {
  if (nth === undefined) return true;
  if (typeof nth === 'number') return count === nth;
  if ('every' in nth) return count % nth.every === 0;
  return count >= nth.from && count <= (nth.to ?? Number.POSITIVE_INFINITY);
}

/** A script of faults: of the rules that meet a call, the first one acts. */
export function createFaults(random: Random) {
  let rules: { readonly rule: FaultRule; calls: number; acted: number }[] = [];

  function meets(rule: FaultRule, call: Call): boolean {
    const routes = rule.route === undefined ? [call.route] : [rule.route].flat();
    return routes.includes(call.route) && (rule.user === undefined || call.userKeys.includes(rule.user));
  }

  return {
    add(...added: readonly FaultRule[]): void {
      rules.push(...added.map((rule) => ({ rule, calls: 0, acted: 0 })));
    },
    clear(): void {
      rules = [];
    },
    next(call: Call): Fault | undefined {
      let found: Fault | undefined;
      for (const entry of rules) {
        const { rule } = entry;
        if (!meets(rule, call)) continue;
        entry.calls += 1;
        const spent = entry.acted >= (rule.times ?? Number.POSITIVE_INFINITY);
        if (found !== undefined || spent || !isTurn(rule.nth, entry.calls)) continue;
        if (rule.probability !== undefined && random() >= rule.probability) continue;
        entry.acted += 1;
        found = rule.fault;
      }
      return found;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
