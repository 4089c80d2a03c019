import { once } from 'node:events';
import { createServer } from 'node:http';
import { createEntraIssuer, entraKeysPath } from './entra-issuer.ts';
import { createTokenIssuer, openIdPaths } from './token-issuer.ts';

/** What stands in for Teams beside the Playground. */
export interface LocalTeams {
  readonly issuer: string;
  readonly openIdMetadataUrl: string;
  /** The connector of everybody who has no Playground: it answers that they have not installed the app. */
  readonly connectorUrl: string;
  /** A token as the Bot Framework puts it on activities from the connector at `serviceUrl`. */
  token(serviceUrl: string): Promise<string>;
  /** The keys of the tokens with which people call the API. */
  readonly apiJwksUrl: string;
  /** A token as Microsoft Entra gives it to Teams for the tab of this person. */
  apiToken(personId: string): Promise<string>;
  close(): Promise<void>;
}

const notInstalled = {
  error: { code: 'ForbiddenOperationException', message: 'The app is not installed for this made-up person.' },
};

export interface LocalTeamsOptions {
  readonly appId: string;
  readonly tenantId: string;
  readonly api: { readonly clientId: string; readonly audience: string };
}

/** Starts the issuers of the bot's inbound tokens and of the API's, with keys made now, on loopback and any free port. */
export async function startLocalTeams({ appId, tenantId, api }: LocalTeamsOptions): Promise<LocalTeams> {
  const issuer = await createTokenIssuer({ appId, issuer: 'https://local.invalid' });
  const entra = await createEntraIssuer({ ...api, tenantId });
  let origin = '';
  const server = createServer((request, response) => {
    const documents: Readonly<Record<string, unknown>> = {
      [openIdPaths.metadata]: issuer.metadata(origin),
      [openIdPaths.keys]: issuer.jwks,
      [entraKeysPath]: entra.jwks,
    };
    const document = request.method === 'GET' ? documents[request.url ?? ''] : undefined;
    response.writeHead(document === undefined ? 403 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(document ?? notInstalled));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  return {
    issuer: issuer.issuer,
    openIdMetadataUrl: `${origin}${openIdPaths.metadata}`,
    connectorUrl: `${origin}/connector/`,
    token: (serviceUrl) => issuer.token({ serviceurl: serviceUrl }),
    apiJwksUrl: `${origin}${entraKeysPath}`,
    apiToken: (personId) => entra.token(personId),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
