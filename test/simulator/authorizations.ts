import { createTokenIssuer, type TokenIssuer } from '../../src/local/token-issuer.ts';

/** The token that goes with an activity: a good one, or one that every bot must refuse. */
export type TokenKind =
  | 'valid'
  | 'none'
  /** Signed with another key under the true key's id. */
  | 'forged'
  /** Signed with a key that nobody published. */
  | 'unknown key'
  /** Signed for somebody, then altered. */
  | 'altered'
  | 'unsigned'
  | 'expired'
  | 'wrong audience'
  | 'wrong issuer'
  | 'wrong service address';

const hour = 3600;
const renewAfterMs = 300_000;

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The Authorization header of each kind of token; good ones are used again for a while, as the Bot Framework does. */
export function createAuthorizations(issuer: TokenIssuer, appId: string, serviceUrl: () => string) {
  let current: { readonly token: string; readonly until: number } | undefined;

  async function valid(): Promise<string> {
    const now = Date.now();
    if (current === undefined || current.until < now) {
      current = { token: await issuer.token({ serviceurl: serviceUrl() }), until: now + renewAfterMs };
    }
    return current.token;
  }

  async function tokenOf(kind: Exclude<TokenKind, 'none'>): Promise<string> {
    const serviceurl = serviceUrl();
    const now = Math.floor(Date.now() / 1000);
    switch (kind) {
      case 'valid':
        return valid();
      case 'forged': {
        const forger = await createTokenIssuer({ appId, issuer: issuer.issuer, keyId: issuer.keyId });
        return forger.token({ serviceurl });
      }
      case 'unknown key': {
        const stranger = await createTokenIssuer({ appId, issuer: issuer.issuer });
        return stranger.token({ serviceurl });
      }
      case 'altered': {
        const [header, , signature] = (await valid()).split('.');
        const claims = { iss: issuer.issuer, aud: appId, nbf: now, exp: now + 24 * hour, serviceurl };
        return [header, encoded(claims), signature].join('.');
      }
      case 'unsigned': {
        const claims = { iss: issuer.issuer, aud: appId, nbf: now, exp: now + hour, serviceurl };
        return `${encoded({ alg: 'none', kid: issuer.keyId, typ: 'JWT' })}.${encoded(claims)}.`;
      }
      case 'expired':
        return issuer.token({ serviceurl, nbf: now - 2 * hour, exp: now - hour });
      case 'wrong audience':
        return issuer.token({ serviceurl, aud: '99999999-9999-4999-8999-999999999999' });
      case 'wrong issuer':
        return issuer.token({ serviceurl, iss: 'https://issuer.example.test' });
      case 'wrong service address':
        return issuer.token({ serviceurl: 'https://service.example.test/' });
    }
  }

  return {
    async of(kind: TokenKind): Promise<string | undefined> {
      return kind === 'none' ? undefined : `Bearer ${await tokenOf(kind)}`;
    },
  };
}

export type Authorizations = ReturnType<typeof createAuthorizations>;
