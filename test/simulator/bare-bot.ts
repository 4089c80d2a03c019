import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CloudAdapter, type TurnContext } from 'botbuilder';
import {
  AuthenticationConfiguration,
  BotFrameworkAuthenticationFactory,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { TeamsAddresses } from './teams.ts';

type ServiceClientCredentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** Shows the connector a fixed token, where a real bot shows one from Entra. */
class FixedCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #token: string;

  constructor(appId: string, token: string) {
    super();
    this.#appId = appId;
    this.#token = token;
  }

  async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  async createCredentials(): Promise<ServiceClientCredentials> {
    return {
      signRequest: async (resource) => {
        resource.headers.set('authorization', `Bearer ${this.#token}`);
        return resource;
      },
    };
  }
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** The few methods of a response that botbuilder calls. */
function replyOn(response: ServerResponse) {
  let body: unknown;
  return {
    socket: response.socket,
    status: (code: number) => {
      response.statusCode = code;
    },
    header: (name: string, value: string) => void response.setHeader(name, value),
    send: (sent: unknown) => {
      body = sent;
    },
    end: () => void response.end(body === undefined ? '' : JSON.stringify(body)),
  };
}

export interface BareBot {
  readonly adapter: CloudAdapter;
  readonly endpoint: string;
  close(): Promise<void>;
}

/** A bot of nothing but botbuilder's own CloudAdapter, behind node:http, set up to trust the simulator's issuer. */
export async function startBareBot(
  teams: TeamsAddresses,
  logic: (context: TurnContext) => Promise<void>,
  token = 'token-of-the-bare-bot',
): Promise<BareBot> {
  const authentication = BotFrameworkAuthenticationFactory.create(
    '',
    true,
    'https://login.microsoftonline.com/tenant.example.test',
    'https://api.botframework.com',
    teams.issuer,
    'https://api.botframework.com',
    teams.openIdMetadataUrl,
    'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
    'urn:botframework:azure',
    new FixedCredentials(teams.botAppId, token),
    new AuthenticationConfiguration(),
    undefined,
    {},
  );
  const adapter = new CloudAdapter(authentication);
  const server: Server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    await adapter.process({ method: 'POST', headers: request.headers, body }, replyOn(response), logic);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The bot has no port');
  return {
    adapter,
    endpoint: `http://127.0.0.1:${address.port}/api/messages`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
