import type { BroadcastContent } from '../broadcasts/broadcast.ts';
import { offeredTexts } from '../broadcasts/question.ts';
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
  const questions =
    content.kind === 'prompt'
      ? content.questions.flatMap((question) => [question.text, ...offeredTexts(question)])
      : [];
  return [content.title, content.body, ...questions];
}
