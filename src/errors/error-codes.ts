/** Every coded error of the product, with the HTTP status that a door answers it with. */
export const errorStatus = {
  ActionMalformed: 400,
  ActionUnknown: 400,
  AnswerMissing: 422,
  AnswerNotUnderstood: 422,
  AnswerTooLong: 422,
  AreaUnknown: 422,
  AudienceEmpty: 422,
  AudienceNotAllowed: 403,
  BroadcastAlreadyConfirmed: 409,
  BroadcastIncomplete: 422,
  BroadcastUnknown: 404,
  ChangedMeanwhile: 409,
  ItemUnknown: 404,
  LeadsOnly: 403,
  NotYourBroadcast: 403,
  NotYourPrompt: 403,
  NothingAnswered: 404,
  PersonUnknown: 404,
  PromptClosed: 409,
  PromptNotSent: 409,
  PromptUnknown: 404,
  TenantForeign: 403,
  TextTooLong: 422,
  WelshMissing: 422,
} as const;

export type ErrorCode = keyof typeof errorStatus;
