import type { ActionData } from '../../cards/actions.ts';
import type { AdaptiveCard } from '../../cards/adaptive-card.ts';
import { eraseCard, erasedCard } from '../../cards/erase-card.ts';
import { heldCard } from '../../cards/held-card.ts';
import { heldTextCard } from '../../cards/held-text-card.ts';
import { personalFile } from '../../files/personal-file.ts';
import { eraseAnswers } from '../../rights/erase-answers.ts';
import { type PersonalData, readPersonalData } from '../../rights/personal-data.ts';
import { record } from '../../rights/record.ts';
import { heldView } from '../held-view.ts';
import { offerFile } from '../offer-file.ts';
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
  if (data.as === 'file') return { card: await offerHeld(turn, held), keep: false };
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

async function offerHeld(turn: KnownTurn, held: PersonalData): Promise<AdaptiveCard> {
  const { services, words } = turn;
  const description = words.t('held.fileDescription');
  const file = { ...personalFile(held, words, services.clock.now()), description };
  const isOffered = await offerFile(turn, { kind: 'held' }, file);
  return heldCard(heldView(services, held), words, words.t(isOffered ? 'held.fileOffered' : 'held.fileNotOffered'));
}
