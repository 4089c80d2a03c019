import type { Broadcast } from '../broadcasts/broadcast.ts';
import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import { approvedCard, sentBackCard } from '../cards/approval-answer-card.ts';
import { approvalRequestCard } from '../cards/approval-request-card.ts';
import type { Words } from '../cards/card-texts.ts';
import { withTabButton } from '../cards/open-in-tab.ts';
import type { ApprovalNews } from '../delivery/work-queue.ts';
import type { Person } from '../people/person.ts';
import type { Versioned } from '../storage/versioned.ts';
import type { BotServices } from './bot-services.ts';

type Lookups = Pick<BotServices, 'people' | 'areas' | 'clock' | 'texts' | 'tabLinks'>;

/** The card that tells a person what is new about the approval of a broadcast. */
export async function approvalCard(
  lookups: Lookups,
  stored: Versioned<Broadcast>,
  news: ApprovalNews,
  reader: Person,
): Promise<AdaptiveCard> {
  const words = lookups.texts.in(reader.language);
  const page = `${news === 'sent-back' ? 'compose' : 'broadcasts'}/${stored.value.id}`;
  return withTabButton(await drawn(lookups, stored, news, words), lookups.tabLinks?.(page, reader.id), words);
}

async function drawn(
  lookups: Lookups,
  { value: broadcast, etag: version }: Versioned<Broadcast>,
  news: ApprovalNews,
  words: Words,
): Promise<AdaptiveCard> {
  const { id: broadcastId, content, approval, sentBack, confirmed, schedule } = broadcast;
  const { title, kind } = content;
  switch (news) {
    case 'asked': {
      const author = await nameOf(lookups, broadcast.author, words.t('approval.lead'));
      const audience = audienceText(lookups, broadcast, words);
      const { people = 0, askedAt = broadcast.createdAt } = approval ?? {};
      return approvalRequestCard({ broadcastId, version, people, kind, title, author, audience, askedAt }, words);
    }
    case 'approved': {
      const by = await nameOf(lookups, approval?.given?.by, words.t('approval.owner'));
      const people = confirmed?.audienceSize ?? 0;
      return approvedCard({ broadcastId, title, by, people, ...startOf(lookups, schedule) }, words);
    }
    case 'sent-back': {
      const by = await nameOf(lookups, sentBack?.by, words.t('approval.owner'));
      return sentBackCard({ title, by, because: sentBack?.because ?? '' }, words);
    }
  }
}

/** When a broadcast that was just approved goes out, unless that is at once. */
export function startOf({ clock }: Pick<Lookups, 'clock'>, schedule: Broadcast['schedule']): { startAt?: string } {
  const { startAt } = schedule ?? {};
  return startAt === undefined || Date.parse(startAt) <= clock.now().getTime() ? {} : { startAt };
}

/** The name of a person, where the directory has one. */
export async function nameOf(
  { people }: Pick<Lookups, 'people'>,
  personId: string | undefined,
  otherwise: string,
): Promise<string> {
  if (personId === undefined) return otherwise;
  return (await people.get(personId))?.value.name ?? otherwise;
}

/** The areas that a broadcast is for, in words. */
export function audienceText({ areas }: Pick<Lookups, 'areas'>, { audience }: Broadcast, words: Words): string {
  if (audience.areas === 'all') return words.t('composeForm.everybody');
  return audience.areas.map((slug) => words.of(areas.find(slug)?.name ?? { en: slug })).join(', ');
}
