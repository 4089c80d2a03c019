import type { Audience, BroadcastContent, Recurrence } from '../broadcasts/broadcast.ts';
import { most } from '../broadcasts/content-problems.ts';
import type { BankQuestion } from '../broadcasts/question-bank.ts';
import type { Area } from '../people/areas.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { goButton, sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { audienceInput, deadlineInputs, privacyInput, recurrenceInput, writtenInputs } from './compose-inputs.ts';
import { ownQuestions, templateQuestions } from './compose-questions.ts';
import { fieldName } from './content-problem-texts.ts';
import { type Problems, problemSummary } from './problems.ts';
import { bankButton } from './question-bank-button.ts';
import { group, heading, hint, paragraph } from './text-blocks.ts';

export interface ComposeFormView {
  readonly broadcastId: string;
  /** The draft as it is; a prompt may have no questions yet. */
  readonly content: BroadcastContent;
  readonly audience: Audience;
  /** The areas that the author may send to. */
  readonly areas: readonly Area[];
  /** Whether the author may send to everybody. */
  readonly mayAll: boolean;
  /** Whether the audience needs both languages. */
  readonly welshRequired: boolean;
  /** Whether the author writes the questions; otherwise they come from a template and are shown as text. */
  readonly ownQuestions: boolean;
  /** The number of the question that is open, where there are too many to fill in at once; the last when absent. */
  readonly open?: number;
  /** How often it is asked; once when absent. */
  readonly every?: Recurrence;
  /** The questions that the author may take as they are. */
  readonly bank?: readonly BankQuestion[];
  /** By input id. */
  readonly problems?: Problems;
}

/** The form in which an author writes an update or a prompt. */
export function composeFormCard(view: ComposeFormView, words: Words): AdaptiveCard {
  const { content } = view;
  const body = formBody(view, words);
  return cardFrame(words, {
    title: words.t(content.kind === 'update' ? 'composeForm.titleUpdate' : 'composeForm.titlePrompt'),
    body: view.ownQuestions ? body.map(withoutClientChecks) : body,
    actions: formActions(view, words),
  });
}

/**
 * The same without what a client checks before it lets a button be pressed: a question can then be added or moved
 * before everything else is written. What is missing is said when the author wants to see the card.
 */
function withoutClientChecks(element: CardElement): CardElement {
  const { isRequired: _required, errorMessage: _message, ...rest } = element;
  const { items } = rest;
  return Array.isArray(items) ? { ...rest, items: items.map(withoutClientChecks) } : rest;
}

function formBody(view: ComposeFormView, words: Words): readonly CardElement[] {
  const { content, problems } = view;
  return [
    ...problemSummary(withFieldNames(problems, words), words),
    paragraph(words.t('composeForm.intro'), { spacing: 'Small' }),
    group([paragraph(words.t('composeForm.noNames'))], { style: 'emphasis', spacing: 'Medium' }),
    audienceInput(view, words),
    ...writtenInputs(content, problems, view.welshRequired, words),
    ...(content.kind === 'prompt'
      ? [
          questionSection(view, words),
          group(
            [
              privacyInput(content, problems, words),
              ...deadlineInputs(content, problems, words),
              recurrenceInput(view.every, words),
            ],
            { spacing: 'Large', separator: true },
          ),
        ]
      : []),
  ];
}

function withFieldNames(problems: Problems | undefined, words: Words): Problems {
  const named = Object.entries(problems ?? {}).map(([field, text]) => [
    field,
    words.t('contentProblem.line', { field: fieldName(field, words), text }),
  ]);
  return Object.fromEntries(named);
}

function questionSection(view: ComposeFormView, words: Words): CardElement {
  const { broadcastId, content, problems, open, bank = [] } = view;
  const questions = content.kind === 'prompt' ? content.questions : [];
  const mayAdd = view.ownQuestions && questions.length < most.questions;
  const buttons = [
    sendButton('compose.add-question', words.t('composeForm.addQuestion'), { broadcastId }),
    ...(bank.length > 0 ? [bankButton({ broadcastId, bank }, words)] : []),
  ];
  return group(
    [
      heading(words.t('composeForm.questions'), { spacing: 'None' }),
      ...(view.ownQuestions
        ? ownQuestions({ broadcastId, questions, problems, open }, words)
        : [hint(words.t('composeForm.templateQuestions')), ...templateQuestions(questions, words)]),
      ...(mayAdd ? [{ type: 'ActionSet', spacing: 'Medium', actions: buttons }] : []),
    ],
    { spacing: 'Large', separator: true },
  );
}

function formActions({ broadcastId }: ComposeFormView, words: Words): readonly CardAction[] {
  return [
    sendButton('compose.preview', words.t('composeForm.preview'), { broadcastId }, { style: 'positive' }),
    goButton('compose.discard', words.t('composeForm.discard'), { broadcastId }),
  ];
}
