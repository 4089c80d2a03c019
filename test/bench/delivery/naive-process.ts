import { CloudAdapter, type ConversationReference } from 'botbuilder';
import { AuthenticationConstants, BotFrameworkAuthenticationFactory } from 'botframework-connector';
import type { CardJson } from '../../../src/delivery/card-sender.ts';
import { BotCredentialsFactory } from '../../../src/teams/bot-credentials.ts';
import { answerParent, inputOfParent } from '../child-process.ts';
import { conversationOf } from './audience.ts';

export interface NaiveInput {
  readonly appId: string;
  readonly serviceUrl: string;
  readonly card: CardJson;
  readonly people: number;
}

export interface NaiveResult {
  readonly seconds: number;
  /** Sends that ended with an error, by what it said. */
  readonly errors: Readonly<Record<string, number>>;
}

const { appId, serviceUrl, card, people } = inputOfParent<NaiveInput>();

const { ToBotFromChannelTokenIssuer, ToChannelFromBotOAuthScope, ToChannelFromBotLoginUrlPrefix } =
  AuthenticationConstants;
const adapter = new CloudAdapter(
  BotFrameworkAuthenticationFactory.create(
    '',
    true,
    ToChannelFromBotLoginUrlPrefix,
    ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer,
    AuthenticationConstants.OAuthUrl,
    AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    '',
    new BotCredentialsFactory(appId, async () => 'local'),
    { requiredEndorsements: [] },
  ),
);

const errors: Record<string, number> = {};
const references = Array.from(
  { length: people },
  (_, index): Partial<ConversationReference> => ({
    channelId: 'msteams',
    serviceUrl,
    conversation: { id: conversationOf(index + 1), isGroup: false, conversationType: 'personal', name: '' },
  }),
);

async function send(reference: Partial<ConversationReference>): Promise<void> {
  try {
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      await context.sendActivity({
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      });
    });
  } catch (error) {
    const said = error instanceof Error ? error.message.slice(0, 60) : String(error);
    errors[said] = (errors[said] ?? 0) + 1;
  }
}

const began = performance.now();
await Promise.all(references.map(send));
const result: NaiveResult = { seconds: (performance.now() - began) / 1_000, errors };
answerParent(result, async () => {});
