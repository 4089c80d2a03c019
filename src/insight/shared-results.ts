import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { closesAt, hasClosed } from '../broadcasts/closing.ts';
import { everybody } from './cells.ts';
import type { ResultsPorts } from './read-results.ts';
import { smallestGroup } from './smallest-group.ts';
import type { QuestionTally } from './tally.ts';
import { tallyCell } from './tally-cell.ts';

/** What came of a prompt, for those who answered it. */
export type SharedResults =
  /** It is open, or not everything is counted yet. */
  | { readonly kind: 'not-yet' }
  /** Too few people answered for anything to be said. */
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'shared';
      /** People who answered at all, and how many got the questions. */
      readonly respondents: number;
      readonly reached: number;
      /** By question id; a question that too few answered is not in it. */
      readonly questions: Readonly<Record<string, QuestionTally>>;
    };

/**
 * The figures of everybody, once the prompt has closed and all is counted. They go to colleagues, so a named prompt,
 * whose answers its leads see one by one, says no more here than any other.
 */
export async function readSharedResults(
  ports: Pick<ResultsPorts, 'results' | 'reached' | 'clock'>,
  prompt: Prompt,
): Promise<SharedResults> {
  const snapshot = (await ports.results.snapshots.get(prompt.id))?.value;
  const closedAt = closesAt(prompt).toISOString();
  if (!hasClosed(prompt, ports.clock.now()) || snapshot?.finalFor !== closedAt) return { kind: 'not-yet' };
  const tally = tallyCell(snapshot, prompt.content.questions, everybody);
  if (tally === undefined || tally.respondents < smallestGroup) return { kind: 'too-few' };
  const { reached } = await ports.reached(prompt);
  const enough = Object.entries(tally.questions).filter(([, { answered }]) => answered >= smallestGroup);
  return { kind: 'shared', respondents: tally.respondents, reached, questions: Object.fromEntries(enough) };
}
