import type { Actor } from './actor.ts';
import type { BotAnswer } from './bot-client.ts';
import type { ButtonQuery } from './card-buttons.ts';
import type { Inputs } from './card-inputs.ts';
import type { TeamsMessage } from './message.ts';

/** Something that a person does, as plain data, so that it can be asked for from another process. */
export type Act =
  | { readonly kind: 'install' }
  | { readonly kind: 'uninstall' }
  | { readonly kind: 'says'; readonly text: string }
  | { readonly kind: 'submits'; readonly data: unknown; readonly messageId?: string }
  /** On the latest message that has a card, unless one is named. */
  | {
      readonly kind: 'executes';
      readonly button: ButtonQuery;
      readonly inputs?: Inputs;
      readonly unchecked?: boolean;
      readonly messageId?: string;
    }
  | { readonly kind: 'reacts'; readonly messageId?: string };

function messageFor(actor: Actor, messageId: string | undefined): TeamsMessage {
  const { messages, name } = actor.user;
  const found = messages.findLast(({ id, card }) => (messageId === undefined ? card !== undefined : id === messageId));
  if (found === undefined) throw new Error(`${name} has no such message`);
  return found;
}

/** Makes an actor do it, and gives back the bot's answer, the last one where there are several. */
export async function perform(actor: Actor, act: Act): Promise<BotAnswer> {
  switch (act.kind) {
    case 'install': {
      const answers = await actor.install();
      return answers.find(({ status }) => status !== 200) ?? answers[0] ?? { status: 502, body: undefined, tookMs: 0 };
    }
    case 'uninstall':
      return actor.uninstall();
    case 'says':
      return actor.says(act.text);
    case 'submits':
      return actor.submits(act.data, act.messageId === undefined ? {} : { message: messageFor(actor, act.messageId) });
    case 'executes':
      return actor.executes(messageFor(actor, act.messageId), act.button, act.inputs, {
        unchecked: act.unchecked ?? false,
      });
    case 'reacts':
      return actor.reacts(messageFor(actor, act.messageId));
  }
}
