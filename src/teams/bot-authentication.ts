import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  type ClaimsIdentity,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Activity } from 'botframework-schema';
import { LRUCache } from 'lru-cache';
import type { BotConfig } from '../config.ts';
import { BotCredentialsFactory } from './bot-credentials.ts';
import type { BotToken } from './bot-token.ts';

const unauthorized = 401;
const keptMs = 5 * 60_000;

/** What the library throws with which the SDK verifies tokens; the SDK passes most of it on as it is. */
const tokenErrors: ReadonlySet<string> = new Set(['JsonWebTokenError', 'NotBeforeError', 'TokenExpiredError']);

/**
 * Bot Framework authentication as the SDK does it, with two differences. Tokens are accepted from the Bot Framework's
 * own issuer only: the SDK also lets in tokens of the retired Emulator and of skills. And what the SDK builds anew on
 * every turn is kept: a token that was verified, for five minutes at most, and the connector of a service address.
 */
export function createBotAuthentication(bot: BotConfig, token: BotToken): BotFrameworkAuthentication {
  const issuer = bot.localIssuer?.issuer ?? AuthenticationConstants.ToBotFromChannelTokenIssuer;
  const sdk = BotFrameworkAuthenticationFactory.create(
    '',
    true,
    `${AuthenticationConstants.ToChannelFromBotLoginUrlPrefix}${bot.tenantId}`,
    AuthenticationConstants.ToChannelFromBotOAuthScope,
    issuer,
    AuthenticationConstants.OAuthUrl,
    bot.localIssuer?.openIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    '',
    new BotCredentialsFactory(bot.appId, token),
    { requiredEndorsements: [] },
  );
  return new KeepingAuthentication(sdk, issuer);
}

class KeepingAuthentication extends BotFrameworkAuthentication {
  readonly #sdk: BotFrameworkAuthentication;
  readonly #issuer: string;
  readonly #verified = new LRUCache<string, AuthenticateRequestResult>({ max: 100, ttl: keptMs });
  #userTokens: Promise<UserTokenClient> | undefined;
  #connectors: ConnectorFactory | undefined;

  constructor(sdk: BotFrameworkAuthentication, issuer: string) {
    super();
    this.#sdk = sdk;
    this.#issuer = issuer;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const key = `${activity.channelId} ${activity.serviceUrl} ${header}`;
    const known = this.#verified.get(key);
    if (known !== undefined) return known;
    if (claimedIssuer(header) !== this.#issuer) throw strangeToken();
    const result = await this.#verify(activity, header);
    const { claimsIdentity } = result;
    if (claimsIdentity.getClaimValue('iss') !== this.#issuer) throw strangeToken();
    const kept = { ...result, connectorFactory: this.createConnectorFactory(claimsIdentity) };
    const leftMs = Number(claimsIdentity.getClaimValue('exp')) * 1_000 - Date.now();
    if (leftMs > 0) this.#verified.set(key, kept, { ttl: Math.min(leftMs, keptMs) });
    return kept;
  }

  async #verify(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    try {
      return await this.#sdk.authenticateRequest(activity, header);
    } catch (error) {
      if (!(error instanceof Error) || !tokenErrors.has(error.name)) throw error;
      throw new AuthenticationError('The token does not hold', unauthorized);
    }
  }

  override async authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    throw new AuthenticationError('Streaming is not offered', unauthorized);
  }

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    this.#connectors ??= new KeepingConnectorFactory(this.#sdk.createConnectorFactory(claimsIdentity));
    return this.#connectors;
  }

  override createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= this.#sdk.createUserTokenClient(claimsIdentity);
    return this.#userTokens;
  }

  override getOriginatingAudience(): string {
    return this.#sdk.getOriginatingAudience();
  }
}

function strangeToken(): AuthenticationError {
  return new AuthenticationError('Not a token of the Bot Framework', unauthorized);
}

/**
 * Whose token this says it is, before anything of it is verified: for another issuer's the SDK would ask the network for
 * keys. Undefined for what is no token.
 */
function claimedIssuer(header: string): unknown {
  const payload = /^Bearer +[\w-]+\.([\w-]+)\.[\w-]*$/i.exec(header)?.[1] ?? '';
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
    return typeof claims === 'object' && claims !== null && 'iss' in claims ? claims.iss : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Connector = Awaited<ReturnType<ConnectorFactory['create']>>;

class KeepingConnectorFactory extends ConnectorFactory {
  readonly #sdk: ConnectorFactory;
  readonly #kept = new LRUCache<string, Promise<Connector>>({ max: 20 });

  constructor(sdk: ConnectorFactory) {
    super();
    this.#sdk = sdk;
  }

  override create(serviceUrl: string, audience: string): Promise<Connector> {
    const key = `${serviceUrl} ${audience}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const made = this.#sdk.create(serviceUrl, audience);
    this.#kept.set(key, made);
    return made;
  }
}
