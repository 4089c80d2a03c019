import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ProductError } from '../errors/product-error.ts';
import type { TextAnswer } from './route.ts';

/** Which pages may show the tab in a frame: Teams, Outlook and Microsoft 365 in the browser. */
const teamsFrames: readonly string[] = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
];

export interface StaticPage {
  readonly folder: string;
  readonly hostOrigins: readonly string[];
}

/**
 * The start page, with what it needs to be told written into it: the mark of its own style elements, new each time, and
 * who may play Teams. Throws TabMissing when there is none.
 */
export async function pageAnswer({ folder, hostOrigins }: StaticPage): Promise<TextAnswer> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch((error: unknown) =>
    Promise.reject(isMissing(error) ? new ProductError('TabMissing', {}, { cause: error }) : error),
  );
  const nonce = randomBytes(16).toString('base64');
  return {
    text: page.replaceAll('{{STYLE_NONCE}}', nonce).replaceAll('{{HOST_ORIGINS}}', hostOrigins.join(' ')),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': contentPolicy(nonce, [...teamsFrames, ...hostOrigins]),
    },
  };
}

/** Fonts are those of Fluent UI; teams-js asks Microsoft which hosts there are. */
function contentPolicy(nonce: string, frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data: https://res.cdn.office.net https://static2.sharepointonline.com",
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.join(' ')}`,
  ].join('; ');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
