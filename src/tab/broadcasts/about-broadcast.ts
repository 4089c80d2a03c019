import type { BroadcastSummary } from '../../api/contract/broadcasts.ts';
import type { Words } from '../words/words.ts';

/** What is worth knowing of a broadcast in a list: what it is, when it went or goes out, to how many, until when. */
export function sentencesAbout(broadcast: BroadcastSummary, words: Words): readonly string[] {
  const { kind, people, closesAt, closed, state } = broadcast;
  const isWritten = state === 'draft' || state === 'awaiting-approval';
  return [
    words.t(`broadcast.kind.${kind}`),
    whenOf(broadcast, words),
    ...(people === undefined ? [] : [words.people(people)]),
    ...(closesAt === undefined || isWritten
      ? []
      : [words.t(closed === true ? 'broadcast.closedAt' : 'broadcast.closesAt', { moment: words.moment(closesAt) })]),
  ];
}

function whenOf({ state, createdAt, askedAt, startsAt, sentAt, confirmedAt }: BroadcastSummary, words: Words): string {
  if (sentAt !== undefined) return words.t('broadcast.sentAt', { moment: words.moment(sentAt) });
  if (askedAt !== undefined) return words.t('broadcast.askedAt', { moment: words.moment(askedAt) });
  if (state === 'scheduled' && startsAt !== undefined)
    return words.t('broadcast.startsAt', { moment: words.moment(startsAt) });
  if (confirmedAt !== undefined) return words.t('broadcast.confirmedAt', { moment: words.moment(confirmedAt) });
  return words.t('broadcast.startedAt', { moment: words.moment(createdAt) });
}
