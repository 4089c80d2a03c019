import type { PreviewJson } from '../../api/contract/broadcasts.ts';
import type { Words } from '../words/words.ts';

/** What sending is called: it may start at once, be for later, or need somebody's approval first. Names the people. */
export function sendingWords(
  { needsApproval, startsNow, people }: Pick<PreviewJson, 'needsApproval' | 'startsNow' | 'people'>,
  words: Words,
): { readonly button: string; readonly question: string } {
  const how = needsApproval ? 'approval' : startsNow ? 'now' : 'later';
  const named = { people: words.people(people) };
  return { button: words.t(`compose.send.${how}`, named), question: words.t(`compose.confirm.${how}`, named) };
}
