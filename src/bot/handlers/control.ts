import { needsWelsh } from '../../broadcasts/audience.ts';
import type { Broadcast } from '../../broadcasts/broadcast.ts';
import { ownBroadcast } from '../../broadcasts/compose-broadcast.ts';
import { findContentProblems } from '../../broadcasts/content-problems.ts';
import type { ActionData } from '../../cards/actions.ts';
import { contentProblemTexts } from '../../cards/content-problem-texts.ts';
import { correctCard } from '../../cards/correct-card.ts';
import { reportCard } from '../../cards/report-card.ts';
import { closePrompt } from '../../delivery/change-closing.ts';
import {
  cancelBroadcast,
  correctBroadcast,
  pauseBroadcast,
  recallBroadcast,
  remindOfPrompt,
  resendToFailures,
  resumeBroadcast,
} from '../../delivery/control-broadcast.ts';
import type { ControlPorts } from '../../delivery/controlled-change.ts';
import { keepResults, shareResults } from '../../delivery/keep-results.ts';
import { readProgress } from '../../delivery/progress.ts';
import { notReached } from '../../delivery/report.ts';
import { stopSeries } from '../../delivery/stop-series.ts';
import { ProductError } from '../../errors/product-error.ts';
import type { Person } from '../../people/person.ts';
import { readComposeInputs } from '../compose-inputs.ts';
import { alsoInTab } from '../open-in-tab.ts';
import type { KnownTurn, Reply } from '../turn.ts';
import { replyWithProgress } from './progress.ts';

type About = { readonly broadcastId: string };
type Control = (ports: ControlPorts, by: Person, id: string) => Promise<Broadcast>;

/** Does one thing to a broadcast and answers with its progress card. */
const controlBy =
  (control: Control) =>
  async (turn: KnownTurn, { broadcastId }: About): Promise<Reply> => {
    await control(turn.services.control, turn.person, broadcastId);
    return replyWithProgress(turn, { broadcastId });
  };

export const pause = controlBy(pauseBroadcast);
export const resume = controlBy(resumeBroadcast);
export const cancel = controlBy(cancelBroadcast);
export const resend = controlBy(resendToFailures);
export const remind = controlBy(remindOfPrompt);
export const recall = controlBy(recallBroadcast);
export const closeEarly = controlBy(closePrompt);
export const stopAsking = controlBy(stopSeries);
export const keep = controlBy(keepResults);
export const share = controlBy(shareResults);

/** The form for a correction, filled in with what was sent. */
export async function openCorrection(turn: KnownTurn, { broadcastId }: About): Promise<Reply> {
  const broadcast = await ownBroadcast(turn.services.compose, turn.person, broadcastId);
  return { card: await correctionForm(turn, broadcast.value), keep: false };
}

/** Corrects title and text on every card that was sent; what must be mended first comes back in the form. */
export async function correct(turn: KnownTurn, data: ActionData<'broadcast.correct'>): Promise<Reply> {
  const { broadcastId, ...inputs } = data;
  const { compose, control, areas, clock } = turn.services;
  const { value: broadcast } = await ownBroadcast(compose, turn.person, broadcastId);
  const { content } = readComposeInputs(broadcast, inputs);
  const { title, body } = content;
  const wanted = { ...broadcast, content: { ...broadcast.content, title, body } };
  const found = findContentProblems(wanted.content, broadcast.audience, areas, clock.now());
  const written = Object.fromEntries(Object.entries(found).filter(([field]) => /^(title|body)\./.test(field)));
  if (Object.keys(written).length > 0) {
    const problems = contentProblemTexts(written, turn.words);
    return { card: await correctionForm(turn, wanted, problems), keep: false };
  }
  await correctBroadcast(control, turn.person, broadcastId, { title, body });
  return replyWithProgress(turn, { broadcastId });
}

/** As many as a card can name. */
const mostNamed = 30;

/** Who did not get a broadcast, and why. Throws RecordsRemoved once that is no longer kept. */
export async function replyWithReport(turn: KnownTurn, { broadcastId }: About): Promise<Reply> {
  const { compose, deliveries, people } = turn.services;
  const { value: broadcast } = await ownBroadcast(compose, turn.person, broadcastId);
  if (broadcast.cleared !== undefined) throw new ProductError('RecordsRemoved');
  const progress = await readProgress(turn.services, broadcast);
  const missed = await notReached(deliveries, broadcastId, mostNamed);
  const named = await Promise.all(
    missed.people.map(async ({ personId, reason, attempts }) => {
      const person = await people.get(personId);
      return { name: person?.value.name ?? personId, reason, attempts };
    }),
  );
  const view = { broadcastId, title: broadcast.content.title, people: progress.recipients };
  const card = reportCard({ ...view, notReached: named, total: missed.total }, turn.words);
  return { card: alsoInTab(turn, `broadcasts/${broadcastId}`, card), keep: false };
}

async function correctionForm(turn: KnownTurn, broadcast: Broadcast, problems: Readonly<Record<string, string>> = {}) {
  const { outcome } = await readProgress(turn.services, broadcast);
  const { id, content, audience } = broadcast;
  const welshRequired = needsWelsh(audience, turn.services.areas);
  return correctCard({ broadcastId: id, content, welshRequired, sent: outcome.sent, problems }, turn.words);
}
