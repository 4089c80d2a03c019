/** What the connector answers to one request. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const refusals = {
  BadArgument: [400, 'Bad argument'],
  BadSyntax: [400, 'Bad format of request'],
  Unauthorized: [401, 'Authorization has been denied for this request.'],
  BotNotRegistered: [401, 'No registration found for this bot.'],
  BotDisabledByAdmin: [403, 'The tenant admin disabled this bot'],
  BotNotInConversationRoster: [403, 'The bot is not part of the conversation roster.'],
  ConversationBlockedByUser: [403, 'User blocked the conversation with the bot.'],
  ForbiddenOperationException: [403, "Bot is not installed in user's personal scope"],
  NotEnoughPermissions: [403, 'The bot may change only its own messages.'],
  ActivityNotFoundInConversation: [404, 'Conversation not found.'],
  ConversationNotFound: [404, 'Conversation not found.'],
  MemberNotFoundInConversation: [404, 'The member is not part of the conversation.'],
  ServiceNotFound: [404, 'No such route.'],
  MethodNotAllowed: [405, 'The requested resource does not support this method.'],
  PreconditionFailed: [412, 'Precondition failed, please try again.'],
  MessageSizeTooBig: [413, 'Message size too large.'],
  Throttled: [429, 'Too many requests.'],
  ServiceError: [500, 'Internal server error.'],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof refusals;

/** The answer by which Teams refuses a request, in the connector's usual form. */
export function refusal(code: RefusalCode, message?: string): Answer {
  const [status, usual] = refusals[code];
  return { status, body: { error: { code, message: message ?? usual } } };
}

/** A refusal for going too fast; Teams does not always say when to come back. */
export function throttled(retryAfterSeconds?: number): Answer {
  const answer = refusal('Throttled');
  return retryAfterSeconds === undefined
    ? answer
    : { ...answer, headers: { 'retry-after': String(retryAfterSeconds) } };
}

/** The older form in which a blocked or removed bot is still told so. */
export function messageWritesBlocked(): Answer {
  const message = {
    subCode: 'MessageWritesBlocked',
    details: 'Thread is blocked from message writes.',
    errorCode: null,
    errorSubCode: null,
  };
  return { status: 403, body: { errorCode: 209, message: JSON.stringify(message, undefined, 2) } };
}
