import { needsWelsh, offeredAreas } from '../broadcasts/audience.ts';
import type { Broadcast } from '../broadcasts/broadcast.ts';
import { ownBroadcast, saveDraft } from '../broadcasts/compose-broadcast.ts';
import { listBank } from '../broadcasts/question-bank.ts';
import type { ActionData } from '../cards/actions.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { composeFormCard } from '../cards/compose-form-card.ts';
import type { Problems } from '../cards/problems.ts';
import { readComposeInputs, readRecurrence } from './compose-inputs.ts';
import type { KnownTurn } from './turn.ts';

/** Saves what the form holds, complete or not. Throws what {@link saveDraft} throws. */
export async function saveInputs(turn: KnownTurn, data: ActionData<'compose.preview'>): Promise<Broadcast> {
  const { broadcastId, ...inputs } = data;
  const { compose } = turn.services;
  const draft = await ownBroadcast(compose, turn.person, broadcastId);
  const { content, audience } = readComposeInputs(draft.value, inputs);
  const saved = await saveDraft(compose, turn.person, broadcastId, content, audience, readRecurrence(inputs));
  return saved.value;
}

/** The form of a draft, with what must be mended, and one question open. */
export function formCard(
  turn: KnownTurn,
  { id, content, audience, series }: Broadcast,
  problems: Problems = {},
  open: number | undefined = firstWrong(problems),
): AdaptiveCard {
  const { areas } = turn.services;
  const offered = offeredAreas(turn.person, areas);
  return composeFormCard(
    {
      broadcastId: id,
      content,
      audience,
      areas: areas.all.filter(({ slug }) => offered.areas.includes(slug)),
      mayAll: offered.everybody,
      welshRequired: needsWelsh(audience, areas),
      ownQuestions: content.kind === 'prompt' && content.template === undefined,
      problems,
      bank: listBank(),
      ...(open === undefined ? {} : { open }),
      ...(series === undefined ? {} : { every: series.every }),
    },
    turn.words,
  );
}

/** The number of the first question with which something is wrong. */
function firstWrong(problems: Problems): number | undefined {
  const numbers = Object.keys(problems).flatMap((field) => /^q(\d+)\./.exec(field)?.[1] ?? []);
  return numbers.length === 0 ? undefined : Math.min(...numbers.map(Number));
}
