import type { Preview } from '../broadcasts/compose-broadcast.ts';
import { minutesToAnswer } from '../cards/minutes-to-answer.ts';
import type { AgreementView } from '../cards/preview-card.ts';
import type { PlannedTime } from '../cards/schedule-section.ts';
import type { BotServices } from './bot-services.ts';
import { broadcastSetting } from './broadcast-view.ts';

/** What somebody who is to agree to a broadcast sees of it; `changed` says what changed since they last looked. */
export async function agreementView(
  services: BotServices,
  { broadcast, people, reachable, version, schedule, promptedLately }: Preview,
  changed?: string,
): Promise<AgreementView & PlannedTime & { readonly broadcastId: string }> {
  const { id, content, series } = broadcast;
  const { texts, clock } = services;
  const [english, welsh] = await Promise.all([
    broadcastSetting(services, broadcast, texts.in('en')),
    broadcastSetting(services, broadcast, texts.in('cy')),
  ]);
  return {
    broadcastId: id,
    content,
    from: { en: english.from, cy: welsh.from },
    minutes: content.kind === 'prompt' ? minutesToAnswer(content.questions) : 1,
    people,
    reachable,
    version,
    schedule,
    startsNow: Date.parse(schedule.startAt) <= clock.now().getTime(),
    promptedLately,
    ...(english.item === undefined ? {} : { item: english.item }),
    ...(series === undefined ? {} : { every: series.every }),
    ...(changed === undefined ? {} : { changed }),
  };
}
