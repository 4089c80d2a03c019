import { ClientSecretCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotConfig } from '../config.ts';
import type { BotToken } from './bot-token.ts';

/** How the bot proves to the Bot Connector who it is. With a local issuer nothing outside this machine is asked. */
export function createBotCredential(bot: BotConfig): TokenCredential {
  if (bot.localIssuer !== undefined) return localCredential;
  if (bot.appType === 'UserAssignedMSI') return new ManagedIdentityCredential({ clientId: bot.appId });
  return new ClientSecretCredential(bot.tenantId, bot.appId, bot.password ?? '');
}

const localCredential: TokenCredential = {
  getToken: async () => ({ token: 'local', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

type ServiceClientCredentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** Hands the SDK our one kept token, so that many turns at once do not each fetch their own. */
export class BotCredentialsFactory extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #credentials: ServiceClientCredentials;

  constructor(appId: string, token: BotToken) {
    super();
    this.#appId = appId;
    this.#credentials = {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${await token()}`);
        return request;
      },
    };
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  /** Never: an anonymous caller is refused on every machine. */
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<ServiceClientCredentials> {
    return this.#credentials;
  }
}
