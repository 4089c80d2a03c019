import type { ActionData } from '../../cards/actions.ts';
import { sharedResultsCard } from '../../cards/shared-results-card.ts';
import { ProductError } from '../../errors/product-error.ts';
import { readSharedResults } from '../../insight/shared-results.ts';
import { readPrompt } from '../../responses/answer-prompt.ts';
import type { Reply, Turn } from '../turn.ts';

/**
 * What everybody said, for somebody who answered, with their own answer beside it where their card leads to it. The
 * message keeps the card that it holds: it may have the only key to an anonymous answer.
 */
export async function replyWithSharedResults(
  turn: Turn,
  { broadcastId, key }: ActionData<'prompt.results'>,
): Promise<Reply> {
  const { responses, results: ports, texts } = turn.services;
  const { prompt, asked, response, answeredElsewhere } = await readPrompt(responses, turn.personId, broadcastId, key);
  if (response === undefined && !answeredElsewhere) throw new ProductError('NothingAnswered');
  if (prompt.resultsKept === true) throw new ProductError('ResultsKept');
  const results = await readSharedResults(ports, prompt);
  if (results.kind === 'not-yet') throw new ProductError('ResultsNotReady');
  const card = sharedResultsCard(
    {
      broadcastId,
      content: prompt.content,
      results,
      opened: true,
      ...(response === undefined ? {} : { answers: response.answers }),
      ...(key === undefined ? {} : { key }),
    },
    texts.in(asked.language),
  );
  return { card, keep: false };
}
