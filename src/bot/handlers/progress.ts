import { ownBroadcast } from '../../broadcasts/compose-broadcast.ts';
import type { ActionData } from '../../cards/actions.ts';
import { progressCard } from '../../cards/progress-card.ts';
import { newestRun, readProgress } from '../../delivery/progress.ts';
import { alsoInTab } from '../open-in-tab.ts';
import { progressView } from '../progress-view.ts';
import type { CardReply, KnownTurn } from '../turn.ts';

/** How far the author's broadcast is. The stored message is kept up to date by the sender, not from here. */
export async function replyWithProgress(
  turn: KnownTurn,
  { broadcastId }: ActionData<'broadcast.progress'>,
): Promise<CardReply> {
  const broadcast = await ownBroadcast(turn.services.compose, turn.person, broadcastId);
  const progress = await readProgress(turn.services, broadcast.value, newestRun(broadcast.value));
  const card = progressCard(progressView(progress), turn.words);
  return { card: alsoInTab(turn, `broadcasts/${broadcastId}`, card), keep: false };
}
