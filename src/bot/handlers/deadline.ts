import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { isUnconfirmed, type Prompt } from '../../broadcasts/broadcast-state.ts';
import { hasClosed } from '../../broadcasts/closing.ts';
import { ownBroadcast } from '../../broadcasts/compose-broadcast.ts';
import { extended, type LocalTime, requireExtendable } from '../../broadcasts/extend-deadline.ts';
import type { ActionData } from '../../cards/actions.ts';
import { extendCard, extendCheckCard } from '../../cards/extend-card.ts';
import type { Problems } from '../../cards/problems.ts';
import { extendPrompt } from '../../delivery/change-closing.ts';
import { isProductError, ProductError } from '../../errors/product-error.ts';
import { type Deadline, londonZone } from '../../time/deadline.ts';
import { addWorkingDays } from '../../time/working-days.ts';
import type { KnownTurn, Reply } from '../turn.ts';
import { replyWithProgress } from './progress.ts';

/** The form for a later deadline, filled in with one. Throws AnonymousStaysClosed. */
export async function openExtension(
  turn: KnownTurn,
  { broadcastId }: ActionData<'broadcast.extend-form'>,
): Promise<Reply> {
  const prompt = await ownPrompt(turn, broadcastId);
  const now = turn.services.clock.now();
  requireExtendable(prompt, now);
  return form(turn, prompt, suggestion(prompt, now));
}

const written = z.looseObject({
  'deadline.date': z.string().max(20).catch(''),
  'deadline.time': z.string().max(20).catch(''),
});

/** Shows a new deadline before it is set, or the form again where it cannot be. */
export async function checkExtension(turn: KnownTurn, data: ActionData<'broadcast.extend-check'>): Promise<Reply> {
  const { 'deadline.date': date, 'deadline.time': time } = written.parse(data);
  const prompt = await ownPrompt(turn, data.broadcastId);
  return orFormAgain(turn, prompt, { date, time: time.slice(0, 5) }, async (until) => {
    const { content } = extended(prompt, until, turn.services.clock.now());
    const view = { broadcastId: prompt.id, content, deadline: content.deadline };
    return { card: extendCheckCard(view, turn.words), keep: false };
  });
}

/** Sets a new deadline, and answers with the progress card. */
export async function extend(turn: KnownTurn, data: ActionData<'broadcast.extend'>): Promise<Reply> {
  const { broadcastId, date, time } = data;
  const prompt = await ownPrompt(turn, broadcastId);
  return orFormAgain(turn, prompt, { date, time }, async (until) => {
    await extendPrompt(turn.services.control, turn.person, broadcastId, until);
    return replyWithProgress(turn, { broadcastId });
  });
}

async function orFormAgain(
  turn: KnownTurn,
  prompt: Prompt,
  until: LocalTime,
  reply: (until: LocalTime) => Promise<Reply>,
): Promise<Reply> {
  try {
    return await reply(until);
  } catch (error) {
    if (!isProductError(error, 'DeadlineWrong')) throw error;
    const problems = { 'deadline.date': turn.words.t('error.DeadlineWrong.text') };
    return form(turn, prompt, { ...until, zone: londonZone }, problems);
  }
}

function form(turn: KnownTurn, prompt: Prompt, suggested: Deadline, problems: Problems = {}): Reply {
  const { id, content, closedEarlyAt } = prompt;
  const closed = hasClosed(prompt, turn.services.clock.now());
  const early = closedEarlyAt === undefined ? {} : { closedEarlyAt };
  return {
    card: extendCard({ broadcastId: id, content, closed, suggested, problems, ...early }, turn.words),
    keep: false,
  };
}

const suggestedWorkingDays = 5;

/** A working week after the deadline, or after today where that is later, at the same time of day. */
function suggestion({ content: { deadline } }: Prompt, now: Date): Deadline {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(londonZone).toPlainDate();
  const before = Temporal.PlainDate.from(deadline.date);
  const later = Temporal.PlainDate.compare(before, today) > 0 ? before : today;
  return { ...deadline, date: addWorkingDays(later, suggestedWorkingDays).toString() };
}

async function ownPrompt(turn: KnownTurn, broadcastId: string): Promise<Prompt> {
  const { value } = await ownBroadcast(turn.services.compose, turn.person, broadcastId);
  const { content } = value;
  if (isUnconfirmed(value)) throw new ProductError('BroadcastNotSent');
  if (content.kind !== 'prompt') throw new ProductError('PromptUnknown');
  return { ...value, content };
}
