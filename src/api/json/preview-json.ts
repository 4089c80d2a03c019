import type { Preview } from '../../broadcasts/compose-broadcast.ts';
import type { Words } from '../../cards/card-texts.ts';
import { contentProblemTexts } from '../../cards/content-problem-texts.ts';
import type { BroadcastJson, PreviewJson } from '../contract/broadcasts.ts';
import type { Fixed } from '../contract/route-types.ts';
import { entityTag } from '../entity-tag.ts';

/** What an author sees before confirming, the problems in their language. */
export function previewJson(
  { version, problems, people, reachable, schedule, promptedLately, needsApproval }: Preview,
  broadcast: Fixed<BroadcastJson>,
  words: Words,
  now: Date,
): Fixed<PreviewJson> {
  const texts = contentProblemTexts(problems, words);
  return {
    broadcast,
    etag: entityTag(version),
    problems: Object.entries(problems).map(([field, problem]) => ({ field, problem, text: texts[field] ?? '' })),
    people,
    reachable,
    schedule,
    startsNow: Date.parse(schedule.startAt) <= now.getTime(),
    promptedLately,
    needsApproval,
  };
}
