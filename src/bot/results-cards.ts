import type { Prompt } from '../broadcasts/broadcast-state.ts';
import type { CardTexts } from '../cards/card-texts.ts';
import { sharedResultsCard } from '../cards/shared-results-card.ts';
import type { DeliveryPorts } from '../delivery/delivery-ports.ts';
import type { SharedResults } from '../insight/shared-results.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import { standingAnswer } from '../responses/stored-answer.ts';

interface Lookups {
  readonly responses: Pick<ResponseStore, 'get'>;
  readonly texts: CardTexts;
  readonly sharedResults: (prompt: Prompt) => Promise<SharedResults>;
}

/**
 * Draws the cards that tell those who answered what came of it. What somebody answered to an anonymous prompt cannot be
 * found by who they are, so their card leads to the one in which they answered.
 */
export function createResultsCards({ responses, texts, sharedResults }: Lookups): DeliveryPorts['resultsCards'] {
  return async (prompt) => {
    const results = await sharedResults(prompt);
    if (results.kind !== 'shared') return results;
    const { id: broadcastId, content } = prompt;
    return {
      kind: 'drawn',
      cardFor: async ({ personId, language }) => {
        const response =
          content.privacy === 'anonymous' ? undefined : standingAnswer(await responses.get(broadcastId, personId));
        const answers = response === undefined ? {} : { answers: response.answers };
        return sharedResultsCard({ broadcastId, content, results, ...answers }, texts.in(language));
      },
    };
  };
}
