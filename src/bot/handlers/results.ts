import { hasClosed } from '../../broadcasts/closing.ts';
import type { ActionData } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { resultsCard } from '../../cards/results-card.ts';
import { allAreas, comparedBy } from '../../cards/results-filter.ts';
import { resultsListCard } from '../../cards/results-list-card.ts';
import { promptsWithResults, readResults } from '../../insight/read-results.ts';
import { alsoInTab } from '../open-in-tab.ts';
import type { KnownTurn, Reply } from '../turn.ts';
import { namesOf } from './comments.ts';

/** The prompts whose results a lead may read. */
export async function showResultsList(turn: KnownTurn): Promise<AdaptiveCard> {
  const { results: ports, clock } = turn.services;
  const prompts = await promptsWithResults(ports, turn.person);
  const entries = prompts.map((prompt) => ({
    broadcastId: prompt.id,
    title: prompt.content.title,
    deadline: prompt.content.deadline,
    closed: hasClosed(prompt, clock.now()),
  }));
  return alsoInTab(turn, 'results', resultsListCard({ prompts: entries }, turn.words));
}

/**
 * What people answered, of every area that the reader may see or of one, together or compared with one another. `note` is
 * what just happened.
 */
export async function replyWithResults(
  turn: KnownTurn,
  data: ActionData<'results.show'>,
  note?: string,
): Promise<Reply> {
  const area = data.area === allAreas ? undefined : (data.area ?? undefined);
  const results = await readResults(turn.services.results, turn.person, data.broadcastId, { area });
  const by = comparedBy.find((each) => each === data.by);
  const comments = Object.values(results.comments).flatMap((page) => page.comments);
  const card = resultsCard(
    {
      results,
      areas: turn.services.areas,
      names: await namesOf(turn, comments),
      ...(results.area === undefined ? {} : { area: results.area }),
      ...(by === undefined ? {} : { by }),
      ...(note === undefined ? {} : { note }),
    },
    turn.words,
  );
  return { card: alsoInTab(turn, `results/${data.broadcastId}`, card), keep: false };
}
