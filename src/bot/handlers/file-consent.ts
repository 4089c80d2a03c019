import { z } from 'zod';
import { type NoticeView, noticeCard } from '../../cards/notice-card.ts';
import { isProductError, ProductError } from '../../errors/product-error.ts';
import { personalFile } from '../../files/personal-file.ts';
import type { OfferedFile } from '../../people/person.ts';
import type { FilePlace, UploadResult } from '../../rights/file-sender.ts';
import { declineOffer, takeOffer } from '../../rights/offer-file.ts';
import { readPersonalData } from '../../rights/personal-data.ts';
import { record } from '../../rights/record.ts';
import { refusalCard } from '../refusal-card.ts';
import type { KnownTurn, Turn } from '../turn.ts';
import { askIntroduction } from './introduce.ts';
import { resultsFileFor } from './results-file.ts';

/** The name of the invoke that brings a person's answer to the offer of a file. */
export const fileConsentInvoke = 'fileConsent/invoke';

const text = z.string().min(1).max(400);
const address = z.string().min(1).max(4_000);

const consent = z.looseObject({
  context: z.looseObject({ offer: z.string().max(64) }),
  answer: z.discriminatedUnion('action', [
    z.looseObject({
      action: z.literal('accept'),
      uploadInfo: z.looseObject({
        uploadUrl: address,
        contentUrl: address,
        name: text,
        uniqueId: text,
        fileType: text,
      }),
    }),
    z.looseObject({ action: z.literal('decline') }),
  ]),
});

const uploadTries = 3;

/**
 * Takes a person's answer to the offer of a file. What is put there is what was offered to that very person, whatever the
 * answer says, and what they may see of it by then. Throws ActionMalformed and FileOfferGone.
 */
export async function answerFileOffer(turn: Turn, value: unknown): Promise<void> {
  const parsed = consent.safeParse({ ...asObject(value), answer: value });
  if (!parsed.success) throw new ProductError('ActionMalformed');
  const { context, answer } = parsed.data;
  const { services, personId } = turn;
  const stored = await services.people.get(personId);
  if (stored === undefined) return turn.say(askIntroduction(turn));
  const known: KnownTurn = { ...turn, person: stored.value, words: services.texts.in(stored.value.language) };
  if (answer.action === 'decline') return decline(known, context.offer);
  const file = await takeOffer(services.rights, personId, context.offer);
  if (file === 'again') return;
  services.afterwards(personId, () => refusing(known, () => handOver(known, file, answer.uploadInfo)), turn.log);
}

async function decline(turn: KnownTurn, offerId: string): Promise<void> {
  const { fileOffer } = turn.person;
  const kind = fileOffer?.id === offerId ? fileOffer.file.kind : 'held';
  await declineOffer(turn.services.rights, turn.personId, offerId);
  await takeOfferAway(turn);
  await turn.say(noticeCard(notices.declined[kind](turn), turn.words));
}

/** Somebody who may not see any more what they were offered is told why. */
async function refusing(turn: KnownTurn, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!isProductError(error)) throw error;
    turn.log.info({ code: error.code }, 'file refused');
    await takeOfferAway(turn);
    await turn.say(await refusalCard(turn, error));
  }
}

async function handOver(turn: KnownTurn, file: OfferedFile, place: FilePlace): Promise<void> {
  const { services, personId: who, chat, words, log } = turn;
  const result = await upload(turn, place, await contentOf(turn, file));
  await takeOfferAway(turn);
  if (result !== 'uploaded') {
    log.warn({ result }, 'file not uploaded');
    return turn.say(noticeCard(notices.failed[file.kind](turn), words));
  }
  if (file.kind === 'held') {
    await record(services.rights, { who, what: 'person.exported', about: who, facts: { as: 'file' } });
  }
  const shown = await services.files.show(chat, place);
  if (shown.kind !== 'sent') log.warn({ result: shown.kind }, 'uploaded file not shown');
}

async function contentOf(turn: KnownTurn, file: OfferedFile): Promise<Uint8Array> {
  const { services, personId, words } = turn;
  if (file.kind === 'results') return (await resultsFileFor(turn, file.broadcastId, file.format)).content;
  return personalFile(await readPersonalData(services.rights, personId), words, services.clock.now()).content;
}

async function upload({ services }: KnownTurn, place: FilePlace, content: Uint8Array): Promise<UploadResult> {
  for (let attempt = 1; ; attempt += 1) {
    const result = await services.files.upload(place, content);
    if (result !== 'no-answer' || attempt === uploadTries) return result;
  }
}

/** The card that offered the file stays in the chat where Teams does not let us remove it. */
async function takeOfferAway({ services, message, log }: KnownTurn): Promise<void> {
  if (message === undefined) return;
  const result = await services.files.takeBack(message);
  if (result.kind !== 'sent') log.warn({ result: result.kind }, 'offer of a file not removed');
}

type Notice = (turn: KnownTurn) => NoticeView;

const notices: Readonly<Record<'declined' | 'failed', Readonly<Record<OfferedFile['kind'], Notice>>>> = {
  declined: { held: notice('fileDeclined', 'held'), results: notice('resultsFileDeclined', 'results') },
  failed: { held: notice('fileFailed', 'held'), results: notice('resultsFileFailed', 'results') },
};

function notice(
  key: 'fileDeclined' | 'fileFailed' | 'resultsFileDeclined' | 'resultsFileFailed',
  command: 'held' | 'results',
): Notice {
  const tone = key.endsWith('Failed') ? 'attention' : 'plain';
  return ({ words }) => ({
    title: words.t(`notice.${key}.title`),
    text: words.t(`notice.${key}.text`),
    tone,
    commands: [command],
  });
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
