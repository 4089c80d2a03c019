import type { Broadcast } from '../broadcasts/broadcast.ts';
import { isSentPrompt, type Prompt } from '../broadcasts/broadcast-state.ts';
import type { BroadcastStore } from '../broadcasts/broadcast-store.ts';
import { recentBroadcasts } from '../broadcasts/recent-broadcasts.ts';
import { ProductError } from '../errors/product-error.ts';
import type { AreaList, AreaSlug } from '../people/areas.ts';
import { mayBroadcast, type Person } from '../people/person.ts';
import type { Response } from '../responses/response.ts';
import type { ResponseStore } from '../responses/response-store.ts';
import type { Clock } from '../time/clock.ts';
import { deadlinePassed } from '../time/deadline.ts';
import type { Results, ShownGroup } from './results.ts';
import { showableGroups } from './small-groups.ts';
import { tallyResponses } from './tally-responses.ts';

export interface ResultsPorts {
  readonly broadcasts: BroadcastStore;
  readonly responses: ResponseStore;
  readonly areas: AreaList;
  readonly clock: Clock;
  /** How many people a broadcast was addressed to, and how many of them its card reached. */
  readonly reached: (broadcast: Broadcast) => Promise<{ readonly asked: number; readonly reached: number }>;
}

const pageSize = 1_000;

/**
 * What people answered to a prompt, as far as this person may see it: a roadmap owner and the author see every area
 * asked; another lead sees the areas they lead. In a confidential prompt no group under ten is shown, nor any that
 * would give one away. Throws LeadsOnly, PromptUnknown, and AreaNotAsked for a lead none of whose areas was asked.
 */
export async function readResults(ports: ResultsPorts, reader: Person, broadcastId: string): Promise<Results> {
  if (!mayBroadcast(reader)) throw new ProductError('LeadsOnly');
  const stored = await ports.broadcasts.get(broadcastId);
  if (stored === undefined || !isSentPrompt(stored.value)) throw new ProductError('PromptUnknown');
  const prompt = stored.value;
  const visible = areasVisible(ports.areas, reader, prompt);
  if (visible.length === 0) throw new ProductError('AreaNotAsked');
  const [responses, { asked, reached }] = await Promise.all([allResponses(ports, prompt.id), ports.reached(prompt)]);
  const asking = askedAreas(ports.areas, prompt);
  const byArea = responsesByArea(asking, responses);
  const showable = showableOf(prompt, byArea);
  const group = (shown: boolean, of: readonly Response[]): ShownGroup =>
    shown ? { shown: true, tally: tallyResponses(prompt.content.questions, of) } : { shown: false };
  const areas = visible.map((area) => ({ area, group: group(showable.groups.has(area), byArea.get(area) ?? []) }));
  const everyArea = visible.length === asking.length;
  const areasShown = areas.filter((each) => each.group.shown).length;
  return {
    broadcastId,
    prompt: prompt.content,
    closed: deadlinePassed(prompt.content.deadline, ports.clock.now()),
    asked,
    reached,
    everyArea,
    total: group(showable.total && everyArea, responses),
    areas,
    areasShown,
    areasTooSmall: areas.length - areasShown,
  };
}

/** The prompts of the last twelve months whose results a person may read, newest first. Throws LeadsOnly. */
export async function promptsWithResults(ports: ResultsPorts, reader: Person): Promise<readonly Prompt[]> {
  if (!mayBroadcast(reader)) throw new ProductError('LeadsOnly');
  const broadcasts = await recentBroadcasts(ports.broadcasts, ports.clock, 12);
  return broadcasts.filter(isSentPrompt).filter((prompt) => areasVisible(ports.areas, reader, prompt).length > 0);
}

function areasVisible(areas: AreaList, reader: Person, prompt: Prompt): readonly AreaSlug[] {
  const asked = askedAreas(areas, prompt);
  if (reader.duties.roadmapOwner || prompt.author === reader.id) return asked;
  return asked.filter((area) => reader.duties.leads.includes(area));
}

function askedAreas(areas: AreaList, prompt: Prompt): readonly AreaSlug[] {
  const { areas: asked } = prompt.audience;
  return areas.all.map(({ slug }) => slug).filter((slug) => asked === 'all' || asked.includes(slug));
}

/** An area that is no longer listed counts too: what it adds to the total must not give it away. */
function responsesByArea(
  areas: readonly AreaSlug[],
  responses: readonly Response[],
): ReadonlyMap<AreaSlug, readonly Response[]> {
  const byArea = new Map(areas.map((area): [AreaSlug, Response[]] => [area, []]));
  for (const response of responses) {
    const ofArea = byArea.get(response.area);
    if (ofArea === undefined) byArea.set(response.area, [response]);
    else ofArea.push(response);
  }
  return byArea;
}

function showableOf(prompt: Prompt, byArea: ReadonlyMap<AreaSlug, readonly Response[]>) {
  if (prompt.content.privacy === 'named') return { total: true, groups: new Set(byArea.keys()) };
  return showableGroups(new Map([...byArea].map(([area, responses]) => [area, responses.length])));
}

async function allResponses(ports: ResultsPorts, broadcastId: string): Promise<readonly Response[]> {
  const all: Response[] = [];
  let after: string | undefined;
  do {
    const page = await ports.responses.page(broadcastId, pageSize, after);
    all.push(...page.responses);
    after = page.next;
  } while (after !== undefined);
  return all;
}
