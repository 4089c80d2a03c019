import type { ActionData } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { eraseCard, erasedCard } from '../../cards/erase-card.ts';
import { heldCard } from '../../cards/held-card.ts';
import { heldTextCard } from '../../cards/held-text-card.ts';
import { repeated } from '../../delivery/repeated-call.ts';
import { personalFile } from '../../files/personal-file.ts';
import { eraseAnswers } from '../../rights/erase-answers.ts';
import { noteOffer } from '../../rights/offer-file.ts';
import { type PersonalData, readPersonalData } from '../../rights/personal-data.ts';
import { record } from '../../rights/record.ts';
import { heldView } from '../held-view.ts';
import type { KnownTurn, Reply } from '../turn.ts';

/** What is held about the person. */
export async function showHeld(turn: KnownTurn): Promise<AdaptiveCard> {
  return heldCard(heldView(turn.services, await dataOf(turn)), turn.words);
}

export async function replyWithHeld(turn: KnownTurn): Promise<Reply> {
  return { card: await showHeld(turn), keep: false };
}

/** The same in full: as text in the card, or as a file that is offered in the chat. */
export async function exportHeld(turn: KnownTurn, data: ActionData<'held.export'>): Promise<Reply> {
  const held = await dataOf(turn);
  if (data.as === 'file') return { card: await offerFile(turn, held), keep: false };
  const { personId: who } = turn;
  await record(turn.services.rights, { who, what: 'person.exported', about: who, facts: { as: 'text' } });
  return { card: heldTextCard(heldView(turn.services, held), turn.words), keep: false };
}

/** Asks whether the person's answers shall be erased. */
export async function askToErase(turn: KnownTurn): Promise<Reply> {
  return { card: eraseCard(heldView(turn.services, await dataOf(turn)), turn.words), keep: false };
}

/** Erases them. Doing it again finds nothing more. */
export async function eraseHeld(turn: KnownTurn): Promise<Reply> {
  const { answers } = await eraseAnswers(turn.services.rights, turn.personId);
  return { card: erasedCard(answers, turn.words), keep: true };
}

function dataOf({ services, personId }: KnownTurn): Promise<PersonalData> {
  return readPersonalData(services.rights, personId);
}

async function offerFile(
  { services, personId, chat, words, log }: KnownTurn,
  held: PersonalData,
): Promise<AdaptiveCard> {
  const { name, content } = personalFile(held, words, services.clock.now());
  const id = await noteOffer(services.rights, personId);
  const description = words.t('held.fileDescription');
  const offer = { id, name, description, sizeInBytes: content.byteLength };
  const result = await repeated(() => services.files.offer(chat, offer));
  if (result.kind !== 'sent') log.warn({ result: result.kind }, 'file not offered');
  const note = words.t(result.kind === 'sent' ? 'held.fileOffered' : 'held.fileNotOffered');
  return heldCard(heldView(services, held), words, note);
}
