import type { Logger } from 'pino';
import { isProductError } from '../errors/product-error.ts';
import type { Language } from '../language/texts.ts';
import { losePerson } from '../people/meet-person.ts';
import type { InboundActivity } from './activity.ts';
import type { BotServices } from './bot-services.ts';
import { handleAction } from './handle-action.ts';
import { handleMessage } from './handle-message.ts';
import { answerFileOffer, fileConsentInvoke } from './handlers/file-consent.ts';
import { greet } from './handlers/greet.ts';
import { refusalCard } from './refusal-card.ts';
import { keepReply, sayCard } from './say.ts';
import type { Reply, Turn } from './turn.ts';

/** Answers one activity from Teams. Only personal chats are served; in others the bot stays silent. */
export async function handleActivity(
  services: BotServices,
  activity: InboundActivity,
  log: Logger,
): Promise<Reply | undefined> {
  const turn = turnOf(services, activity, log);
  if (turn === undefined) return undefined;
  switch (activity.type) {
    case 'installationUpdate':
      if (activity.action.startsWith('remove')) await losePerson(services.people, turn.personId, 'uninstalled');
      else await greet(turn);
      return undefined;
    case 'conversationUpdate':
      // Teams tells of an installation twice, in no certain order; installationUpdate is the one that is answered.
      return undefined;
    case 'message':
      await saying(turn, () => handleMessage(turn, activity.text ?? '', activity.value?.command));
      return undefined;
    case 'invoke': {
      if (activity.name === fileConsentInvoke) {
        await saying(turn, () => answerFileOffer(turn, activity.value));
        return undefined;
      }
      const reply = await handleAction(turn, activity.name, activity.value);
      if ('card' in reply && reply.keep) keepReply(turn, reply);
      return reply;
    }
  }
}

function turnOf(services: BotServices, activity: InboundActivity, log: Logger): Turn | undefined {
  const personId = activity.from.aadObjectId;
  if (personId === undefined || activity.conversation.conversationType !== 'personal') return undefined;
  const chat = { serviceUrl: activity.serviceUrl, conversationId: activity.conversation.id };
  return {
    personId,
    chat,
    services,
    log,
    words: services.texts.in(languageOf(activity.locale)),
    say: (card) => sayCard(services, chat, card),
    ...(activity.from.name === undefined ? {} : { name: activity.from.name }),
    ...(activity.replyToId === undefined ? {} : { message: { ...chat, activityId: activity.replyToId } }),
  };
}

function languageOf(locale: string | undefined): Language {
  return locale?.toLowerCase().startsWith('cy') === true ? 'cy' : 'en';
}

/** Answers a refusal with its own card, since a message has no other answer than a message. */
async function saying(turn: Turn, answer: () => Promise<void>): Promise<void> {
  try {
    await answer();
  } catch (error) {
    if (!isProductError(error)) throw error;
    turn.log.info({ code: error.code }, 'message refused');
    await turn.say(await refusalCard(turn, error));
  }
}
