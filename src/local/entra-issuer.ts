import { createSigningKey } from './signing-key.ts';

/** Where the keys are found under the base address, as on login.microsoftonline.com. */
export const entraKeysPath = '/discovery/v2.0/keys';

const lifetimeSeconds = 3_600;

export interface EntraIssuerOptions {
  readonly tenantId: string;
  readonly clientId: string;
  /** The application ID URI. */
  readonly audience: string;
  readonly keyId?: string;
}

type Claims = Readonly<Record<string, unknown>>;

export interface EntraIssuer {
  readonly keyId: string;
  readonly jwks: { readonly keys: readonly object[] };
  /** An access token of version 2 for a person; `claims` add to or replace the usual ones, undefined leaves one out. */
  token(personId: string, claims?: Claims): Promise<string>;
  /** The same in version 1. */
  tokenV1(personId: string, claims?: Claims): Promise<string>;
}

/** Issues the access tokens that Microsoft Entra gives to Teams for a tab, from a key made now. */
export async function createEntraIssuer(options: EntraIssuerOptions): Promise<EntraIssuer> {
  const { tenantId, clientId, audience } = options;
  const key = await createSigningKey(options.keyId);
  const issue =
    (issuer: string, aud: string, version: string) =>
    (personId: string, claims: Claims = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const times = { iat: now, nbf: now, exp: now + lifetimeSeconds };
      const person = { oid: personId, tid: tenantId, scp: 'access_as_user', ver: version };
      return key.sign({ iss: issuer, aud, ...times, ...person, ...claims });
    };
  return {
    keyId: key.keyId,
    jwks: { keys: [key.jwk] },
    token: issue(`https://login.microsoftonline.com/${tenantId}/v2.0`, clientId, '2.0'),
    tokenV1: issue(`https://sts.windows.net/${tenantId}/`, audience, '1.0'),
  };
}
