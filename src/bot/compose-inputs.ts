import { z } from 'zod';
import type { Audience, BroadcastContent, PromptContent, Recurrence } from '../broadcasts/broadcast.ts';
import { privacyPromises, recurrences } from '../broadcasts/broadcast.ts';
import { most } from '../broadcasts/content-problems.ts';
import { longestAnswer, type Option, type Question, type QuestionKind, questionKinds } from '../broadcasts/question.ts';
import type { Texts } from '../language/texts.ts';
import { londonZone } from '../time/deadline.ts';

/** No input of the form is longer than this, in characters; a longer one is cut rather than refused, and then found too long. */
const longestInput = 10_000;

type Inputs = Readonly<Record<string, unknown>>;

/**
 * Reads the form over the draft that it belongs to: an input that did not arrive leaves the draft as it is. Clients send
 * no input that is empty, so where the English of a text arrived without the Welsh, the Welsh was emptied.
 */
export function readComposeInputs(
  draft: { readonly content: BroadcastContent; readonly audience: Audience },
  inputs: Inputs,
): { readonly content: BroadcastContent; readonly audience: Audience } {
  const { content } = draft;
  const written = { title: texts(inputs, 'title', content.title), body: texts(inputs, 'body', content.body) };
  const audience = readAudience(inputs.audience, draft.audience);
  if (content.kind === 'update') return { content: { ...content, ...written }, audience };
  return { content: { ...content, ...written, ...readPromptInputs(content, inputs) }, audience };
}

/** How often the author wants to ask; undefined where the form did not say. */
export function readRecurrence(inputs: Inputs): Recurrence | 'once' | undefined {
  return z.enum(['once', ...recurrences]).safeParse(inputs.every).data;
}

function readPromptInputs(
  content: PromptContent,
  inputs: Inputs,
): Pick<PromptContent, 'privacy' | 'deadline' | 'questions'> {
  const privacy = z.enum(privacyPromises).safeParse(inputs.privacy);
  return {
    privacy: privacy.success ? privacy.data : content.privacy,
    deadline: {
      date: text(inputs['deadline.date']) ?? content.deadline.date,
      time: (text(inputs['deadline.time']) ?? content.deadline.time).slice(0, 5),
      zone: londonZone,
    },
    questions: content.template === undefined ? readQuestions(content.questions, inputs) : content.questions,
  };
}

function readAudience(input: unknown, before: Audience): Audience {
  const said = text(input);
  if (said === undefined) return before;
  const slugs = said.split(',').filter((slug) => slug !== '');
  return { areas: slugs.includes('all') ? 'all' : slugs };
}

/**
 * Those questions that the form had open are read; the others stay as they are. One after the first that was left empty
 * is not asked; those after it move up.
 */
function readQuestions(before: readonly Question[], inputs: Inputs): readonly Question[] {
  const read = Array.from({ length: most.questions }, (_, index) => `q${index + 1}`).flatMap((id, index) => {
    const kind = z.enum(questionKinds).safeParse(inputs[`${id}.kind`]);
    const known = before[index];
    if (!kind.success) return known === undefined ? [] : [known];
    const empty = ['text.en', 'text.cy', 'options.en', 'options.cy'].every((name) => !text(inputs[`${id}.${name}`]));
    return index > 0 && empty ? [] : [readQuestion(id, kind.data, inputs)];
  });
  return read.map((question, index) => ({ ...question, id: `q${index + 1}` }));
}

function readQuestion(id: string, kind: QuestionKind, inputs: Inputs): Question {
  const base = {
    id,
    text: texts(inputs, `${id}.text`, { en: '' }),
    required: text(inputs[`${id}.required`]) !== 'false',
  };
  const options = readOptions(inputs, id);
  switch (kind) {
    case 'one-choice':
    case 'several-choices':
      return { ...base, kind, options };
    case 'rows':
      return { ...base, kind, rows: options };
    case 'tagged-items':
      return { ...base, kind, items: options };
    case 'scale':
      return {
        ...base,
        kind,
        lowest: options[0]?.text ?? { en: '' },
        highest: options.slice(1).at(-1)?.text ?? { en: '' },
      };
    case 'free-text':
      return { ...base, kind, maxLength: longestAnswer };
  }
}

/** One option a line; the Welsh lines belong to the English ones in their order. */
function readOptions(inputs: Inputs, id: string): readonly Option[] {
  const english = lines(inputs[`${id}.options.en`]);
  const welsh = lines(inputs[`${id}.options.cy`]);
  return Array.from({ length: Math.max(english.length, welsh.length) }, (_, index) => {
    const cy = welsh[index];
    return { id: `o${index + 1}`, text: { en: english[index] ?? '', ...(cy === undefined ? {} : { cy }) } };
  });
}

function texts(inputs: Inputs, name: string, before: Texts): Texts {
  const en = text(inputs[`${name}.en`]);
  const cy = text(inputs[`${name}.cy`]) ?? (en === undefined ? before.cy : undefined);
  return { en: en ?? before.en, ...(cy === undefined || cy === '' ? {} : { cy }) };
}

function lines(input: unknown): string[] {
  return (text(input) ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function text(input: unknown): string | undefined {
  return typeof input === 'string' ? input.trim().slice(0, longestInput) : undefined;
}
