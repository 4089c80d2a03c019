import { offeredAreas } from '../../broadcasts/audience.ts';
import type { AreaList } from '../../people/areas.ts';
import { type Duties, isAdministrator, mayBroadcast, type Person } from '../../people/person.ts';
import type { DutiesJson, Me } from '../contract/me.ts';
import type { PersonSummary } from '../contract/people.ts';
import type { Fixed } from '../contract/route-types.ts';

/** Who is signed in, with what the tab may offer them. */
export function meJson(person: Person, areas: AreaList): Fixed<Me> {
  const { id, name, area, site, role, language, duties, reach } = person;
  const reads = duties.roadmapOwner || isAdministrator(person);
  const offered = offeredAreas(person, areas);
  return {
    id,
    name,
    area,
    site,
    role,
    language,
    duties: dutiesJson(duties),
    may: {
      broadcast: mayBroadcast(person),
      broadcastToAll: offered.everybody,
      editRoadmap: duties.roadmapOwner,
      seePeople: reads,
      changePeople: isAdministrator(person),
    },
    sendsTo: offered.areas,
    reachable: reach.state === 'reachable',
  };
}

/** A person as those see them who keep the directory: without their chat and their working time. */
export function personJson({ id, name, area, site, role, language, duties, reach }: Person): Fixed<PersonSummary> {
  return {
    id,
    name,
    area,
    site,
    role,
    language,
    duties: dutiesJson(duties),
    reachable: reach.state === 'reachable',
    unreachableBecause: reach.state === 'unreachable' ? reach.reason : undefined,
  };
}

function dutiesJson({ leads, roadmapOwner, administrator = false }: Duties): Fixed<DutiesJson> {
  return { leads, roadmapOwner, administrator };
}
