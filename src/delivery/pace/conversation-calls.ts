import { addCall, type CallTimes, waitWithin } from './call-times.ts';
import { type CallLimit, conversationLimits } from './limits.ts';

/** The calls to each conversation, as far as they can still matter to a limit. */
export interface ConversationCalls {
  /** How long the next call to this conversation must wait, in milliseconds; 0 when it need not. */
  waitMs(conversationId: string, now: number): number;
  add(conversationId: string, now: number): void;
  /** Takes out the last call and says when it was. */
  takeBack(conversationId: string): number | undefined;
  /** How many conversations are kept in memory. */
  readonly size: number;
}

const hourMs = 3_600_000;
/** Two calls may arrive closer together than they left, by about so much. */
const arrivalMs = 50;
/** A conversation is forgotten after this silence... */
const silenceMs = 30_000 + arrivalMs;
/** ...when it had no more calls than this, as nearly all have in a broadcast; otherwise after an hour of silence. */
const fewCalls = 2;
/** So at most this many calls within an hour were forgotten, and the limit for an hour is kept lower by as many. */
const forgottenInHour = fewCalls * Math.ceil(hourMs / silenceMs);

/**
 * Counts the calls to each conversation in memory that does not grow with the number of people written to: at 50 calls
 * a second, about 1,500 conversations of one card each.
 */
export function createConversationCalls(): ConversationCalls {
  const limits = conversationLimits.map(keptLimit);
  const most = Math.max(...limits.map(({ count }) => count));
  /** Both in the order of the last call. */
  const recent = new Map<string, CallTimes>();
  const lasting = new Map<string, CallTimes>();

  function forget(now: number): void {
    for (const [id, times] of recent) {
      if ((times.at(-1) ?? 0) + silenceMs > now) break;
      recent.delete(id);
      if (times.length > fewCalls) lasting.set(id, times);
    }
    for (const [id, times] of lasting) {
      if ((times.at(-1) ?? 0) + hourMs + arrivalMs > now) break;
      lasting.delete(id);
    }
  }

  return {
    waitMs(conversationId, now) {
      const times = recent.get(conversationId) ?? lasting.get(conversationId);
      return times === undefined ? 0 : waitWithin(limits, times, now);
    },

    add(conversationId, now) {
      forget(now);
      const times = recent.get(conversationId) ?? lasting.get(conversationId) ?? [];
      addCall(times, now, most);
      lasting.delete(conversationId);
      recent.delete(conversationId);
      recent.set(conversationId, times);
    },

    takeBack(conversationId) {
      return (recent.get(conversationId) ?? lasting.get(conversationId))?.pop();
    },

    get size() {
      return recent.size + lasting.size;
    },
  };
}

function keptLimit({ count, ms }: CallLimit): CallLimit {
  return { count: ms < hourMs ? count : count - forgottenInHour, ms: ms + arrivalMs };
}
