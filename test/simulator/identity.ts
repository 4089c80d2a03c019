import { createTokenIssuer, openIdPaths } from '../../src/local/token-issuer.ts';
import { createAuthorizations } from './authorizations.ts';
import { type Answer, refusal } from './refusals.ts';

export interface IdentityOptions {
  readonly appId: string;
  readonly issuer: string | undefined;
  readonly origin: () => string;
  readonly serviceUrl: () => string;
}

/**
 * Who vouches for the activities. The addresses hold the key's id, because botbuilder keeps the keys of an address for
 * a day and another simulator may be given the same port.
 */
export async function createIdentity({ appId, issuer: name, origin, serviceUrl }: IdentityOptions) {
  const issuer = await createTokenIssuer(name === undefined ? { appId } : { appId, issuer: name });
  const base = `/identity/${issuer.keyId}`;
  return {
    issuer: issuer.issuer,
    authorizations: createAuthorizations(issuer, appId, serviceUrl),
    metadataUrl: () => `${origin()}${base}${openIdPaths.metadata}`,
    document(path: string): Answer {
      if (path === `${base}${openIdPaths.metadata}`)
        return { status: 200, body: issuer.metadata(`${origin()}${base}`) };
      if (path === `${base}${openIdPaths.keys}`) return { status: 200, body: issuer.jwks };
      return refusal('ServiceNotFound');
    },
  };
}
