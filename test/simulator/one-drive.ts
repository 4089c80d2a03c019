import { randomUUID } from 'node:crypto';
import type { TeamsUser } from './conversations.ts';
import type { Json } from './json.ts';
import type { Answer } from './refusals.ts';
import type { Received } from './server.ts';

/** A file that the bot has put into somebody's OneDrive. */
export interface OneDriveFile {
  readonly name: string;
  readonly text: string;
  readonly content: Uint8Array;
}

interface UploadSession {
  readonly user: TeamsUser;
  readonly name: string;
}

const folder = '/onedrive/';

/**
 * The OneDrive of each person, as far as file consent needs it: the client of somebody who accepts a file opens an
 * upload session, and the bot puts the bytes there.
 *
 * Source: https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession: the whole file in
 * one PUT with its Content-Range and without an Authorization header; a session is gone once its file is complete.
 */
export function createOneDrive(origin: () => string) {
  const sessions = new Map<string, UploadSession>();
  const files = new Map<TeamsUser, OneDriveFile[]>();
  const refusals: number[] = [];

  function store(path: string, { method, authorization, contentRange, bytes: content, text }: Received): Answer {
    const session = sessions.get(path);
    if (session === undefined) return { status: 404, body: { error: { code: 'itemNotFound' } } };
    if (method !== 'PUT') return { status: 405, body: { error: { code: 'invalidRequest' } } };
    if (authorization !== undefined) return { status: 401, body: { error: { code: 'unauthenticated' } } };
    const refused = refusals.shift();
    if (refused !== undefined) return { status: refused };
    const bytes = content.byteLength;
    if (bytes === 0 || contentRange !== `bytes 0-${bytes - 1}/${bytes}`) {
      return { status: 416, body: { error: { code: 'invalidRange' } } };
    }
    sessions.delete(path);
    files.set(session.user, [...(files.get(session.user) ?? []), { name: session.name, text, content }]);
    return { status: 201, body: { id: path, name: session.name, size: bytes } };
  }

  return {
    /** What the client tells the bot about the place for a file. */
    openSession(user: TeamsUser, name: string): Json {
      const uniqueId = randomUUID();
      sessions.set(`${folder}${uniqueId}`, { user, name });
      return {
        contentUrl: `${origin()}/personal/${uniqueId}/${name}`,
        name,
        uploadUrl: `${origin()}${folder}${uniqueId}`,
        uniqueId,
        fileType: name.split('.').at(-1) ?? '',
      };
    },
    respond: (received: Received): Answer | undefined =>
      received.path.startsWith(folder) ? store(received.path, received) : undefined,
    filesOf: (user: TeamsUser): readonly OneDriveFile[] => files.get(user) ?? [],
    /** Answers the next uploads with these statuses, and stores nothing. */
    refuseNext: (...statuses: readonly number[]): void => void refusals.push(...statuses),
  };
}

export type OneDrive = ReturnType<typeof createOneDrive>;
