import { dimensions, type Profile, type Response } from '../responses/response.ts';
import { type Change, changeIn } from './changes.ts';
import { formGroups, type GroupRules } from './form-groups.ts';

/** Those of one label who move together in the figures of one question. */
export interface DecidedMove {
  readonly question: string;
  readonly label: Profile;
  readonly changes: readonly Change[];
}

/** A move of more people is made in parts, so that none is too large for one batch. */
const mostInMove = 1_000;

/**
 * Who is counted now, of the responses that the figures do not hold as they are, in random order. Whoever was not
 * counted is counted in a group with others (see `formGroups`). Those who changed their answer move under the label that
 * they were counted with, together with others of that label: at least `smallest` of them bring an answer that is new to
 * the figures. Those who leave bring none, so they only ever go along.
 *
 * So the latest of any published figures that somebody puts together, in whatever way, always holds the answers of at
 * least `smallest` people that are in none before it.
 */
export function decideMoves(
  questions: readonly string[],
  uncounted: readonly Response[],
  rules: GroupRules,
): readonly DecidedMove[] {
  return questions
    .flatMap((question) => movesOf(question, uncounted, rules))
    .toSorted((one, other) => (nameOf(one.label) < nameOf(other.label) ? -1 : 1));
}

function movesOf(question: string, uncounted: readonly Response[], rules: GroupRules): readonly DecidedMove[] {
  const changes = uncounted.map((response) => changeIn(response, question)).filter((change) => change !== undefined);
  const joining = changes.filter((change) => change.kind === 'joins');
  const groups = formGroups(joining, rules).map(({ label, members }) => ({ label, changes: members }));
  const others = changes.flatMap((change) =>
    change.kind === 'joins' ? [] : [{ label: change.label, changes: [change] }],
  );
  const byLabel = Map.groupBy([...groups, ...others], ({ label }) => nameOf(label));
  return [...byLabel.values()].flatMap((parts) => {
    const [first] = parts;
    const together = parts.flatMap(({ changes: ofPart }): readonly Change[] => ofPart);
    return first !== undefined && mayMove(together, rules) ? inParts(question, first.label, together) : [];
  });
}

function mayMove(changes: readonly Change[], { smallest }: GroupRules): boolean {
  return smallest === 1 || changes.filter(isNew).length >= smallest;
}

function isNew({ kind }: Change): boolean {
  return kind !== 'leaves';
}

/** Those who leave go along with the first part. */
function inParts(question: string, label: Profile, changes: readonly Change[]): readonly DecidedMove[] {
  const news = changes.filter(isNew);
  const parts = Math.max(1, Math.ceil(news.length / mostInMove));
  return Array.from({ length: parts }, (_, part) => ({
    question,
    label,
    changes: [
      ...news.slice(Math.floor((part * news.length) / parts), Math.floor(((part + 1) * news.length) / parts)),
      ...(part === 0 ? changes.filter((change) => !isNew(change)) : []),
    ],
  }));
}

function nameOf(label: Profile): string {
  return JSON.stringify(dimensions.map((dimension) => label[dimension] ?? null));
}
