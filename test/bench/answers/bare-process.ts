import { once } from 'node:events';
import { CosmosClient } from '@azure/cosmos';
import {
  type AdaptiveCardInvokeResponse,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Request,
  TeamsActivityHandler,
  type TurnContext,
} from 'botbuilder';
import restify from 'restify';
import { answerParent, inputOfParent } from '../child-process.ts';
import type { RunningBot } from './product-process.ts';

export interface BareBotInput {
  readonly appId: string;
  readonly tenantId: string;
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  readonly cosmos: { readonly endpoint: string; readonly key: string; readonly database: string };
  /** What every answer is answered with. */
  readonly card: Record<string, unknown>;
}

const { appId, tenantId, issuer, openIdMetadataUrl, cosmos, card } = inputOfParent<BareBotInput>();

const client = new CosmosClient({
  endpoint: cosmos.endpoint,
  key: cosmos.key,
  connectionPolicy: { enableEndpointDiscovery: false },
});
const responses = client.database(cosmos.database).container('responses');

class BareBot extends TeamsActivityHandler {
  protected override async onAdaptiveCardInvoke(context: TurnContext): Promise<AdaptiveCardInvokeResponse> {
    const { from, value } = context.activity;
    const { broadcastId, ...answers } = value.action.data;
    const personId = from.aadObjectId ?? '';
    await responses.items.create({
      id: personId,
      broadcastId,
      respondentId: personId,
      profile: { area: 'wessex', role: 'legal', language: 'en' },
      answers,
      revision: 1,
      answeredAt: new Date().toISOString(),
    });
    return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
  }
}

// As in Microsoft's samples; only who vouches for the tokens is another.
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: 'not used: nothing is sent',
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppTenantId: tenantId,
    ChannelService: 'local',
    ValidateAuthority: true,
    ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenantId}`,
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    ToBotFromChannelTokenIssuer: issuer,
    OAuthUrl: 'https://token.botframework.com',
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl:
      'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
    CallerId: 'urn:botframework:azure',
  }),
);
const bot = new BareBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as Request, response, (context) => bot.run(context));
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');

const running: RunningBot = { endpoint: `http://127.0.0.1:${server.address().port}/api/messages` };
answerParent(running, async () => {
  server.close();
  server.server.closeAllConnections();
  client.dispose();
});
