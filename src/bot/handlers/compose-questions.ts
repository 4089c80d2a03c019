import { z } from 'zod';
import type { Broadcast } from '../../broadcasts/broadcast.ts';
import { saveDraft } from '../../broadcasts/compose-broadcast.ts';
import {
  emptyQuestion,
  movedUp,
  withoutQuestion,
  withQuestion,
  writtenQuestions,
} from '../../broadcasts/edit-questions.ts';
import type { Question } from '../../broadcasts/question.ts';
import { listBank } from '../../broadcasts/question-bank.ts';
import type { ActionData } from '../../cards/actions.ts';
import { formCard, saveInputs } from '../compose-form.ts';
import type { KnownTurn, Reply } from '../turn.ts';

type Questions = readonly Question[];

/** Saves what was written and offers one question more. */
export async function addQuestion(turn: KnownTurn, data: ActionData<'compose.add-question'>): Promise<Reply> {
  const draft = await saveInputs(turn, data);
  return editing(turn, draft, (questions) => withQuestion(questions, emptyQuestion(questions.length + 1)));
}

const choice = z.looseObject({ bank: z.string().max(200).catch('') });

/** Saves what was written and adds the question that was chosen from the bank; questions left empty give way to it. */
export async function addFromBank(turn: KnownTurn, data: ActionData<'compose.add-from-bank'>): Promise<Reply> {
  const draft = await saveInputs(turn, data);
  const { bank } = choice.parse(data);
  const chosen = listBank().find(({ id }) => id === bank);
  if (chosen === undefined) {
    return { card: formCard(turn, draft, { bank: turn.words.t('composeForm.bankMissing') }), keep: true };
  }
  return editing(turn, draft, (questions) => withQuestion(writtenQuestions(questions), chosen.question));
}

/** Saves what was written and opens another question. */
export async function openQuestion(turn: KnownTurn, data: ActionData<'compose.open-question'>): Promise<Reply> {
  const draft = await saveInputs(turn, data);
  return { card: formCard(turn, draft, {}, data.question), keep: true };
}

/** Saves what was written and moves a question one place up. */
export async function moveQuestion(turn: KnownTurn, data: ActionData<'compose.move-question'>): Promise<Reply> {
  const draft = await saveInputs(turn, data);
  return editing(turn, draft, (questions) => movedUp(questions, data.question), Math.max(1, data.question - 1));
}

/** Saves what was written and takes one question out. */
export async function removeQuestion(turn: KnownTurn, data: ActionData<'compose.remove-question'>): Promise<Reply> {
  const draft = await saveInputs(turn, data);
  return editing(turn, draft, (questions) => withoutQuestion(questions, data.question), Math.max(1, data.question - 1));
}

/** The questions of a template stay as they are. */
async function editing(
  turn: KnownTurn,
  draft: Broadcast,
  edit: (questions: Questions) => Questions,
  open?: number,
): Promise<Reply> {
  const { content } = draft;
  if (content.kind !== 'prompt' || content.template !== undefined) return { card: formCard(turn, draft), keep: true };
  const edited = { ...content, questions: edit(content.questions) };
  const saved = await saveDraft(turn.services.compose, turn.person, draft.id, edited, draft.audience);
  return { card: formCard(turn, saved.value, {}, open), keep: true };
}
