import { z } from 'zod';
import { approveBroadcast, previewAwaiting } from '../../broadcasts/confirm-broadcast.ts';
import { sendBackToAuthor } from '../../broadcasts/decline-approval.ts';
import type { ActionData } from '../../cards/actions.ts';
import { refusalInput } from '../../cards/approval-actions.ts';
import { startText } from '../../cards/approval-answer-card.ts';
import { approvalPreviewCard } from '../../cards/approval-preview-card.ts';
import { contentProblemTexts } from '../../cards/content-problem-texts.ts';
import { errorNotice, noticeCard } from '../../cards/notice-card.ts';
import { followAgreement, tellOfSendingBack } from '../../delivery/follow-agreement.ts';
import { isProductError } from '../../errors/product-error.ts';
import { agreementView } from '../agreement-view.ts';
import { audienceText, nameOf, startOf } from '../approval-cards.ts';
import { alsoInTab } from '../open-in-tab.ts';
import type { KnownTurn, Reply } from '../turn.ts';

/** Shows a roadmap owner what awaits their approval, as staff will see it. */
export function showAwaiting(turn: KnownTurn, { broadcastId }: ActionData<'approval.show'>): Promise<Reply> {
  return unlessDecided(turn, () => preview(turn, broadcastId));
}

/** Lets exactly what was seen go out; where that has changed, shows what it is now and asks again. */
export function approve(turn: KnownTurn, data: ActionData<'approval.approve'>): Promise<Reply> {
  return unlessDecided(turn, () => approveSeen(turn, data));
}

async function approveSeen(turn: KnownTurn, data: ActionData<'approval.approve'>): Promise<Reply> {
  const { broadcastId, version, people } = data;
  const { compose, queue, clock } = turn.services;
  try {
    const agreed = await approveBroadcast(compose, turn.person, broadcastId, { version, people });
    await followAgreement({ queue, clock }, agreed);
    const { confirmed, schedule } = agreed.broadcast;
    const { startAt } = startOf(turn.services, schedule);
    const count = confirmed?.audienceSize ?? people;
    return done(turn, 'done', { count, start: startText(startAt, turn.words) });
  } catch (error) {
    if (isProductError(error, 'ChangedMeanwhile')) {
      return preview(turn, broadcastId, turn.words.t('approval.changed'));
    }
    if (isProductError(error, 'BroadcastIncomplete')) return preview(turn, broadcastId);
    throw error;
  }
}

const reason = z.looseObject({ [refusalInput]: z.string().catch('') });

/** Gives it back to its author with the reason; without one, asks again. */
export function sendBack(turn: KnownTurn, data: ActionData<'approval.send-back'>): Promise<Reply> {
  return unlessDecided(turn, () => sendBackForReason(turn, data));
}

async function sendBackForReason(turn: KnownTurn, data: ActionData<'approval.send-back'>): Promise<Reply> {
  const { compose, queue, clock } = turn.services;
  const because = String(reason.parse(data)[refusalInput]);
  try {
    const draftAgain = await sendBackToAuthor(compose, turn.person, data.broadcastId, because);
    await tellOfSendingBack({ queue, clock }, draftAgain);
    return done(turn, 'returned', {});
  } catch (error) {
    if (!isProductError(error, 'RefusalReasonMissing') && !isProductError(error, 'TextTooLong')) throw error;
    return preview(turn, data.broadcastId, turn.words.t('error.RefusalReasonMissing.text'));
  }
}

/** What is decided already stays so on the card for good: its buttons lead nowhere any more. */
async function unlessDecided(turn: KnownTurn, act: () => Promise<Reply>): Promise<Reply> {
  try {
    return await act();
  } catch (error) {
    if (!isProductError(error, 'NotAwaitingApproval')) throw error;
    return { card: noticeCard(errorNotice(error.code, {}, turn.words), turn.words), keep: true };
  }
}

async function preview(turn: KnownTurn, broadcastId: string, changed?: string): Promise<Reply> {
  const { services, person, words } = turn;
  const found = await previewAwaiting(services.compose, person, broadcastId);
  const [view, author] = await Promise.all([
    agreementView(services, found, changed),
    nameOf(services, found.broadcast.author, words.t('approval.lead')),
  ]);
  const audience = audienceText(services, found.broadcast, words);
  const problems = contentProblemTexts(found.problems, words);
  const card = approvalPreviewCard({ ...view, author, audience, problems }, words);
  return { card: alsoInTab(turn, `broadcasts/${broadcastId}`, card), keep: true };
}

function done({ words }: KnownTurn, what: 'done' | 'returned', facts: { count?: number; start?: string }): Reply {
  const title = words.t(`approval.${what}Title`);
  const text = words.t(`approval.${what}Text`, facts);
  return { card: noticeCard({ title, text, tone: 'plain', commands: [] }, words), keep: true };
}
