import type { ActionData, Verb } from './actions.ts';
import type { CardAction } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import { oneLine } from './plain-text.ts';

/** What can be asked for by typing a word in the chat. */
export const commands = ['roadmap', 'waiting', 'answers', 'held', 'broadcast', 'results', 'help'] as const;
export type Command = (typeof commands)[number];

type Extras = Readonly<Record<string, unknown>>;

/** A button that acts on what was filled in, and changes the card that it is on. */
export function sendButton<V extends Verb>(
  verb: V,
  title: string,
  data: ActionData<V>,
  extras: Extras = {},
): CardAction {
  return { type: 'Action.Execute', title: oneLine(title), verb, data, ...extras };
}

/** A button that changes the card without regard to what was filled in. */
export function goButton<V extends Verb>(verb: V, title: string, data: ActionData<V>, extras: Extras = {}): CardAction {
  return sendButton(verb, title, data, { associatedInputs: 'none', ...extras });
}

/**
 * A button whose answer is a new message, so that this card stays. It is sent as a plain message with the command's
 * name: a typed text (`messageBack`) would be dropped by clients that know only plain submits.
 */
export function commandButton(
  command: Command,
  words: Words,
  title: string = words.t(`command.${command}.title`),
): CardAction {
  return {
    type: 'Action.Submit',
    title,
    associatedInputs: 'none',
    data: { command },
    msteams: { feedback: { hide: true } },
  };
}
