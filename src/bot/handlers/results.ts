import type { ActionData } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { allAreas, resultsCard } from '../../cards/results-card.ts';
import { resultsListCard } from '../../cards/results-list-card.ts';
import { promptsWithResults, readResults } from '../../insight/read-results.ts';
import type { Results } from '../../insight/results.ts';
import type { GroupTally } from '../../insight/tally.ts';
import { deadlinePassed } from '../../time/deadline.ts';
import type { KnownTurn, Reply } from '../turn.ts';

/** The prompts whose results a lead may read. */
export async function showResultsList(turn: KnownTurn): Promise<AdaptiveCard> {
  const { results: ports, clock } = turn.services;
  const prompts = await promptsWithResults(ports, turn.person);
  const entries = prompts.map(({ id, content }) => ({
    broadcastId: id,
    title: content.title,
    deadline: content.deadline,
    closed: deadlinePassed(content.deadline, clock.now()),
  }));
  return resultsListCard({ prompts: entries }, turn.words);
}

/** What people answered, of every area that the reader may see or of one. */
export async function replyWithResults(turn: KnownTurn, data: ActionData<'results.show'>): Promise<Reply> {
  const results = await readResults(turn.services.results, turn.person, data.broadcastId);
  const wanted = data.area === allAreas ? undefined : results.areas.find(({ area }) => area === data.area)?.area;
  const area = wanted ?? (results.everyArea ? undefined : results.areas[0]?.area);
  const names = results.prompt.privacy === 'named' ? await commenters(turn, results) : undefined;
  const view = { results, areas: turn.services.areas };
  const card = resultsCard(
    { ...view, ...(area === undefined ? {} : { area }), ...(names === undefined ? {} : { names }) },
    turn.words,
  );
  return { card, keep: false };
}

async function commenters(turn: KnownTurn, results: Results): Promise<Readonly<Record<string, string>>> {
  const groups = [results.total, ...results.areas.map(({ group }) => group)];
  const ids = new Set(groups.flatMap((group) => (group.shown ? authorsOf(group.tally) : [])));
  const people = await Promise.all([...ids].map((id) => turn.services.people.get(id)));
  return Object.fromEntries(
    people.flatMap((stored) => (stored?.value.name ? [[stored.value.id, stored.value.name]] : [])),
  );
}

function authorsOf({ questions }: GroupTally): readonly string[] {
  return Object.values(questions).flatMap((tally) =>
    tally.kind === 'free-text' ? tally.comments.map(({ personId }) => personId) : [],
  );
}
