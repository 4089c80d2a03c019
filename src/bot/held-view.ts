import type { HeldEntry, HeldView } from '../cards/held-view.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { isAdministrator, type Person } from '../people/person.ts';
import { isErased } from '../responses/response.ts';
import type { PersonalData } from '../rights/personal-data.ts';
import type { BotServices } from './bot-services.ts';

/** What is held about a person, as cards show it. */
export function heldView(
  { areas, contactAddress, rights }: Pick<BotServices, 'areas' | 'contactAddress' | 'rights'>,
  { person, answers, anonymous, messages, written, recorded }: PersonalData,
): HeldView {
  const deliveries = messages.flatMap((message) => message.deliveries).filter(isPost);
  return {
    entry: entryOf(person, areas),
    answers: answers.map(({ prompt: { content }, response }) => ({
      title: content.title,
      privacy: content.privacy,
      questions: content.questions,
      answers: response.answers,
      ...(response.answeredAt === undefined ? {} : { answeredAt: response.answeredAt }),
      ...(response.withdrawn === true ? { gone: isErased(response) ? 'erased' : 'takenBack' } : {}),
    })),
    anonymous: anonymous.map(({ content }) => content.title),
    cards: { meant: deliveries.length, arrived: deliveries.filter(({ state }) => state === 'sent').length },
    written: written.length,
    recorded: recorded.length,
    months: rights.retentionMonths,
    contact: contactAddress,
  };
}

/** Corrections and recalls change a card that was counted already; whoever is skipped gets none. */
function isPost({ run, state }: Delivery): boolean {
  return !run.startsWith('correct') && run !== 'recall' && state !== 'skipped';
}

function entryOf(person: Person, areas: BotServices['areas']): HeldEntry {
  const { name, area, site, role, language, workingTime, reach, duties, prompted } = person;
  const nameOf = (slug: string) => areas.find(slug)?.name ?? { en: slug };
  return {
    area: nameOf(area),
    language,
    reachable: reach.state === 'reachable',
    leads: duties.leads.map(nameOf),
    roadmapOwner: duties.roadmapOwner,
    administrator: isAdministrator(person),
    ...(name === undefined ? {} : { name }),
    ...(site === undefined ? {} : { site }),
    ...(role === undefined ? {} : { role }),
    ...(workingTime === undefined ? {} : { workingTime }),
    ...(prompted === undefined ? {} : { promptedAt: prompted.at }),
  };
}
