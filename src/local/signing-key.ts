import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export interface SigningKey {
  readonly keyId: string;
  /** The public key. */
  readonly jwk: JWK;
  sign(payload: JWTPayload): Promise<string>;
}

/**
 * A key made now. The private part never leaves this closure, so nothing outside the process can sign with it.
 * The key id is taken from the key itself unless given; two keys of one id are how a forgery is made.
 */
export async function createSigningKey(givenKeyId?: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = await exportJWK(publicKey);
  const keyId = givenKeyId ?? (await calculateJwkThumbprint(jwk));
  return {
    keyId,
    jwk: { ...jwk, kid: keyId, use: 'sig', alg: 'RS256' },
    sign: (payload) =>
      new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: keyId, typ: 'JWT' }).sign(privateKey),
  };
}
