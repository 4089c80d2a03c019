import { isJson, type Json, textAt } from './json.ts';
import { type Content, cardType, fileConsentType } from './message.ts';
import { type Answer, refusal } from './refusals.ts';

const maxContentBytes = 100 * 1024;

/** The contents of an activity that Teams would show, or its refusal. */
export type Reading = { readonly contents: readonly Content[] } | { readonly refused: Answer };

/** Reads an activity as Teams does: text beside attachments becomes two messages, too much of it is refused. */
export function readContents(activity: Json, bodyLength: number): Reading {
  const text = textAt(activity, 'text');
  const attachments = Array.isArray(activity.attachments) ? activity.attachments.filter(isJson) : [];
  if (!text && attachments.length === 0) {
    const missing = "Activity must include non empty 'text' field or at least 1 attachment";
    return { refused: refusal('BadArgument', missing) };
  }
  if (bodyLength * 2 > maxContentBytes && contentBytes(text, attachments) > maxContentBytes) {
    return { refused: refusal('MessageSizeTooBig') };
  }
  const cards = attachments.filter((attachment) => attachment.contentType === cardType).map(({ content }) => content);
  if (!cards.every((card) => textAt(card, 'type') === 'AdaptiveCard')) {
    return { refused: refusal('BadArgument', 'Adaptive card content is not valid.') };
  }
  if (!attachments.filter(({ contentType }) => contentType === fileConsentType).every(isFileOffer)) {
    return { refused: refusal('BadArgument', 'The file consent card is not valid.') };
  }
  const contents: Content[] = [];
  if (text) contents.push({ text, attachments: [] });
  if (attachments.length > 0) {
    const card = cards.find(isJson);
    contents.push(card === undefined ? { attachments } : { card, attachments });
  }
  return { contents };
}

/** Without a name the client shows nothing. */
function isFileOffer({ name, content }: Json): boolean {
  return typeof name === 'string' && isJson(content) && Number.isInteger(content.sizeInBytes);
}

function contentBytes(text: string | undefined, attachments: readonly Json[]): number {
  return 2 * ((text?.length ?? 0) + JSON.stringify(attachments).length);
}
