import { z } from 'zod';
import { offeredAreas, requireAudience } from '../../broadcasts/audience.ts';
import type { Audience, BroadcastContent, SendingWish } from '../../broadcasts/broadcast.ts';
import {
  discardDraft,
  ownBroadcast,
  type Preview,
  previewBroadcast,
  requireDraft,
  startDraft,
  wishSending,
} from '../../broadcasts/compose-broadcast.ts';
import { confirmBroadcast } from '../../broadcasts/confirm-broadcast.ts';
import { emptyQuestion } from '../../broadcasts/edit-questions.ts';
import { listTemplates } from '../../broadcasts/templates.ts';
import { type ActionData, actionData } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { composeStartCard, templateKind } from '../../cards/compose-start-card.ts';
import { contentProblemTexts } from '../../cards/content-problem-texts.ts';
import { noticeCard } from '../../cards/notice-card.ts';
import { previewCard } from '../../cards/preview-card.ts';
import { followAgreement } from '../../delivery/follow-agreement.ts';
import { isProductError, ProductError } from '../../errors/product-error.ts';
import { mayBroadcast } from '../../people/person.ts';
import { defaultDeadline } from '../../time/working-days.ts';
import { agreementView } from '../agreement-view.ts';
import { formCard, saveInputs } from '../compose-form.ts';
import { alsoInTab } from '../open-in-tab.ts';
import { updateMessage } from '../say.ts';
import type { KnownTurn, Reply } from '../turn.ts';
import { replyWithProgress } from './progress.ts';

type Problems = Readonly<Record<string, string>>;

/** Asks a lead what to send. Throws LeadsOnly for everybody else. */
export async function startComposing(turn: KnownTurn): Promise<AdaptiveCard> {
  if (!mayBroadcast(turn.person)) throw new ProductError('LeadsOnly');
  return startCard(turn);
}

const { itemId } = actionData['roadmap.item'].shape;
const start = z.looseObject({
  kind: z.string().max(100).nullish(),
  itemId: z.union([itemId, z.literal('')]).nullish(),
});

/** Opens the form for what was chosen, with a draft that keeps whatever is written from here on. */
export async function openComposeForm(turn: KnownTurn, data: Readonly<Record<string, unknown>>): Promise<Reply> {
  const said = start.safeParse(data);
  const content = said.success ? skeleton(turn, said.data.kind ?? '', said.data.itemId ?? '') : undefined;
  if (content === undefined) {
    return { card: await startCard(turn, { kind: turn.words.t('composeStart.kindMissing') }), keep: false };
  }
  const offered = offeredAreas(turn.person, turn.services.areas);
  const audience: Audience = { areas: offered.everybody ? 'all' : offered.areas };
  const draft = await startDraft(turn.services.compose, turn.person, content, audience);
  return { card: formCard(turn, draft.value), keep: true };
}

/** Saves what was written and shows it as staff will see it, or what must be mended first. */
export async function previewComposed(turn: KnownTurn, data: ActionData<'compose.preview'>): Promise<Reply> {
  const draft = await saveInputs(turn, data);
  return previewOrForm(turn, draft.id);
}

/** Back to the form. */
export async function editComposed(turn: KnownTurn, { broadcastId }: ActionData<'compose.edit'>): Promise<Reply> {
  const draft = await ownBroadcast(turn.services.compose, turn.person, broadcastId);
  requireDraft(draft.value);
  return { card: formCard(turn, draft.value), keep: true };
}

/**
 * Sends exactly what was previewed; where that has changed or is too late, shows what it is now and asks again. The
 * message becomes the progress card before the work is queued, so that no later progress can be overwritten by this
 * first one.
 */
export async function confirmSending(turn: KnownTurn, data: ActionData<'compose.send'>): Promise<Reply> {
  const { broadcastId, version, people } = data;
  const { compose, queue, clock } = turn.services;
  try {
    const seen = { version, people };
    await requireOwnAreas(turn, broadcastId);
    const agreed = await confirmBroadcast(compose, turn.person, broadcastId, seen, turn.message);
    const reply = await replyWithProgress(turn, { broadcastId });
    if (!agreed.fresh) return reply;
    if (turn.message !== undefined) await updateMessage(turn, turn.message, reply.card);
    await followAgreement({ queue, clock }, agreed);
    return reply;
  } catch (error) {
    if (!isProductError(error, 'ChangedMeanwhile') && !isProductError(error, 'BroadcastIncomplete')) throw error;
    return previewOrForm(turn, broadcastId, turn.words.t('preview.changed'));
  }
}

/** What needs approval is written, and asked for, in the tab. */
async function requireOwnAreas(turn: KnownTurn, broadcastId: string): Promise<void> {
  const { value } = await ownBroadcast(turn.services.compose, turn.person, broadcastId);
  if (value.state === 'draft') requireAudience(turn.person, value.audience, turn.services.areas);
}

const chosenTime = z.looseObject({
  'when.date': z.string().max(20).catch(''),
  'when.time': z.string().max(20).catch(''),
});
const urgency = z.looseObject({ 'urgent.because': z.string().catch('') });

/** Lets the broadcast go out at a time that the author chose, and shows the preview with it. */
export async function sendAtTime(turn: KnownTurn, data: ActionData<'compose.at'>): Promise<Reply> {
  const { 'when.date': date, 'when.time': time } = chosenTime.parse(data);
  return wish(turn, data.broadcastId, { kind: 'at', date, time: time.slice(0, 5) });
}

/** Lets the broadcast go out in the next sending hours. */
export async function sendInNextHours(turn: KnownTurn, data: ActionData<'compose.next-hours'>): Promise<Reply> {
  return wish(turn, data.broadcastId, { kind: 'next-hours' });
}

/** Lets the broadcast go out at once, whatever the hour; for a roadmap owner who says why. */
export async function sendUrgently(turn: KnownTurn, data: ActionData<'compose.urgent'>): Promise<Reply> {
  return wish(turn, data.broadcastId, { kind: 'urgent', because: urgency.parse(data)['urgent.because'] });
}

/** Keeps the wish and shows the preview; one that cannot be granted is explained on the preview. */
async function wish(turn: KnownTurn, broadcastId: string, wanted: SendingWish): Promise<Reply> {
  const { compose } = turn.services;
  try {
    await wishSending(compose, turn.person, broadcastId, wanted);
  } catch (error) {
    if (
      !isProductError(error) ||
      !['SendingTimeWrong', 'OwnerOnly', 'ReasonMissing', 'TextTooLong'].includes(error.code)
    ) {
      throw error;
    }
    return previewOrForm(turn, broadcastId, turn.words.t(`error.${error.code}.text`));
  }
  return previewOrForm(turn, broadcastId);
}

/** Throws the draft away. */
export async function discardComposed(turn: KnownTurn, { broadcastId }: ActionData<'compose.discard'>): Promise<Reply> {
  await discardDraft(turn.services.compose, turn.person, broadcastId);
  const title = turn.words.t('notice.discarded.title');
  const text = turn.words.t('notice.discarded.text');
  return { card: noticeCard({ title, text, tone: 'plain', commands: ['broadcast'] }, turn.words), keep: true };
}

async function startCard(turn: KnownTurn, problems: Problems = {}): Promise<AdaptiveCard> {
  const items = await turn.services.roadmap.list();
  return composeStartCard({ templates: listTemplates(), items, problems }, turn.words);
}

function skeleton(turn: KnownTurn, kind: string, itemId: string): BroadcastContent | undefined {
  const about = itemId === '' ? {} : { itemId };
  if (kind === 'update') return { kind: 'update', title: { en: '' }, body: { en: '' }, ...about };
  const prompt = {
    kind: 'prompt',
    privacy: 'confidential',
    deadline: defaultDeadline(turn.services.clock.now()),
    ...about,
  } as const;
  if (kind === 'prompt') return { ...prompt, title: { en: '' }, body: { en: '' }, questions: [emptyQuestion(1)] };
  const template = listTemplates().find(({ id }) => `${templateKind}${id}` === kind);
  if (template === undefined) return undefined;
  const { id, title, body, questions } = template;
  return { ...prompt, title, body, questions, template: id };
}

async function previewOrForm(turn: KnownTurn, broadcastId: string, changed?: string): Promise<Reply> {
  const preview = await previewBroadcast(turn.services.compose, turn.person, broadcastId);
  const problems = contentProblemTexts(preview.problems, turn.words);
  if (Object.keys(problems).length > 0) return { card: formCard(turn, preview.broadcast, problems), keep: true };
  return { card: await showPreview(turn, preview, changed), keep: true };
}

async function showPreview(turn: KnownTurn, preview: Preview, changed?: string): Promise<AdaptiveCard> {
  const view = await agreementView(turn.services, preview, changed);
  const card = previewCard({ ...view, mayBeUrgent: turn.person.duties.roadmapOwner }, turn.words);
  return alsoInTab(turn, `compose/${view.broadcastId}`, card);
}
