import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { closesAt } from '../broadcasts/closing.ts';
import { promptsWithResults, readResults } from '../insight/read-results.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { Person } from '../people/person.ts';
import type { ApiServices } from './api-services.ts';
import type { Home, RatePoint } from './contract/home.ts';
import type { Fixed } from './contract/route-types.ts';

/** So many prompts make up the line of an area, the newest ones. */
const mostPrompts = 6;

/**
 * How many people of each area that a lead may see answered the last prompts, of those asked there, the oldest prompt
 * first. It says what the results say: nothing about an area of which too few have answered.
 */
export async function readRates(services: ApiServices, reader: Person): Promise<Fixed<Home['rates']>> {
  const prompts = (await promptsWithResults(services.results, reader)).slice(0, mostPrompts).toReversed();
  const points = (await Promise.all(prompts.map((prompt) => pointsOf(services, reader, prompt)))).flat();
  return services.areas.all.flatMap(({ slug }) => {
    const ofArea = points.filter(({ area }) => area === slug).map(({ point }) => point);
    return ofArea.length === 0 ? [] : [{ area: slug, points: ofArea }];
  });
}

async function pointsOf(
  services: ApiServices,
  reader: Person,
  prompt: Prompt,
): Promise<readonly { readonly area: AreaSlug; readonly point: Fixed<RatePoint> }[]> {
  const { id: broadcastId, content } = prompt;
  const [{ areas }, asked] = await Promise.all([
    readResults(services.results, reader, broadcastId),
    services.askedByArea(prompt),
  ]);
  const about = { broadcastId, title: content.title, closesAt: closesAt(prompt).toISOString() };
  return areas.map(({ area, group }) => {
    const of = asked.get(area) ?? 0;
    const respondents = group.shown ? group.tally.respondents : undefined;
    const rate = respondents === undefined || of === 0 ? undefined : Math.min(1, respondents / of);
    return { area, point: { ...about, asked: of, respondents, rate } };
  });
}
