import { once } from 'node:events';
import { createServer } from 'node:http';
import { CompactSign, type JWTPayload } from 'jose';
import { createEntraIssuer, type EntraIssuer } from '../../src/local/entra-issuer.ts';

export const tenantId = 'a1b7c0de-0000-4000-8000-00000000c0d5';
export const clientId = 'a1b7c0de-0000-4000-8000-0000000000a1';
export const audience = `api://roadmap.example.org/${clientId}`;

/** Microsoft Entra on loopback, with somebody beside who pretends to be it. */
export interface Entra extends EntraIssuer {
  readonly jwksUrl: string;
  /** Signs with another key under the true key's id. */
  readonly forger: EntraIssuer;
  /** Signs with a key that nobody published. */
  readonly stranger: EntraIssuer;
  /** Claims without any signature. */
  unsigned(personId: string): Promise<string>;
  /** Claims signed with the public key, which everybody has, as if it were a secret. */
  signedWithPublicKey(personId: string): Promise<string>;
  close(): Promise<void>;
}

/** For the API of the tests unless another one is named. */
export async function startEntra(api = { clientId, audience }): Promise<Entra> {
  const options = { tenantId, ...api };
  const issuer = await createEntraIssuer(options);
  const server = createServer((_request, response) => response.end(JSON.stringify(issuer.jwks)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const claimsOf = async (personId: string): Promise<JWTPayload> =>
    JSON.parse(Buffer.from((await issuer.token(personId)).split('.')[1] ?? '', 'base64url').toString());
  return {
    ...issuer,
    jwksUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}/keys`,
    forger: await createEntraIssuer({ ...options, keyId: issuer.keyId }),
    stranger: await createEntraIssuer(options),
    unsigned: async (personId) => {
      const header = { alg: 'none', kid: issuer.keyId, typ: 'JWT' };
      const parts = [header, await claimsOf(personId)].map((part) => Buffer.from(JSON.stringify(part)));
      return `${parts.map((part) => part.toString('base64url')).join('.')}.`;
    },
    signedWithPublicKey: async (personId) =>
      new CompactSign(Buffer.from(JSON.stringify(await claimsOf(personId))))
        .setProtectedHeader({ alg: 'HS256', kid: issuer.keyId, typ: 'JWT' })
        .sign(Buffer.from(JSON.stringify(issuer.jwks.keys[0]))),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
