import { ownBroadcast } from '../../broadcasts/compose-broadcast.ts';
import type { ActionData } from '../../cards/actions.ts';
import { progressCard } from '../../cards/progress-card.ts';
import { readProgress } from '../../delivery/progress.ts';
import { progressView } from '../progress-view.ts';
import type { KnownTurn, Reply } from '../turn.ts';

/** How far the author's broadcast is. */
export async function replyWithProgress(
  turn: KnownTurn,
  { broadcastId }: ActionData<'broadcast.progress'>,
): Promise<Reply> {
  const broadcast = await ownBroadcast(turn.services.compose, turn.person, broadcastId);
  const progress = await readProgress(turn.services, broadcast.value);
  return { card: progressCard(progressView(progress), turn.words), keep: true };
}
