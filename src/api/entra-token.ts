import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { ProductError } from '../errors/product-error.ts';
import type { Caller } from '../http/route.ts';
import type { Clock } from '../time/clock.ts';

export interface EntraOptions {
  readonly tenantId: string;
  readonly clientId: string;
  /** The application ID URI. */
  readonly audience: string;
  /** Where the keys are, when that is not Microsoft Entra. */
  readonly localJwksUrl?: string;
  readonly clock: Clock;
}

/** What a token must allow its bearer to do here. */
const scope = 'access_as_user';

/** How far the clocks of two machines may be apart. */
const toleranceSeconds = 60;

/**
 * Makes the check of access tokens of Microsoft Entra, of version 1 and 2, for people of one tenant. The check takes an
 * Authorization header. It throws NotSignedIn when the token does not hold, with the reason for the log, and
 * SignInUnavailable when the keys cannot be had.
 */
export function createEntraSignIn(options: EntraOptions): (authorization: string) => Promise<Caller> {
  const { tenantId, clientId, audience, localJwksUrl, clock } = options;
  const keysOf = (path: string) =>
    createRemoteJWKSet(new URL(localJwksUrl ?? `https://login.microsoftonline.com/${tenantId}/discovery/${path}`));
  const trusted = new Map([
    [`https://login.microsoftonline.com/${tenantId}/v2.0`, { audience: clientId, keys: keysOf('v2.0/keys') }],
    [`https://sts.windows.net/${tenantId}/`, { audience, keys: keysOf('keys') }],
  ]);
  const claimsOfPerson = z.object({
    oid: z.guid().transform((id) => id.toLowerCase()),
    tid: z.literal(tenantId),
    scp: z.string().refine((scopes) => scopes.split(' ').includes(scope)),
  });

  async function verified(token: string): Promise<JWTPayload> {
    const issuer = decodeJwt(token).iss ?? '';
    const trust = trusted.get(issuer);
    if (trust === undefined) throw notSignedIn('issuer');
    const { payload } = await jwtVerify(token, trust.keys, {
      algorithms: ['RS256'],
      issuer,
      audience: trust.audience,
      requiredClaims: ['exp', 'nbf'],
      clockTolerance: toleranceSeconds,
      currentDate: clock.now(),
    });
    return payload;
  }

  return async (authorization) => {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw notSignedIn('no token');
    const payload = await verified(token).catch((error: unknown) => Promise.reject(refusalOf(error)));
    const claims = claimsOfPerson.safeParse(payload);
    if (!claims.success) throw notSignedIn(claims.error.issues.map(({ path }) => path.join('.')).join(' '));
    return { personId: claims.data.oid, tenantId: claims.data.tid };
  };
}

const faultsOfToken = [
  errors.JWTInvalid,
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

function refusalOf(error: unknown): ProductError {
  if (error instanceof ProductError) return error;
  const fault = faultsOfToken.find((kind) => error instanceof kind);
  return fault === undefined
    ? new ProductError('SignInUnavailable', {}, { cause: error })
    : notSignedIn(fault.code, error);
}

function notSignedIn(reason: string, cause?: unknown): ProductError {
  return new ProductError('NotSignedIn', { reason }, { cause });
}
