import { audience, clientId, type Entra } from './entra.ts';

const otherTenant = '11111111-1111-4111-8111-111111111111';
const hour = 3_600;
const now = () => Math.floor(Date.now() / 1_000);

/** Gets a token for a person. */
export type Issue = (entra: Entra, id: string) => Promise<string>;
/** Tokens that the API must refuse. */
export const refusedTokens: Readonly<Record<string, Issue>> = {
  'for another audience': ({ token }, id) => token(id, { aud: '99999999-9999-4999-8999-999999999999' }),
  'of version 2 for the URI': ({ token }, id) => token(id, { aud: audience }),
  'of version 1 for the client id': ({ tokenV1 }, id) => tokenV1(id, { aud: clientId }),
  'of another tenant': ({ token }, id) =>
    token(id, { iss: `https://login.microsoftonline.com/${otherTenant}/v2.0`, tid: otherTenant }),
  'of another tenant in version 1': ({ tokenV1 }, id) =>
    tokenV1(id, { iss: `https://sts.windows.net/${otherTenant}/`, tid: otherTenant }),
  'of our issuer about another tenant': ({ token }, id) => token(id, { tid: otherTenant }),
  'of no tenant': ({ token }, id) => token(id, { tid: undefined }),
  'of another issuer': ({ token }, id) => token(id, { iss: 'https://issuer.example.org' }),
  'of no issuer': ({ token }, id) => token(id, { iss: undefined }),
  'that has expired': ({ token }, id) => token(id, { nbf: now() - 2 * hour, exp: now() - hour }),
  'that never expires': ({ token }, id) => token(id, { exp: undefined }),
  'that is not valid yet': ({ token }, id) => token(id, { nbf: now() + hour, exp: now() + 2 * hour }),
  'that does not say since when it is valid': ({ token }, id) => token(id, { nbf: undefined }),
  'forged in version 2': ({ forger }, id) => forger.token(id),
  'forged in version 1': ({ forger }, id) => forger.tokenV1(id),
  'signed with a key that nobody published': ({ stranger }, id) => stranger.token(id),
  'without a signature': ({ unsigned }, id) => unsigned(id),
  'signed with the public key': ({ signedWithPublicKey }, id) => signedWithPublicKey(id),
  'without a scope': ({ token }, id) => token(id, { scp: undefined }),
  'with another scope': ({ token }, id) => token(id, { scp: 'User.Read access_as_user_too' }),
  'of an application': ({ token }, id) => token(id, { scp: undefined, roles: ['access_as_user'] }),
  'of nobody': ({ token }, id) => token(id, { oid: undefined }),
  'of somebody by name': ({ token }, id) => token(id, { oid: undefined, name: 'Person 1', preferred_username: id }),
  'that is none': async () => 'nonsense',
  'that is empty JSON': async () => 'e30.e30.e30',
};

/** Tokens that hold. */
export const acceptedTokens: Readonly<Record<string, Issue>> = {
  'of version 2': ({ token }, id) => token(id),
  'of version 1': ({ tokenV1 }, id) => tokenV1(id),
  'with several scopes': ({ token }, id) => token(id, { scp: 'User.Read access_as_user' }),
  'whose object id is in upper case': ({ token }, id) => token(id.toUpperCase()),
  'that expired a moment ago, since clocks differ': ({ token }, id) =>
    token(id, { nbf: now() - hour, exp: now() - 10 }),
};
