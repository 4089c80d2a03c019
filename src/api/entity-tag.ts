/**
 * The version of something as it stands in an `ETag` header, RFC 9110: the store's own name for it, which may or may not
 * be in quotes, in base64url.
 */
export function entityTag(storedEtag: string): string {
  return `"${Buffer.from(storedEtag).toString('base64url')}"`;
}

/** The store's name for a version; undefined for a header that is no entity tag of ours. */
export function readEntityTag(header: string): string | undefined {
  const encoded = /^"([A-Za-z0-9_-]{1,200})"$/.exec(header)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64url').toString();
}
