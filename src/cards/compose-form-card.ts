import type { Audience, BroadcastContent } from '../broadcasts/broadcast.ts';
import type { Area } from '../people/areas.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { goButton, sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { audienceInput, deadlineInputs, privacyInput, writtenInputs } from './compose-inputs.ts';
import { ownQuestionInputs, templateQuestions } from './compose-questions.ts';
import { fieldName } from './content-problem-texts.ts';
import { type Problems, problemSummary } from './problems.ts';
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
  /** By input id. */
  readonly problems?: Problems;
}

/** How many questions of their own an author may ask at once. */
export const ownQuestionLimit = 3;

/** The form in which an author writes an update or a prompt. */
export function composeFormCard(view: ComposeFormView, words: Words): AdaptiveCard {
  const { content, problems } = view;
  return cardFrame(words, {
    title: words.t(content.kind === 'update' ? 'composeForm.titleUpdate' : 'composeForm.titlePrompt'),
    body: [
      ...problemSummary(withFieldNames(problems, words), words),
      paragraph(words.t('composeForm.intro'), { spacing: 'Small' }),
      group([paragraph(words.t('composeForm.noNames'))], { style: 'emphasis', spacing: 'Medium' }),
      audienceInput(view, words),
      ...writtenInputs(content, problems, view.welshRequired, words),
      ...(content.kind === 'prompt'
        ? [
            questionSection(view, words),
            group([privacyInput(content, problems, words), ...deadlineInputs(content, problems, words)], {
              spacing: 'Large',
              separator: true,
            }),
          ]
        : []),
    ],
    actions: formActions(view, words),
  });
}

function withFieldNames(problems: Problems | undefined, words: Words): Problems {
  const named = Object.entries(problems ?? {}).map(([field, text]) => [
    field,
    words.t('contentProblem.line', { field: fieldName(field, words), text }),
  ]);
  return Object.fromEntries(named);
}

function questionSection({ content, ownQuestions, problems }: ComposeFormView, words: Words): CardElement {
  const questions = content.kind === 'prompt' ? content.questions : [];
  return group(
    [
      heading(words.t('composeForm.questions'), { spacing: 'None' }),
      ...(ownQuestions
        ? [
            hint(words.t('composeForm.optionsHint')),
            ...numbersOf(questions.length).flatMap((number) =>
              ownQuestionInputs(number, questions[number - 1], problems, words),
            ),
          ]
        : [hint(words.t('composeForm.templateQuestions')), ...templateQuestions(questions, words)]),
    ],
    { spacing: 'Large', separator: true },
  );
}

/** At least one question is offered, and never more than the limit. */
function numbersOf(questions: number): readonly number[] {
  return [1, 2, 3].slice(0, Math.min(ownQuestionLimit, Math.max(1, questions)));
}

function formActions({ broadcastId, content, ownQuestions }: ComposeFormView, words: Words): readonly CardAction[] {
  const mayAdd = ownQuestions && content.kind === 'prompt' && content.questions.length < ownQuestionLimit;
  return [
    sendButton('compose.preview', words.t('composeForm.preview'), { broadcastId }, { style: 'positive' }),
    ...(mayAdd ? [sendButton('compose.add-question', words.t('composeForm.addQuestion'), { broadcastId })] : []),
    goButton('compose.discard', words.t('composeForm.discard'), { broadcastId }),
  ];
}
