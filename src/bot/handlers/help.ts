import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { helpCard } from '../../cards/help-card.ts';
import { mayBroadcast } from '../../people/person.ts';
import type { KnownTurn } from '../turn.ts';

/** Says what can be asked for. */
export async function showHelp({ person, words }: KnownTurn): Promise<AdaptiveCard> {
  return helpCard({ mayBroadcast: mayBroadcast(person) }, words);
}
