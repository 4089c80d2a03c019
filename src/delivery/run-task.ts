import type { Broadcast, MessageAddress } from '../broadcasts/broadcast.ts';
import { closesAt, hasClosed, isClosedPrompt } from '../broadcasts/closing.ts';
import type { Language } from '../language/texts.ts';
import type { CardJson } from './card-sender.ts';
import type { Reason, Recipient, RunId } from './delivery.ts';
import type { DeliveryPorts, ResultsCards } from './delivery-ports.ts';

/** What a pass does for one recipient: posts a card, updates those they have, or nothing, be it for now or for good. */
export type Task =
  | { readonly kind: 'post'; readonly card: CardJson }
  | { readonly kind: 'update'; readonly card: CardJson; readonly messages: readonly MessageAddress[] }
  | { readonly kind: 'skip'; readonly reason: Reason }
  /** Look again at this instant, in milliseconds since 1970. */
  | { readonly kind: 'wait'; readonly untilMs: number };

export type TaskFor = (recipient: Recipient) => Promise<Task>;

type Draw = (language: Language) => Promise<CardJson>;

/**
 * The task of a pass, recipient by recipient. A card is drawn once for each language; that of an anonymous prompt is then
 * given a key of its own for each recipient.
 */
export function taskOf(ports: DeliveryPorts, broadcast: Broadcast, run: RunId): TaskFor {
  const { cards } = ports;
  if (run === 'send')
    return sendTask(
      ports,
      broadcast,
      forOne(ports, broadcast, (language) => cards.broadcastCard(broadcast, language)),
    );
  if (run === 'results') return resultsTask(ports, broadcast);
  if (run === 'recall')
    return updateTask(
      ports,
      broadcast,
      onceEach((language) => cards.recalledCard(broadcast, language)),
      ['results'],
    );
  if (run.startsWith('remind')) {
    return remindTask(
      ports,
      broadcast,
      forOne(ports, broadcast, (language) => cards.reminderCard(broadcast, language)),
    );
  }
  const task = updateTask(
    ports,
    broadcast,
    forOne(ports, broadcast, (language) => cards.broadcastCard(broadcast, language)),
  );
  return async (recipient) =>
    (await ports.answered(broadcast.id, recipient.personId)) ? { kind: 'skip', reason: 'answered' } : task(recipient);
}

function sendTask(ports: DeliveryPorts, broadcast: Broadcast, draw: Draw): TaskFor {
  return async ({ language }) => {
    if (isClosedPrompt(broadcast, ports.clock.now())) {
      return { kind: 'skip', reason: 'deadline-passed' };
    }
    return { kind: 'post', card: await draw(language) };
  };
}

function remindTask(ports: DeliveryPorts, broadcast: Broadcast, draw: Draw): TaskFor {
  const { id } = broadcast;
  return async ({ personId, language }) => {
    if (isClosedPrompt(broadcast, ports.clock.now())) {
      return { kind: 'skip', reason: 'deadline-passed' };
    }
    if ((await sentMessage(ports, id, 'send', personId)) === undefined) return { kind: 'skip', reason: 'not-sent' };
    if (await ports.answered(id, personId)) return { kind: 'skip', reason: 'answered' };
    return { kind: 'post', card: await draw(language) };
  };
}

/** How long a prompt that was opened again is left alone, at the longest, and figures that are being counted. */
const reopenedMs = 43_200_000;
const countingMs = 600_000;

/** Everybody who answered is told what came of it, with their own answer beside it. */
function resultsTask(ports: DeliveryPorts, broadcast: Broadcast): TaskFor {
  const { id, content } = broadcast;
  if (content.kind !== 'prompt') throw new TypeError('Only prompts have results');
  const prompt = { ...broadcast, content };
  let reading: Promise<ResultsCards> | undefined;
  return async (recipient) => {
    const now = ports.clock.now();
    if (!hasClosed(prompt, now)) {
      return { kind: 'wait', untilMs: Math.min(closesAt(prompt).getTime(), now.getTime() + reopenedMs) };
    }
    reading ??= ports.resultsCards(prompt);
    const results = await reading;
    if (results.kind === 'not-yet') return { kind: 'wait', untilMs: now.getTime() + countingMs };
    if (results.kind === 'too-few') return { kind: 'skip', reason: 'too-few-answered' };
    if (!(await ports.answered(id, recipient.personId))) return { kind: 'skip', reason: 'not-answered' };
    return { kind: 'post', card: await results.cardFor(recipient) };
  };
}

/** The cards of a person are the first one and the reminders of it, and what else these passes posted. */
function updateTask(
  ports: DeliveryPorts,
  { id, laterRuns = [] }: Broadcast,
  draw: Draw,
  others: readonly RunId[] = [],
): TaskFor {
  const reminders = laterRuns.map((run) => run.id).filter((run) => run.startsWith('remind'));
  const posted: readonly RunId[] = ['send', ...reminders, ...others];
  return async ({ personId, language }) => {
    const found = await Promise.all(posted.map((run) => sentMessage(ports, id, run, personId)));
    const messages = found.filter((message) => message !== undefined);
    if (messages.length === 0) return { kind: 'skip', reason: 'not-sent' };
    return { kind: 'update', card: await draw(language), messages };
  };
}

async function sentMessage(
  ports: DeliveryPorts,
  broadcastId: string,
  run: RunId,
  personId: string,
): Promise<MessageAddress | undefined> {
  const sent = await ports.deliveries.get(broadcastId, run, personId);
  return sent?.value.state === 'sent' ? sent.value.message : undefined;
}

function forOne({ keyed }: DeliveryPorts, { content }: Broadcast, draw: Draw): Draw {
  const drawn = onceEach(draw);
  const isAnonymous = content.kind === 'prompt' && content.privacy === 'anonymous';
  return isAnonymous ? async (language) => keyed(await drawn(language)) : drawn;
}

function onceEach(draw: Draw): Draw {
  const drawn = new Map<Language, Promise<CardJson>>();
  return (language) => {
    const known = drawn.get(language);
    if (known !== undefined) return known;
    const made = draw(language);
    drawn.set(language, made);
    return made;
  };
}
