import type { BroadcastContent } from '../broadcasts/broadcast.ts';
import type { Option, Question } from '../broadcasts/question.ts';
import type { Texts } from '../language/texts.ts';

/** Whether anything of a broadcast is in Welsh. */
export function hasWelsh(content: BroadcastContent): boolean {
  return textsOf(content).some(({ cy }) => isWritten(cy));
}

/** Whether everything of a broadcast is in Welsh. */
export function welshComplete(content: BroadcastContent): boolean {
  return textsOf(content).every(({ cy }) => isWritten(cy));
}

function isWritten(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function textsOf(content: BroadcastContent): readonly Texts[] {
  const questions = content.kind === 'prompt' ? content.questions.flatMap(textsOfQuestion) : [];
  return [content.title, content.body, ...questions];
}

function textsOfQuestion(question: Question): readonly Texts[] {
  const texts = (options: readonly Option[]) => [question.text, ...options.map(({ text }) => text)];
  switch (question.kind) {
    case 'one-choice':
    case 'several-choices':
      return texts(question.options);
    case 'rows':
      return texts(question.rows);
    case 'tagged-items':
      return texts(question.items);
    case 'scale':
      return [question.text, question.lowest, question.highest];
    case 'free-text':
      return [question.text];
  }
}
