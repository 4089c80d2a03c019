import type { JWK, JWTPayload } from 'jose';
import { createSigningKey } from './signing-key.ts';

/** Where an issuer's documents are found under its base address, as on login.botframework.com. */
export const openIdPaths = {
  metadata: '/v1/.well-known/openidconfiguration',
  keys: '/v1/.well-known/keys',
} as const;

const lifetimeSeconds = 600;

export interface OpenIdMetadata {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly jwks_uri: string;
  readonly id_token_signing_alg_values_supported: readonly string[];
  readonly token_endpoint_auth_methods_supported: readonly string[];
}

/** A public key as the Bot Framework publishes it: with the channels whose tokens it may sign. */
export type EndorsedKey = JWK & { readonly endorsements: readonly string[] };

export interface TokenIssuerOptions {
  readonly appId: string;
  readonly issuer?: string;
  readonly keyId?: string;
}

export interface TokenIssuer {
  readonly issuer: string;
  readonly keyId: string;
  readonly jwks: { readonly keys: readonly EndorsedKey[] };
  metadata(baseUrl: string): OpenIdMetadata;
  /** A signed token for the bot; `claims` add to or replace the usual ones, and undefined leaves one out. */
  token(claims?: JWTPayload): Promise<string>;
}

/** Issues the tokens that the Bot Framework puts on activities, from a key made now. */
export async function createTokenIssuer(options: TokenIssuerOptions): Promise<TokenIssuer> {
  const { appId, issuer = 'https://api.botframework.com' } = options;
  const key = await createSigningKey(options.keyId);
  return {
    issuer,
    keyId: key.keyId,
    jwks: { keys: [{ ...key.jwk, endorsements: ['msteams'] }] },
    metadata: (baseUrl) => ({
      issuer,
      authorization_endpoint: 'https://invalid.botframework.com/',
      jwks_uri: `${baseUrl}${openIdPaths.keys}`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
    token: (claims = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return key.sign({ iss: issuer, aud: appId, nbf: now, exp: now + lifetimeSeconds, ...claims });
    },
  };
}
